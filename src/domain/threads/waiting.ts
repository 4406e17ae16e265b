// How long a question waits, until it is told again, until the province hears of it, and what else is counted from it.

/** An answer within a working day is what trainers promise their class: then they are told of the question again. */
export const REPEATED_AFTER_WORKING_DAYS = 1;
/** … and from then on: the province has it by then, so often enough that nothing lies forgotten, and seldom enough to be read. */
export const REPEATED_AGAIN_AFTER_WORKING_DAYS = 3;

/** The programme's bar (P30), until the province is told. Plain hours: who waits over a weekend waits as well. */
export const UNANSWERED_HOURS = 48;

/** Thanks that come later are about something else, and go to the trainer as a question would. */
export const THANKED_WITHIN_HOURS = 24;

/** Until then its author is told that a question or an answer reached nobody; afterwards the other side has had its time. */
export const UNDELIVERED_TOLD_WITHIN_DAYS = 7;

/** In characters, of a question or an answer: with our frame around it, well within Telegram's 4,096. */
export const LONGEST_LETTER = 3000;

/** In characters: what the form of an answer shows of the last word in its thread. */
export const SHOWN_ON_OPENING = 300;
