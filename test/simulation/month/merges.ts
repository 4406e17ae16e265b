// Some stand there twice: a person who joined from a second account under a name with a slip in it, a library that was written down under
// another name with somebody else. An admin compares both and merges them; some merges are undone within the week.

import type { KnownActor } from "../../../src/domain/people/person.js";
import { addDays, dayIn } from "../../../src/domain/time/calendar.js";
import { mergeTwo, undoMerge, viewPair } from "../../../src/use-cases/index.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildParticipant } from "../../support/world/builders.js";
import { chanceOf } from "../random.js";
import { writePlans } from "./cast.js";
import { endSpan, isAway, LIVED_FROM, type LivedMerge, type Month, newcomer, type Someone } from "./lived.js";

const DAY = 86_400_000;

/** By their place in the month: a twentieth has a second account, a twentieth another one whose merge is undone, a twentieth a library twice. */
const isTwice = (n: number) => n % 20 === 9 || n % 20 === 8;
const hasLibraryTwice = (n: number) => n % 20 === 4;

/** Null: they stand there once. */
export async function buildDouble(stage: Stage, first: Someone, seed: number): Promise<LivedMerge | null> {
  const { n, classId, zone } = first;
  if (!isTwice(n) && !hasLibraryTwice(n)) return null;
  const kind = isTwice(n) ? "people" : "libraries";
  const { name, placeCode } = await stage.db.library.findUniqueOrThrow({ where: { id: first.library.id } });
  const built = await buildParticipant(stage.db, classId, {
    ...{ placeCode, phone: `+62866${String(10_000_000 + n).slice(1)}` },
    ...(kind === "people"
      ? { name: `Pesertta ${n}`, libraryName: name }
      : { name: `Rekan ${n}`, libraryName: `Perpustakaan Desa ${n}` }),
  });
  const chance = chanceOf(seed * 32_452_843 + n);
  const phone = stage.person({ id: Number(built.person.telegramId), name: built.person.name });
  phone.start();
  const planIds = built.plans.map(({ id }) => id);
  if (kind === "libraries") await writePlans(stage, planIds, chance);
  const own = { id: built.library.id, planIds, reports: [], same: [], goneAt: null };
  const library = kind === "people" ? first.library : own;
  const facts = { n: 2_000_000 + n, id: built.person.id, phone, zone, classId, library, chance, wantsStories: false };
  return {
    ...{ kind, first, second: newcomer(facts, LIVED_FROM), done: null },
    on: addDays("2024-06-10", chance.below(24)),
    undoneAfterDays: n % 20 === 8 ? 1 + chance.below(6) : null,
  };
}

/** Once a day. Who has blocked the bot at that moment is merged when they are back, so that it is known which account goes on. */
export async function liveMerges(stage: Stage, admin: KnownActor, month: Month): Promise<void> {
  const now = stage.clock.now();
  for (const merge of month.merges) {
    const { first, second, done, undoneAfterDays } = merge;
    if (done === null) {
      if (merge.on > dayIn("Asia/Jakarta", now) || isAway(first) || isAway(second)) continue;
      // Whose "stop" is whose is one question, and undoing another: they are asked one at a time.
      if (undoneAfterDays !== null && (hasStopped(first) || hasStopped(second))) continue;
      await (merge.kind === "people" ? mergePeople(stage, admin, merge) : mergeLibraries(stage, admin, merge));
    } else if (done.undoneAt === null && undoneAfterDays !== null && +now >= +done.at + undoneAfterDays * DAY) {
      if (!isAway(done.stays)) await undo(stage, admin, done);
    }
  }
}

const hasStopped = ({ optedOutAt }: Someone) => Object.keys(optedOutAt).length > 0;

async function mergePeople(stage: Stage, admin: KnownActor, merge: LivedMerge): Promise<void> {
  const now = stage.clock.now();
  const both = [merge.first, merge.second];
  const pair = await compared(stage, admin, { kind: "people", staysId: merge.first.id, goesId: merge.second.id });
  const [stays, goes] = pair.staysId === merge.first.id ? both : both.reverse();
  const mergeId = await mergedBy(stage, admin, pair);
  if (stays === undefined || goes === undefined) return;
  merge.done = { mergeId, at: now, stays, goes, undoneAt: null };
  endSpan(goes, now);
  goes.merged.into = stays;
  stays.merged.with.push(goes);
  stays.words.push({ kind: "merged here", at: now });
  goes.words.push({ kind: "merged away", at: now });
  // What one of both has asked for, the one they are has asked for.
  stays.snoozedAt.push(...goes.snoozedAt);
  if (goes.optedOutAt.reminders !== undefined) stays.optedOutAt.reminders ??= now;
  if (goes.optedOutAt.announcements !== undefined) stays.optedOutAt.announcements ??= now;
}

async function mergeLibraries(stage: Stage, admin: KnownActor, merge: LivedMerge): Promise<void> {
  const now = stage.clock.now();
  const { first, second } = merge;
  const pair = { kind: "libraries", staysId: first.library.id, goesId: second.library.id } as const;
  const chosen = await compared(stage, admin, pair);
  const [stays, goes] = chosen.staysId === first.library.id ? [first, second] : [second, first];
  const mergeId = await mergedBy(stage, admin, chosen);
  merge.done = { mergeId, at: now, stays, goes, undoneAt: null };
  goes.library.goneAt = now;
  stays.library.same.push({ library: goes.library, at: now });
  goes.library.same.push({ library: stays.library, at: now });
  goes.formerLibrary = { library: goes.library, until: now };
  goes.library = stays.library;
}

interface Pair {
  kind: "people" | "libraries";
  staysId: number;
  goesId: number;
}

/** As an admin sees both beside each other: there is a reason, and who has more to lose stays. */
async function compared(stage: Stage, admin: KnownActor, pair: Pair): Promise<Pair> {
  const view = await viewPair(stage.world, admin, pair, false);
  if (view.kind !== "found" || view.reasons.length === 0) throw new Error(`No pair: ${JSON.stringify(view)}`);
  return { ...pair, staysId: view.sides.stays.id, goesId: view.sides.goes.id };
}

async function mergedBy(stage: Stage, admin: KnownActor, pair: Pair): Promise<number> {
  const outcome = await mergeTwo(stage.world, admin, pair);
  if (outcome.kind !== "merged") throw new Error(`Not merged: ${JSON.stringify(outcome)}`);
  return outcome.merge.id;
}

async function undo(stage: Stage, admin: KnownActor, done: NonNullable<LivedMerge["done"]>): Promise<void> {
  const now = stage.clock.now();
  const outcome = await undoMerge(stage.world, admin, done.mergeId);
  // Put off while somebody was away, until it is too late: then they are one for good.
  if (outcome.kind === "too_late") return;
  if (outcome.kind !== "undone") throw new Error(`Not undone: ${outcome.kind}`);
  const { stays, goes } = done;
  done.undoneAt = now;
  goes.merged.into = null;
  goes.spans.push({ from: now, until: null });
  stays.words.push({ kind: "parted here", at: now });
  goes.words.push({ kind: "parted away", at: now });
}
