// The messages on which admins see how an announcement goes: which they are, and what they show.
import type { AnnouncementBoardsPort } from "../../ports/announcement-boards.js";
import type { Db } from "../engine/database.js";

/** No message has this number. */
const NONE = 0;

export function createAnnouncementBoards(db: Db): AnnouncementBoardsPort {
  return {
    async keep({ announcementId, personId, chatId, messageId, shown }, now) {
      const fields = { chatId, messageId, shown, nextAt: now };
      await db.announcementBoard.upsert({
        where: { announcementId_personId: { announcementId, personId } },
        create: { announcementId, personId, ...fields },
        update: fields,
      });
    },

    async leave(chatId, messageId) {
      await db.announcementBoard.updateMany({ where: { chatId, messageId }, data: { messageId: NONE } });
    },

    async toLookAt(now, most) {
      const rows = await db.announcementBoard.findMany({
        where: { nextAt: { lte: now }, messageId: { gt: NONE } },
        orderBy: [{ nextAt: "asc" }, { announcementId: "asc" }, { personId: "asc" }],
        take: most,
      });
      return rows.map(({ nextAt: _, chatId, messageId, ...row }) => ({
        ...row,
        chatId: Number(chatId),
        messageId: Number(messageId),
      }));
    },

    async claim({ announcementId, personId, messageId }, now, nextAt) {
      const { count } = await db.announcementBoard.updateMany({
        where: { announcementId, personId, messageId, nextAt: { lte: now } },
        data: { nextAt },
      });
      return count > 0;
    },

    async noteShown({ announcementId, personId, messageId, shown }) {
      await db.announcementBoard.updateMany({ where: { announcementId, personId, messageId }, data: { shown } });
    },

    async postpone({ announcementId, personId }, nextAt) {
      await db.announcementBoard.updateMany({ where: { announcementId, personId }, data: { nextAt } });
    },
  };
}
