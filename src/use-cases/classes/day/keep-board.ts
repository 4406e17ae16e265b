// Which message shows a class day: the one on which it was opened last. A page that takes its place ends that.
import type { KnownActor } from "../../../domain/people/person.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { World } from "../../../ports.js";
import type { ClassDayView } from "./view-class-day.js";

/** Counts that say only whether something changed. */
export async function stateOfBoard(
  { store, clock }: World,
  { classId, day }: { classId: number; day: Day },
): Promise<string> {
  return store.classDays.stateOf(classId, day, clock.now());
}

/** For somebody who has just been shown this day, which viewClassDay() judged. */
export async function keepBoard(
  { store, clock }: World,
  { person, telegramId: chatId }: KnownActor,
  { view: { trainingClass, day }, messageId, state }: { view: ClassDayView; messageId: number; state: string },
): Promise<void> {
  const board = { classId: trainingClass.id, personId: person.id, day, chatId, messageId, state };
  await store.classDays.keepBoard(board, clock.now());
}

/** Whatever it showed, something else stands there now. */
export async function leaveBoard({ store }: World, chatId: number, messageId: number): Promise<void> {
  await store.classDays.leaveBoard(chatId, messageId);
  await store.announcementBoards.leave(chatId, messageId);
}
