// Reminders that were put off: by whom, about which plans, until when.

export interface NewSnooze {
  personId: number;
  /** The message whose button was pressed, as Telegram numbers it in that chat. */
  messageId: number;
  planIds: number[];
  until: Date;
}

export interface Snooze extends NewSnooze {
  at: Date;
}

export interface SnoozesPort {
  /** A message is put off once: what is kept about it already stays. */
  add(snooze: NewSnooze, now: Date): Promise<void>;
  find(personId: number, messageId: number): Promise<Snooze | null>;
  /** What this message in the chat was about, and when it left; null where nobody knows which message it was. */
  reminderBehind(chatId: number, messageId: number): Promise<{ planIds: number[]; sentAt: Date } | null>;
  /** How often each person put off each of these plans since the last word about it. */
  countsOf(planIds: number[]): Promise<{ planId: number; personId: number; count: number }[]>;
  /** Who has put off which of these plans to a later moment than this. */
  running(planIds: number[], now: Date): Promise<{ planId: number; personId: number; until: Date }[]>;
  /** So many plans whose moment has come and that have not been looked at since, the earliest first; each message with all of its own. */
  due(now: Date, limit: number): Promise<Snooze[]>;
  markReminded(snoozes: readonly { personId: number; messageId: number }[], now: Date): Promise<void>;
  /** What a person put off to a later moment comes so many hours later, or earlier when below zero, but not before now. */
  moveClock(personId: number, hours: number, now: Date): Promise<void>;
  /** Lets what was reminded of and taken back be looked at again, for all plans of these plans' libraries and cohorts. */
  remindAgain(planIds: number[]): Promise<void>;
}
