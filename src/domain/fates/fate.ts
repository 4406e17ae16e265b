// What became of a message that somebody was owed, and why: what an operator is told who asks after a person and a day.
import { NO_RIGHT, type PostKind } from "../messages/post-kind.js";

/** Why something was not posted, or was put off: what the post itself no longer tells, or nobody posted. */
export const HELD_REASONS = [
  "quiet_hours",
  "message_budget",
  "unreachable",
  "no_account",
  "opted_out",
  "no_zone",
  "too_late",
  "answered",
  "snoozed",
  "on_pause",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

export type FateReason =
  | HeldReason
  /** Telegram: refuses more for a while, is in trouble, does not know the account, does not take these words, asked for one by one. */
  | ("telegram_busy" | "telegram_away" | "not_found" | "refused" | "sent_apart")
  | ("process_died" | "database_away" | "paused" | "withdrawn" | "restored" | "erased" | "no_right" | "undone")
  /** Something happened meanwhile that made it pointless, or that says it better. */
  | ("changed" | "joined_later" | "not_joined" | "done" | "nothing_new")
  /** Its time is still to come; or nobody knows. */
  | ("not_yet" | "not_known");

/** held: put off, or not posted. not_owed: there was nothing to say. missing: owed, and nobody knows why it is not there. */
export type FateEnd =
  | ("sent" | "unknown" | "underway" | "waiting" | "given_up" | "taken_back" | "expired")
  | ("held" | "not_owed" | "coming" | "missing");

export interface Fate {
  kind: PostKind;
  end: FateEnd;
  /** When that was; of what waits or is to come, when it is due. */
  at: Date;
  reason: FateReason | null;
  /** Of what was put off: until when. */
  until: Date | null;
  /** How many others were in the same message. */
  together: number;
}

/** A post as its row tells of it. */
export interface PostFacts {
  key: string;
  kind: PostKind;
  state: "waiting" | "claimed" | "sent" | "unknown" | "dead" | "expired" | "cancelled";
  cause: string | null;
  dueAt: Date;
  leftAt: Date | null;
  settledAt: Date | null;
  isPaused: boolean;
  together: number;
}

const ENDS: Record<PostFacts["state"], FateEnd> = {
  waiting: "waiting",
  claimed: "underway",
  sent: "sent",
  unknown: "unknown",
  dead: "given_up",
  expired: "expired",
  cancelled: "taken_back",
};

export function fateOf(post: PostFacts): Fate {
  const { kind, state, cause, dueAt, leftAt, settledAt, isPaused, together } = post;
  const end = ENDS[state];
  const at = state === "waiting" ? dueAt : state === "sent" ? (leftAt ?? settledAt ?? dueAt) : (settledAt ?? dueAt);
  const reason = state === "waiting" && isPaused ? "paused" : cause === null ? null : reasonOf(cause, state);
  return { kind, end, at, reason, until: null, together };
}

/** In the words of the rows: whatever writes a cause there has its line, or it is "changed". */
const CAUSES: Record<string, FateReason> = {
  "quiet hours": "quiet_hours",
  "message budget": "message_budget",
  pause: "on_pause",
  unreachable: "unreachable",
  blocked: "unreachable",
  gone: "unreachable",
  "no account": "no_account",
  "opted out": "opted_out",
  "too late": "too_late",
  erased: "erased",
  "names somebody erased": "erased",
  [NO_RIGHT]: "no_right",
  "passed on": "no_right",
  "429": "telegram_busy",
  "telegram in trouble": "telegram_away",
  "chat not found": "not_found",
  "sent apart": "sent_apart",
  "process died": "process_died",
  "database away": "database_away",
  restored: "restored",
  undone: "undone",
  withdrawn: "withdrawn",
  "announcement cancelled": "withdrawn",
  reported: "answered",
  written: "answered",
  "none-yet": "answered",
  continued: "answered",
};

function reasonOf(cause: string, state: PostFacts["state"]): FateReason {
  const known = CAUSES[cause];
  if (known !== undefined) return known;
  if (state === "dead") return "refused";
  return state === "waiting" || state === "unknown" || state === "claimed" ? "telegram_away" : "changed";
}

/** By time, then as they came. */
export function inOrder(fates: readonly Fate[]): Fate[] {
  return [...fates].sort((a, b) => a.at.getTime() - b.at.getTime());
}
