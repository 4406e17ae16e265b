// The kinds of message that leave unasked, and how each is treated: one table, read by posting, delivery and opt-out alike.
import type { RoleBinding } from "../people/role-binding.js";

/**
 * Whether it is one of the few messages a day that we allow ourselves to send a participant unasked (domain/messages/message-budget.ts).
 * Exempt is what they asked for, what they cannot know otherwise in time, and what is said to those who run the programme.
 */
export type BudgetUse = "spends" | "exempt";

/** What happens when nobody knows whether a message arrived: held for a person to decide, or sent once more. */
export type UnknownPolicy = "hold" | "retry";

export interface PostKindRules {
  /** 0 leaves first. An announcement to thousands is last, so that everything else overtakes it. */
  priority: number;
  /** On the receiver's working days and within their hours only (never on a Sunday or a holiday), or at any hour. */
  hours: "working" | "any";
  unknown: UnknownPolicy;
  budget: BudgetUse;
  /** What the receiver can ask not to be sent (/berhenti); none: it cannot be stopped. */
  optOut: "reminders" | "announcements" | "none";
  /** Owed by the calendar and posted by a job, or by something that somebody did: a restored backup has forgotten which of a job's have left. */
  origin: "job" | "act";
  /**
   * What becomes of it while its receiver pauses (domain/people/pause.ts): waits until the pause is over · drops, because it has no point then or is
   * owed anew · leaves all the same, because they asked for it, or because it is for those who run the programme. An emergency always leaves.
   */
  onPause: "leaves" | "waits" | "drops";
  /** Only for the one who holds one of these roles at the moment it leaves; none said: for anybody. */
  roles?: readonly RoleBinding["role"][];
}

/** What most of them have in common; each row says where it differs. */
const ORDINARY = { hours: "working", unknown: "hold", budget: "exempt", optOut: "none", onPause: "waits" } as const;
/** For those who run the programme, whether or not they take part in it too. */
const STAFF = { ...ORDINARY, onPause: "leaves" } as const;

export const POST_KINDS = {
  /** The bot's operators must act now. */
  operator_alarm: { ...STAFF, priority: 0, hours: "any", unknown: "retry", origin: "job", roles: ["admin"] },
  /** To an account that is nobody's any more, or not yet: their person is reached elsewhere from now on. */
  account: { ...ORDINARY, onPause: "leaves", priority: 0, hours: "any", origin: "act" },
  /** Whether an account is the right one: to those who look after its person. */
  account_question: { ...STAFF, priority: 2, hours: "any", origin: "act", roles: ["trainer", "admin"] },
  /** Something the person asked for and now gets: an answer to a question, a verdict, a file. */
  answer: { ...ORDINARY, onPause: "leaves", priority: 1, hours: "any", origin: "act" },
  /** A participant's question on its way to their trainers, and what colleagues answered. */
  question: { ...STAFF, priority: 2, origin: "act", roles: ["trainer"] },
  /** They became a trainer or an admin, or are one no more. */
  role_change: { ...STAFF, priority: 2, origin: "act" },
  /** Somebody covers for a trainer who is away, or does no more. */
  cover: { ...STAFF, priority: 2, origin: "act" },
  /** Nobody looks after the people of a class: to the province's admins. */
  untended: { ...STAFF, priority: 4, origin: "job", roles: ["admin"] },
  /** What an admin practised on and had forgotten was removed. */
  practice_gone: { ...STAFF, priority: 6, origin: "job", roles: ["admin"] },
  /** A training session moved or was cancelled. */
  schedule_change: { ...ORDINARY, priority: 2, hours: "any", origin: "act" },
  /** An office is asked for plans from now on: once, to one of its people. */
  plans_asked: { ...ORDINARY, priority: 5, budget: "spends", origin: "act" },
  /** One of its people is asked no longer: nobody shall go on in vain. */
  plans_unasked: { ...ORDINARY, priority: 2, origin: "act" },
  /** A plan got more time: anyone who works on it must know, but nobody is woken for it. */
  deadline_change: { ...ORDINARY, priority: 2, origin: "act" },
  /** Somebody else said that they pause, or ended it: the one word about it. */
  pause_begun: { ...ORDINARY, onPause: "leaves", priority: 3, origin: "act" },
  /** Their pause is over: what is due, and the way back. One that has not left when they pause again is owed anew. */
  pause_over: { ...ORDINARY, onPause: "drops", priority: 5, budget: "spends", origin: "job" },
  /** One of their people pauses: to the trainers, once. */
  pause_told: { ...STAFF, priority: 4, origin: "act", roles: ["trainer"] },
  /** 15 minutes before an online session, with its link. */
  online_link: { ...ORDINARY, onPause: "drops", priority: 3, optOut: "reminders", origin: "job" },
  /** Before a class day, and on it. */
  session_reminder: {
    ...ORDINARY,
    onPause: "drops",
    priority: 3,
    budget: "spends",
    optOut: "reminders",
    origin: "job",
  },
  /** The evening before a class day its trainers read what it brings; on the day itself who is there. */
  class_day: { ...STAFF, priority: 3, origin: "job", roles: ["trainer"] },
  /** A trainer's morning: what is late, close to its day, asked or pleaded for (domain/caseload/morning.ts). */
  overdue_alert: { ...STAFF, priority: 4, origin: "job", roles: ["trainer"] },
  /** A trainer's page of the day. */
  daily_summary: { ...STAFF, priority: 4, origin: "job", roles: ["trainer"] },
  /** Where a province stands, to its admins at the beginning of the week. */
  week_of_province: { ...STAFF, priority: 6, origin: "job", roles: ["admin"] },
  /** A question that no trainer answered for two days, to the province's admins. */
  escalation: { ...STAFF, priority: 4, origin: "job", roles: ["admin"] },
  /** Somebody waits to act for a library: a trainer or admin is asked for a yes or no. */
  admission_request: { ...STAFF, priority: 3, origin: "act", roles: ["trainer", "admin"] },
  /** Somebody joined those who act for a library, or wants to. */
  colleague: { ...ORDINARY, priority: 4, origin: "act" },
  /** An admin asks another to approve an announcement to very many. */
  approval_request: { ...STAFF, priority: 4, origin: "act", roles: ["admin"] },
  /** A trainer writes to one of their participants first. It is no reminder, so that nobody who stopped those misses it. */
  trainer_message: { ...ORDINARY, priority: 4, budget: "spends", origin: "act" },
  /** … or to several of them, the same words to each. */
  class_message: { ...ORDINARY, priority: 5, budget: "spends", optOut: "announcements", origin: "act" },
  /** A trainer nudges a participant by hand. */
  nudge: { ...ORDINARY, onPause: "drops", priority: 5, budget: "spends", optOut: "reminders", origin: "act" },
  /** A reminder comes again at the moment that the person chose. */
  snoozed_reminder: { ...ORDINARY, onPause: "drops", priority: 5, optOut: "reminders", origin: "job" },
  /** Work plans to write, reports to give, deadlines near or just passed. */
  plan_reminder: { ...ORDINARY, onPause: "drops", priority: 6, budget: "spends", optOut: "reminders", origin: "job" },
  /** Once, after the last day of a class: what do you think of it? */
  feedback_invitation: { ...ORDINARY, priority: 7, budget: "spends", optOut: "reminders", origin: "job" },
  /** A participant has sent a story of change: to those who look after them, once. */
  story_told: { ...STAFF, priority: 6, origin: "act", roles: ["trainer"] },
  /** What its author said in it was written down: they see how. */
  story_typed: { ...ORDINARY, priority: 5, origin: "act" },
  /** Its author takes back a yes: to those who proposed it, chose it or took it along in a file. */
  story_withdrawn: { ...STAFF, priority: 2, origin: "act", roles: ["trainer", "admin"] },
  /** From another library, to those who asked for such. While they pause another one may be chosen. */
  story_of_others: {
    ...ORDINARY,
    onPause: "drops",
    priority: 8,
    budget: "spends",
    optOut: "announcements",
    origin: "job",
  },
  /** Once: a form that somebody began and left, with the question that is open. */
  draft_nudge: { ...ORDINARY, onPause: "drops", priority: 6, budget: "spends", optOut: "reminders", origin: "job" },
  /** No message: a copy of an announcement that was delivered is changed in its place or taken away. It makes no sound, and twice is once. */
  announcement_change: { ...ORDINARY, onPause: "leaves", priority: 8, hours: "any", unknown: "retry", origin: "act" },
  /** Once: those who have not said that they read an announcement. */
  read_reminder: { ...ORDINARY, priority: 8, budget: "spends", optOut: "announcements", origin: "act" },
  /** A trainer reads whom of their people an announcement did not reach. */
  call_list: { ...STAFF, priority: 5, origin: "act", roles: ["trainer"] },
  /** One text to many people. */
  announcement: { ...ORDINARY, priority: 9, budget: "spends", optOut: "announcements", origin: "act" },
} as const satisfies Record<string, PostKindRules>;

export type PostKind = keyof typeof POST_KINDS;

/** Kinds less urgent than this wait while Telegram asks us to; operators' alarms and asked-for answers go on singly. */
export const BULK_FROM_PRIORITY = 2;

/** A kind of `unknown: "retry"` is tried at most this often in all: then it is unknown like the others. */
export const MOST_TRIES = 3;

/** What leaves for nobody who pauses. */
export const HELD_ON_PAUSE: readonly PostKind[] = (Object.keys(POST_KINDS) as PostKind[]).filter(
  (kind) => POST_KINDS[kind].onPause !== "leaves",
);

/** … and is given up, or taken back when the pause begins. */
export const DROPPED_ON_PAUSE: readonly PostKind[] = HELD_ON_PAUSE.filter(
  (kind) => POST_KINDS[kind].onPause === "drops",
);

/** Why a post stays that was written for somebody who is no trainer or admin of it any more. */
export const NO_RIGHT = "no right";

export type OptOut = Exclude<PostKindRules["optOut"], "none">;

export const OPT_OUTS: readonly OptOut[] = ["reminders", "announcements"];

export const SPENDING_KINDS: readonly PostKind[] = (Object.keys(POST_KINDS) as PostKind[]).filter(
  (kind) => POST_KINDS[kind].budget === "spends",
);

export const JOB_KINDS: readonly PostKind[] = (Object.keys(POST_KINDS) as PostKind[]).filter(
  (kind) => POST_KINDS[kind].origin === "job",
);

/** What no longer leaves when somebody asked for that. */
export function kindsStoppedBy(optOut: OptOut): PostKind[] {
  return (Object.keys(POST_KINDS) as PostKind[]).filter((kind) => POST_KINDS[kind].optOut === optOut);
}
