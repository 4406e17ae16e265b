// What the calendar owed somebody on a day, worked out anew: so that what was never posted is seen too.
import { classDays, reminderKey, remindersOf } from "../../../domain/classes/schedule.js";
import type { Fate, FateEnd, FateReason } from "../../../domain/fates/fate.js";
import type { PostKind } from "../../../domain/messages/post-kind.js";
import { type Person, zoneOf } from "../../../domain/people/person.js";
import { isOfEarlierLadder } from "../../../domain/plans/plan-reminder.js";
import { type Day, dayIn, instantAt } from "../../../domain/time/calendar.js";
import { hoursOf } from "../../../domain/time/working-hours.js";
import type { World } from "../../../ports.js";
import { openReminders } from "../../plans/reminders/open-reminders.js";

export interface OwedOn {
  /** The key of its post, or how a trace speaks of it. */
  fact: string;
  fate: Fate;
}

type Asking = Pick<World, "store" | "clock" | "settings">;

/** Only what was not posted: what was, tells itself. */
export async function owedOn(world: Asking, person: Person, day: Day): Promise<OwedOn[]> {
  return [...(await sessionsOwed(world, person, day)), ...(await plansOwed(world, person, day))];
}

async function sessionsOwed({ store, clock, settings }: Asking, person: Person, day: Day): Promise<OwedOn[]> {
  const zone = zoneOf(person);
  const owed: OwedOn[] = [];
  for (const { trainingClass, joinedAt } of await store.participants.ofPerson(person.id)) {
    const sessions = await store.classes.sessionsOf(trainingClass.id);
    const [first] = classDays(trainingClass.zone, sessions);
    if (first === undefined) continue;
    const reminders = remindersOf(trainingClass.zone, sessions, first.day, settings.rest);
    for (const reminder of reminders.filter(({ dueAt }) => dayIn(zone, dueAt) === day)) {
      const why: FateReason | null = reminder.notAfter <= joinedAt ? "joined_later" : whyNotTo(person);
      owed.push({
        fact: `${reminderKey(trainingClass.id, reminder)}:${person.id}`,
        fate: unposted(reminder.name === "soon" ? "online_link" : "session_reminder", reminder.dueAt, why, clock.now()),
      });
    }
  }
  const known = await store.outbox.knownKeys(owed.map(({ fact }) => fact));
  return owed.filter(({ fact }) => !known.has(fact));
}

async function plansOwed({ store, clock, settings }: Asking, person: Person, day: Day): Promise<OwedOn[]> {
  const owed = (await store.plans.ofPerson(person.id)).flatMap((plan): OwedOn[] => {
    if (plan.isApart) return [];
    // Of a plan that is done now: the day would have been its turn.
    const state = plan.state === "done" ? "in_progress" : plan.state;
    const [open] = openReminders({ settings }, [{ ...plan, state }], day);
    if (open === undefined || open.rung.on !== day) return [];
    const { rung, subject } = open;
    const isAnswered = plan.lastReportOn !== null && plan.lastReportOn >= rung.on;
    const why = plan.state === "done" ? "done" : isAnswered ? "answered" : whyNotTo(person);
    const at = instantAt(zoneOf(person), day, hoursOf(settings.rest).speaking.planReminder);
    if (isOfEarlierLadder(rung, plan.dueOn, plan.remindedOn, at)) return [];
    return [{ fact: subject, fate: unposted("plan_reminder", at, why, clock.now()) }];
  });
  const facts = owed.map(({ fact }) => fact);
  const toThem = new Set((await store.outbox.toldAbout([person.id], facts)).map(({ subject }) => subject));
  return owed.filter(({ fact }) => !toThem.has(fact));
}

/** Why reminders do not reach them as they are now; what they were on that day only a trace can tell. */
function whyNotTo(person: Person): FateReason | null {
  if (person.telegramId === null) return "no_account";
  if (person.unreachableCause !== null) return "unreachable";
  if (person.zone === null) return "no_zone";
  return person.optedOut.includes("reminders") ? "opted_out" : null;
}

function unposted(kind: PostKind, at: Date, why: FateReason | null, now: Date): Fate {
  const end: FateEnd = why !== null ? (why === "done" ? "not_owed" : "held") : at > now ? "coming" : "missing";
  const reason = why ?? (at > now ? "not_yet" : "not_known");
  return { kind, end, at, reason, until: null, together: 0 };
}
