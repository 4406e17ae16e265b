// What a button under a message asks for: a name and the ids it is about. A button carries ids, never a right.

/** Every action a button can ask for; bot/actions.ts answers each, and the compiler sees to it that none is forgotten. */
export const ACTIONS = [
  "menu",
  "consent", // <join token or "-">
  "refuse",
  "language", // <id|en>
  "resume", // goes on with the unfinished form
  "question", // <thread>: to go on in it
  "ask", // a new question
  "opt_out", // <reminders|announcements|all>
  "opt_in",
  "missed", // <bring|leave>: what did not arrive while they had blocked the bot
  "unknowns", // [<again|arrived>:<outbox id>]: messages of which nobody knows, for operators
  "erase", // <person>: forgets them
  "keep_data", // does not
  "announcements", // the last few
  "announce", // a new one
  "announcement", // <id>[:<verb>[:<outbox id>]]
  "schedule", // the next sessions of whoever asks
  "agenda", // <class> <day>: a day of a class one takes part in
  "session", // <session>: to answer, or to run
  "attend", // <session> <present|late|absent>
  "classes", // <page>: the classes in one's care
  "class", // <class>
  "class_day", // <class> <day>
  "run_session", // <session>
  "move_session", // <session>
  "ask_cancel_session", // <session>
  "cancel_session", // <session> <revision>
  "accept", // <invitation token>: consent of a trainer or admin
  "overdue", // <page>
  "case", // <plan>: its page for whoever follows it up
  "nudge", // <plan>
  "contact", // <plan>: how to reach its people
  "note", // <plan>: a talk outside the bot
  "extend", // <plan>
  "people", // <filter> <page>
  "person", // <participant>
  "invited", // <roster row>
  "summary",
  "news", // <from ms> <to ms> <page>
  "needs", // <page>: everybody who needs the trainer, the most urgent first
  "plans", // the three plans of one's library
  "plan", // <plan>: its page, or its form while it is unwritten
  "rewrite", // <plan>
  "reports", // which plan to report on
  "report", // <plan>
  "progress", // three lights and the next step
  "correct", // <report number>
  "need_help", // <plan>
  "snooze", // the reminder that bears the button: to when?
  "snooze_until", // <message> <minutes since 1970>
] as const;

export type ActionName = (typeof ACTIONS)[number];

/** Telegram's bound for what a button carries back, in bytes. */
const LONGEST_DATA = 64;

/** @throws RangeError when the ids are too long for a button: a fault in our own code. */
export function action(name: ActionName, ...ids: (string | number)[]): string {
  const data = [name, ...ids].join(":");
  // Names and ids are ASCII, so characters are bytes.
  if (data.length > LONGEST_DATA) throw new RangeError(`Too long for a button: ${data}`);
  return data;
}

export function readAction(data: string): { name: ActionName; ids: string[] } | null {
  const [name, ...ids] = data.split(":");
  return ACTIONS.includes(name as ActionName) ? { name: name as ActionName, ids } : null;
}
