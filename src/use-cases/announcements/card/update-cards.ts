// Job: changes the cards of announcements and their corrections that say something else by now, until nothing more will change them. What is shown
// lies in the database, so that a new start goes on where the old process ended.

import type { AnnouncementBoard } from "../../../ports/announcements/announcement-boards.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { announcementProgress } from "../afterwards/announcement-progress.js";
import { correctionProgress } from "../corrections/correction-progress.js";
import { cardMessage } from "./announcement-card.js";
import { correctionMessage } from "./correction-message.js";
import { stateOfCard } from "./follow-announcement.js";

/** Of one card: Telegram takes no more than twenty changes a minute in a chat. */
const EVERY_MILLISECONDS = 3000;

/** More admins than this hardly watch at one time; who is left out is first the next time. */
const MOST_AT_ONCE = 20;

/** Twice is once: a card that says what is so is not changed. A message that is gone is no error, and changed no more. */
export async function updateAnnouncementCards(world: World): Promise<{ changed: number }> {
  const { announcementBoards: boards } = world.store;
  let changed = 0;
  for (const board of await boards.toLookAt(world.clock.now(), MOST_AT_ONCE)) {
    const card = await cardFor(world, board);
    if (card === null) {
      await boards.leave(board.chatId, board.messageId);
      continue;
    }
    const now = world.clock.now();
    // Claimed at the last moment: a page that takes its place meanwhile must not be written over.
    if (!(await boards.claim(board, now, new Date(now.getTime() + EVERY_MILLISECONDS)))) continue;
    if (stateOfCard(card.message) !== board.shown) {
      const became = await world.screens.change(board.chatId, board.messageId, card.message);
      if (became === "gone") {
        await boards.leave(board.chatId, board.messageId);
        continue;
      }
      if (became !== "shown") {
        await boards.postpone(board, new Date(now.getTime() + became * 1000));
        continue;
      }
      await boards.noteShown({ ...board, shown: stateOfCard(card.message) });
      changed += 1;
    }
    if (card.isLast) await boards.leave(board.chatId, board.messageId);
  }
  return { changed };
}

/** Null for somebody who may not see it any more. */
async function cardFor(world: World, { announcementId, correctionId, personId, chatId }: AnnouncementBoard) {
  const speaker = await world.store.people.speaker(chatId);
  if (speaker === null || speaker.person.id !== personId) return null;
  const { person } = speaker;
  const practiceCohortId = await world.store.practice.cohortOf(personId);
  const actor = { ...speaker, telegramId: chatId, language: person.language, practiceCohortId };
  if (correctionId !== null) {
    const view = await correctionProgress(world, actor, correctionId);
    if (view.kind === "out_of_reach") return null;
    const isLast = ["finished", "cancelled", "expired", "overtaken"].includes(view.phase);
    return { message: correctionMessage(textsFor(person.language), person, view), isLast };
  }
  const progress = await announcementProgress(world, actor, announcementId);
  if (progress.kind === "out_of_reach") return null;
  const message = cardMessage(textsFor(person.language), person, progress, world.clock.now());
  return { message, isLast: ["finished", "cancelled", "expired"].includes(progress.phase) };
}
