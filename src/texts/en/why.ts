// To operators who ask why somebody got a message on a day, or did not.
import type { FateEnd, FateReason } from "../../domain/fates/fate.js";
import type { OptOut } from "../../domain/messages/post-kind.js";
import type { UnreachableCause } from "../../domain/people/person.js";
import type { FateLine, why as Indonesian, NowOf } from "../id/why.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

const ENDS: Record<FateEnd, string> = {
  sent: "✅ sent",
  unknown: "❔ may not have arrived",
  underway: "📤 on its way",
  waiting: "⏳ waiting",
  given_up: "❌ could not be sent",
  taken_back: "↩️ taken back before it left",
  expired: "⌛ too late, not sent",
  held: "⏸ held back",
  not_owed: "➖ not needed",
  coming: "🕗 still to come",
  missing: "⚠️ not there",
};

const REASONS: Record<FateReason, string> = {
  quiet_hours: "outside the receiver's working hours",
  message_budget: "they had had their messages of the day",
  unreachable: "they blocked the bot, or their account is gone",
  no_account: "not connected to the bot yet",
  opted_out: "they asked for no such messages",
  no_zone: "their time zone is not known yet",
  too_late: "its time was over",
  answered: "it was answered before",
  snoozed: "they put it off",
  on_pause: "they pause",
  telegram_busy: "Telegram asked to wait",
  telegram_away: "Telegram or the network was in trouble",
  not_found: "Telegram did not find the account",
  refused: "Telegram refused its content",
  sent_apart: "sent one by one",
  process_died: "the bot stopped while sending",
  database_away: "the database was away",
  paused: "the announcement is paused",
  withdrawn: "the announcement was cancelled",
  restored: "the data was restored from a backup",
  erased: "the data was erased",
  no_right: "no longer the receiver's task",
  undone: "undone by the sender",
  changed: "things changed before it left",
  joined_later: "they joined after that",
  not_joined: "they had not joined then",
  done: "the plan was done",
  nothing_new: "there was nothing new",
  not_yet: "it will leave in time",
  not_known: "no reason was recorded; please ask the technical team",
};

const STOPPED: Record<OptOut, string> = { reminders: "reminders", announcements: "announcements" };
const AWAY: Record<UnreachableCause, string> = { blocked: "they blocked the bot", gone: "their account is gone" };

export const why: typeof Indonesian = {
  ends: ENDS,
  reasons: REASONS,
  open: "🔎 Why?",
  before: "◀ Day before",
  after: "Day after ▶",
  day: ({ name, day, total }, now, shown) =>
    paragraphs(
      lines(rich`🔎 ${bold(name)}`, rich`${day} · ${total === 1 ? "1 message" : `${total} messages`}`),
      factsOf(now),
      shown.length === 0
        ? "There was no message for them on that day, and none was held back."
        : lines(...shown.map(line)),
    ),
};

function line({ time, what, end, reason, until, together }: FateLine) {
  const because = reason === null ? "" : `: ${REASONS[reason]}`;
  const later = until === null ? "" : `, until ${until}`;
  const joined = together === 0 ? "" : `, in one message with ${together} more`;
  return rich`${time} · ${bold(what)}\n${ENDS[end]}${because}${later}${joined}`;
}

function factsOf({ account, away, stopped, pausedUntil, isRest }: NowOf) {
  const facts = [
    isRest && "A day of rest: what is not urgent waits for a working day.",
    !account && "Now: not connected to the bot yet.",
    away !== null && `Now: ${AWAY[away]}.`,
    stopped.length > 0 && `Now: they want no ${stopped.map((one) => STOPPED[one]).join(" and ")}.`,
    pausedUntil !== null && `They pause until ${pausedUntil}.`,
  ].filter((fact) => fact !== false);
  return facts.length === 0 ? undefined : lines(...facts);
}
