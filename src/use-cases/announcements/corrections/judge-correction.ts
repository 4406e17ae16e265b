// Whether these words may stand in place of what was sent, for whom, and whether a second admin has to agree.
import {
  type AnnouncementContent,
  contentProblem,
  longestRendering,
  mostCharacters,
  variablesIn,
} from "../../../domain/announcements/announcement.js";
import { withMark } from "../../../domain/announcements/correction.js";
import type { RichText } from "../../../domain/messages/message.js";
import { type KnownActor, zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Announcement } from "../../../ports/announcements/announcements.js";
import type { Copies } from "../../../ports/announcements/corrections.js";
import type { Store, World } from "../../../ports.js";
import { textsFor } from "../../../texts/index.js";
import { type AnnouncementProblem, needsApproval } from "../announcement-problem.js";
import { type AllCopies, copiesOf } from "./copies-of.js";

export type CorrectionProblem =
  | AnnouncementProblem
  /** The same words as before. */
  | { kind: "unchanged" }
  /** A word of the receivers that the former text did not ask for: it was not kept for each. */
  | { kind: "new_word"; written: string }
  /** A word of the receivers that was kept for each, and has been forgotten by age. */
  | { kind: "forgotten_word"; written: string }
  /** Nothing was sent and nothing waits, or all of it was taken away. */
  | { kind: "nothing_sent" }
  /** A change of it is before another admin: what that admin says is about the words as they are. */
  | { kind: "undecided" };

export interface JudgedCorrection {
  /** Null: it may be confirmed. */
  problem: CorrectionProblem | null;
  content: AnnouncementContent;
  fresh: AnnouncementContent;
  copies: Copies;
  needsApproval: boolean;
}

/** File and buttons stay as they were sent. The mark is in the author's language and of their day, like the text. */
export async function judgeCorrection(
  world: World,
  { person }: KnownActor,
  announcement: Announcement,
  { text, marks }: RichText,
): Promise<JudgedCorrection> {
  const { clock } = world;
  const fresh = { ...announcement.content, text, marks };
  const mark = textsFor(person.language).announcement.corrections.mark(dayIn(zoneOf(person), clock.now()));
  const content = withMark(fresh, mark);
  const copies = await copiesOf(world, announcement);
  const problem =
    (await whyNothing(world.store, announcement, copies)) ?? (await problemOf(world, announcement, fresh, content));
  return { problem, content, fresh, copies, needsApproval: needsApproval(world, copies.delivered + copies.waiting) };
}

async function whyNothing(
  store: Store,
  { id, state }: Announcement,
  { delivered, queued }: AllCopies,
): Promise<CorrectionProblem | null> {
  if (delivered + queued === 0 || (await isBeingTakenBack(store, id))) return { kind: "nothing_sent" };
  return state === "awaiting" ? { kind: "undecided" } : null;
}

/** What could not be taken back can be corrected, once it is known which those are. */
async function isBeingTakenBack(store: Store, announcementId: number): Promise<boolean> {
  const withdrawal = (await store.corrections.ofAnnouncement(announcementId)).find(({ kind }) => kind === "withdraw");
  return withdrawal !== undefined && (await store.corrections.tally(withdrawal.id)).waiting > 0;
}

async function problemOf(
  { store }: World,
  { id, content: former }: Announcement,
  fresh: AnnouncementContent,
  marked: AnnouncementContent,
): Promise<CorrectionProblem | null> {
  const ofText = contentProblem(fresh);
  if (ofText !== null) return ofText;
  if (fresh.text === former.text && JSON.stringify(fresh.marks) === JSON.stringify(former.marks)) {
    return { kind: "unchanged" };
  }
  const known = variablesIn(former);
  const [unknown] = variablesIn(fresh).filter((word) => !known.includes(word));
  if (unknown !== undefined) return { kind: "new_word", written: `{${unknown}}` };
  const words = await store.corrections.longestWords(id);
  // Nobody's copy could be filled in: each would be given up, and the admin would learn it from the count.
  const [forgotten] = variablesIn(fresh).filter((word) => words[word] === undefined);
  if (forgotten !== undefined) return { kind: "forgotten_word", written: `{${forgotten}}` };
  const longest = { nama: words.nama ?? 0, perpustakaan: words.perpustakaan ?? 0, kelas: words.kelas ?? 0 };
  const most = mostCharacters(marked);
  const over = longestRendering(marked.text, longest) - most;
  return over > 0 ? { kind: "too_long", most, over } : null;
}
