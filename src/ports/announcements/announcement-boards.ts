// The messages on which admins see how an announcement or a correction of it goes. What is shown lies in the database, so that a new start goes on where the old
// process ended.

/** The message that shows an announcement to an admin. */
export interface AnnouncementBoard {
  announcementId: number;
  /** The correction of it that is shown there; null: the announcement itself. */
  correctionId: number | null;
  personId: number;
  chatId: number;
  messageId: number;
  /** What it was last made of. */
  shown: string;
}

export interface AnnouncementBoardsPort {
  keep(board: AnnouncementBoard, now: Date): Promise<void>;
  leave(chatId: number, messageId: number): Promise<void>;
  /** Those that may be changed now, the one that has waited longest first. */
  toLookAt(now: Date, most: number): Promise<AnnouncementBoard[]>;
  /** False when another page has taken its place meanwhile, or another process has it. */
  claim(board: AnnouncementBoard, now: Date, nextAt: Date): Promise<boolean>;
  noteShown(board: AnnouncementBoard): Promise<void>;
  postpone(board: AnnouncementBoard, nextAt: Date): Promise<void>;
}
