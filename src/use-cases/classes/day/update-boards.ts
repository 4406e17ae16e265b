// Job: changes the boards of today whose class is in another state than they show. What is shown lies in the database, so that a new start
// goes on where the old process ended.

import type { Message } from "../../../domain/messages/message.js";
import { mayRunClass } from "../../../domain/people/permissions.js";
import type { ChangedBoard } from "../../../ports/programme/class-days.js";
import type { World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { withCoversNow } from "../../roles-now.js";
import { boardMessage } from "./class-day-messages.js";
import { readClassDay } from "./view-class-day.js";

/** Of one board: Telegram takes no more than twenty changes a minute in a chat. */
const EVERY_MILLISECONDS = 3000;

/** Two seconds of what Telegram takes: a run ends before the next is due, and messages have their turn in between. */
const MOST_AT_ONCE = 60;

/** Twice is once: what shows the state that is so is not changed. A message that is gone is no error, and changed no more. */
export async function updateBoards(world: World): Promise<{ changed: number }> {
  const { classDays } = world.store;
  let changed = 0;
  for (const board of await classDays.changedBoards(world.clock.now(), MOST_AT_ONCE)) {
    const message = await messageOf(world, board);
    if (message === null) {
      await classDays.leaveBoard(board.chatId, board.messageId);
      continue;
    }
    const now = world.clock.now();
    // Claimed at the last moment: a page that takes its place meanwhile must not be written over.
    if (!(await classDays.claimBoard(board, now, new Date(now.getTime() + EVERY_MILLISECONDS)))) continue;
    const became = await world.screens.change(board.chatId, board.messageId, message);
    if (became === "gone") await classDays.leaveBoard(board.chatId, board.messageId);
    else if (became === "shown") await classDays.noteShown(board);
    else await classDays.postponeBoard(board, new Date(now.getTime() + became * 1000));
    if (became === "shown") changed += 1;
  }
  return { changed };
}

/** Null for somebody who does not run the class any more, and for a day without sessions. */
async function messageOf(world: World, { classId, personId, day, chatId }: ChangedBoard): Promise<Message | null> {
  const speaker = await world.store.people.speaker(chatId);
  const trainingClass = await world.store.classes.find(classId);
  if (speaker === null || speaker.person.id !== personId || trainingClass === null) return null;
  const { person } = speaker;
  const actor = await withCoversNow(world, { ...speaker, telegramId: chatId, language: person.language });
  const practiceCohortId = await world.store.practice.cohortOf(personId);
  const trainers = await world.store.classes.trainersOf(classId);
  if (!mayRunClass({ ...actor, practiceCohortId }, trainingClass, trainers)) return null;
  const view = await readClassDay(world, trainingClass, day);
  return view === null ? null : boardMessage(textsFor(person.language), person, view, world.clock.now());
}
