// What leaves with a post, or why it stays: the receiver's hours and message budget, looked at where everything passes.
//
// Reminders, nudges and announcements come from use cases that know nothing of each other, some by the ten thousand in one
// statement. Only here, with the post in hand, is it known what its receiver has had today and what else waits for them.

import type { Message } from "../domain/messages/message.js";
import {
  budgetFactsOf,
  budgetLooksBackTo,
  DEFAULT_BUDGET,
  hasRoom,
  nextDayWithRoom,
} from "../domain/messages/message-budget.js";
import { POST_KINDS } from "../domain/messages/post-kind.js";
import { companionsOf } from "../domain/messages/together/travel-party.js";
import { addDays, dayIn, instantAt } from "../domain/time/calendar.js";
import { nextWorkingInstant } from "../domain/time/working-hours.js";
import type { Zone } from "../domain/time/zone.js";
import type { ClaimedPost, DeliveryPort, Settlement } from "../ports/queue/delivery.js";
import type { Settings } from "../ports.js";
import { renderContent } from "./telegram/render.js";

export type Boarding =
  /** It leaves, with these that wait for the same person. */
  { kind: "leaves"; beside: ClaimedPost[] } | { kind: "stays"; settlement: Settlement };

export const boardAlone = async (): Promise<Boarding> => ({ kind: "leaves", beside: [] });

/** Posts are placed within working hours; one that waited past them (a restart, a flood) waits for the next morning. */
export function whenAwake({ rest }: Pick<Settings, "rest">, post: ClaimedPost, now: Date): Date | null {
  if (POST_KINDS[post.kind].hours === "any" || post.zone === null) return null;
  const next = nextWorkingInstant(post.zone as Zone, now, rest, post.personId ?? undefined);
  return next > now ? next : null;
}

/** The settings are read anew each time. */
export function createBoarding(
  delivery: Pick<DeliveryPort, "spending" | "waitingBeside">,
  settings: Pick<Settings, "rest" | "budget">,
): (post: ClaimedPost, now: Date) => Promise<Boarding> {
  return async (post, now) => {
    if (!post.budgeted) return boardAlone();
    const { rest, budget = DEFAULT_BUDGET } = settings;
    // Participants have a zone; should one have none, the capital's.
    const zone = (post.zone ?? "Asia/Jakarta") as Zone;
    const today = dayIn(zone, now);
    const facts = budgetFactsOf(await delivery.spending(post, budgetLooksBackTo(zone, now), now), zone, rest);
    /** Some moment early on that day, the receiver's own, as for all that is put off. */
    const morningOf = (day: typeof today) =>
      nextWorkingInstant(zone, instantAt(zone, day, "00:00"), rest, post.personId ?? undefined);
    const spends = post.countsOn !== null && post.countsOn > today ? post.countsOn : today;
    if (!hasRoom(spends, facts, budget)) {
      return staysUntil(morningOf(nextDayWithRoom(addDays(today, 1), facts, budget, rest)), post);
    }
    const withThis = { ...facts, spentOn: [...facts.spentOn, spends] };
    const next = hasRoom(today, withThis, budget)
      ? now
      : morningOf(nextDayWithRoom(addDays(today, 1), withThis, budget, rest));
    const lead = traveller(post);
    if (lead === undefined || post.apart) return boardAlone();
    const waiting = await delivery.waitingBeside(post, instantAt(zone, addDays(today, 1), "00:00"), now);
    const beside = companionsOf(
      lead,
      waiting.map(traveller).filter((one) => one !== undefined),
      next,
    );
    return beside === "yields" ? staysUntil(next, post) : { kind: "leaves", beside: beside.map((one) => one.post) };
  };
}

function staysUntil(dueAt: Date, { notAfter }: ClaimedPost): Boarding {
  const cause = "message budget";
  if (notAfter !== null && notAfter < dueAt) return { kind: "stays", settlement: { state: "expired", cause } };
  return { kind: "stays", settlement: { state: "waiting", dueAt, burnsAttempt: false, cause } };
}

/** What makes no sense travels alone, to be given up as itself. */
function traveller(post: ClaimedPost): { post: ClaimedPost; message: Message; notAfter: Date | null } | undefined {
  const message = renderContent(post.content);
  return message === "unreadable" ? undefined : { post, message, notAfter: post.notAfter };
}
