// What tells that a message to a trainer has something new, by the words that they read.

/** A question that is told again needs nothing new: it waits. */
export const FRESH_WORDS: Record<string, RegExp> = {
  overdue_alert: /🆕|, \d+ baru/,
  daily_summary: /Kabar baru \(|\(\d+ baru\)/,
};
