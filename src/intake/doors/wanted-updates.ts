// Which kinds of update Telegram shall bring us, whether we fetch them or it comes to us.

/** Edits are listed so that they can be answered; the rest is what a private chat can bring. */
export const WANTED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"] as const;
