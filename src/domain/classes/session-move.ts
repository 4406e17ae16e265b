// How a session can be moved: by so much at one press, or to another time or day of which the rest stays.

export const SESSION_MOVES = ["30", "60", "time", "day"] as const;
export type SessionMove = (typeof SESSION_MOVES)[number];

export function isSessionMove(text: string | undefined): text is SessionMove {
  return SESSION_MOVES.some((move) => move === text);
}

/** How many minutes later it is then; null where something is asked first. */
export function minutesLater(move: SessionMove): number | null {
  return move === "time" || move === "day" ? null : Number(move);
}

/** When it ends then: it takes as long as before. */
export function endMoved({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, newStart: Date): Date {
  return new Date(newStart.getTime() + endsAt.getTime() - startsAt.getTime());
}
