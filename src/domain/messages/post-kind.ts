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
  /** Within the receiver's working hours only, or at any hour. */
  hours: "working" | "any";
  unknown: UnknownPolicy;
  budget: BudgetUse;
  /** What the receiver can ask not to be sent (/berhenti); none: it cannot be stopped. */
  optOut: "reminders" | "announcements" | "none";
  /** Owed by the calendar and posted by a job, or by something that somebody did: a restored backup has forgotten which of a job's have left. */
  origin: "job" | "act";
  /** Only for the one who holds one of these roles at the moment it leaves; none said: for anybody. */
  roles?: readonly RoleBinding["role"][];
}

export const POST_KINDS = {
  /** The bot's operators must act now. */
  operator_alarm: {
    priority: 0,
    hours: "any",
    unknown: "retry",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["admin"],
  },
  /** Something the person asked for and now gets: an answer to a question, a verdict, a file. */
  answer: { priority: 1, hours: "any", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** A participant's question on its way to their trainers, and what colleagues answered. */
  question: {
    priority: 2,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "act",
    roles: ["trainer"],
  },
  /** They became a trainer or an admin, or are one no more. */
  role_change: { priority: 2, hours: "working", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** What an admin practised on and had forgotten was removed. */
  practice_gone: {
    priority: 6,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["admin"],
  },
  /** A training session moved or was cancelled. */
  schedule_change: { priority: 2, hours: "any", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** An office is asked for plans from now on: once, to one of its people. */
  plans_asked: { priority: 5, hours: "working", unknown: "hold", budget: "spends", optOut: "none", origin: "act" },
  /** One of its people is asked no longer: nobody shall go on in vain. */
  plans_unasked: { priority: 2, hours: "working", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** A plan got more time: anyone who works on it must know, but nobody is woken for it. */
  deadline_change: { priority: 2, hours: "working", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** 15 minutes before an online session, with its link. */
  online_link: { priority: 3, hours: "working", unknown: "hold", budget: "exempt", optOut: "reminders", origin: "job" },
  /** Before a class day, and on it. */
  session_reminder: {
    priority: 3,
    hours: "working",
    unknown: "hold",
    budget: "spends",
    optOut: "reminders",
    origin: "job",
  },
  /** The evening before a class day its trainers read what it brings; on the day itself who is there. */
  class_day: {
    priority: 3,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["trainer"],
  },
  /** A trainer is told of follow-ups that are overdue. */
  overdue_alert: {
    priority: 4,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["trainer"],
  },
  /** A trainer's page of the day. */
  daily_summary: {
    priority: 4,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["trainer"],
  },
  /** A question that no trainer answered for two days, to the province's admins. */
  escalation: {
    priority: 4,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "job",
    roles: ["admin"],
  },
  /** Somebody waits to act for a library: a trainer or admin is asked for a yes or no. */
  admission_request: {
    priority: 3,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "act",
    roles: ["trainer", "admin"],
  },
  /** Somebody joined those who act for a library, or wants to. */
  colleague: { priority: 4, hours: "working", unknown: "hold", budget: "exempt", optOut: "none", origin: "act" },
  /** An admin asks another to approve an announcement to very many. */
  approval_request: {
    priority: 4,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "none",
    origin: "act",
    roles: ["admin"],
  },
  /** A trainer writes to one of their participants first. It is no reminder, so that nobody who stopped those misses it. */
  trainer_message: {
    priority: 4,
    hours: "working",
    unknown: "hold",
    budget: "spends",
    optOut: "none",
    origin: "act",
  },
  /** … or to several of them, the same words to each. */
  class_message: {
    priority: 5,
    hours: "working",
    unknown: "hold",
    budget: "spends",
    optOut: "announcements",
    origin: "act",
  },
  /** A trainer nudges a participant by hand. */
  nudge: { priority: 5, hours: "working", unknown: "hold", budget: "spends", optOut: "reminders", origin: "act" },
  /** A reminder comes again at the moment that the person chose. */
  snoozed_reminder: {
    priority: 5,
    hours: "working",
    unknown: "hold",
    budget: "exempt",
    optOut: "reminders",
    origin: "job",
  },
  /** Work plans to write, reports to give, deadlines near or just passed. */
  plan_reminder: {
    priority: 6,
    hours: "working",
    unknown: "hold",
    budget: "spends",
    optOut: "reminders",
    origin: "job",
  },
  /** Once: a form that somebody began and left, with the question that is open. */
  draft_nudge: { priority: 6, hours: "working", unknown: "hold", budget: "spends", optOut: "reminders", origin: "job" },
  /** One text to many people. */
  announcement: {
    priority: 9,
    hours: "working",
    unknown: "hold",
    budget: "spends",
    optOut: "announcements",
    origin: "act",
  },
} as const satisfies Record<string, PostKindRules>;

export type PostKind = keyof typeof POST_KINDS;
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
