// Somebody known comes with another Telegram account: for how long a number proves it, a no holds, and the old account can say that it was not they.

/** A number that was shared longer ago may be somebody else's by now. */
export const PROOF_HOURS = 24;

/** After a no they can ask once more, and somebody else decides again. */
export const REFUSED_HOURS = 24;

/** Afterwards an old phone that somebody found or bought says nothing any more. */
export const CONTEST_DAYS = 7;
