// The messages on which admins see how an announcement goes: which they are, and what they show.
import type { AnnouncementBoard, AnnouncementBoardsPort } from "../../ports/announcements/announcement-boards.js";
import type { Db } from "../engine/database.js";

/** No message has this number, and no correction. */
const NONE = 0;

type Key = Pick<AnnouncementBoard, "announcementId" | "correctionId" | "personId">;

const keyOf = ({ announcementId, correctionId, personId }: Key) => ({
  ...{ announcementId, personId, correctionId: correctionId ?? NONE },
});

export function createAnnouncementBoards(db: Db): AnnouncementBoardsPort {
  return {
    async keep({ chatId, messageId, shown, ...of }, now) {
      const fields = { chatId, messageId, shown, nextAt: now };
      await db.announcementBoard.upsert({
        where: { announcementId_personId_correctionId: keyOf(of) },
        create: { ...keyOf(of), ...fields },
        update: fields,
      });
    },

    async leave(chatId, messageId) {
      await db.announcementBoard.updateMany({ where: { chatId, messageId }, data: { messageId: NONE } });
    },

    async toLookAt(now, most) {
      const rows = await db.announcementBoard.findMany({
        where: { nextAt: { lte: now }, messageId: { gt: NONE } },
        orderBy: [{ nextAt: "asc" }, { announcementId: "asc" }, { correctionId: "asc" }, { personId: "asc" }],
        take: most,
      });
      return rows.map(({ nextAt: _, chatId, messageId, correctionId, ...row }) => ({
        ...row,
        correctionId: correctionId === NONE ? null : correctionId,
        chatId: Number(chatId),
        messageId: Number(messageId),
      }));
    },

    async claim({ messageId, ...of }, now, nextAt) {
      const { count } = await db.announcementBoard.updateMany({
        where: { ...keyOf(of), messageId, nextAt: { lte: now } },
        data: { nextAt },
      });
      return count > 0;
    },

    async noteShown({ messageId, shown, ...of }) {
      await db.announcementBoard.updateMany({ where: { ...keyOf(of), messageId }, data: { shown } });
    },

    async postpone(of, nextAt) {
      await db.announcementBoard.updateMany({ where: keyOf(of), data: { nextAt } });
    },
  };
}
