// Short answers that a trainer keeps, to give them again by one tap.

/** As many as stand below a question without scrolling far. */
export const MOST_QUICK_ANSWERS = 8;
/** Longer ones are letters, and differ each time. */
export const LONGEST_QUICK_ANSWER = 200;

export interface QuickAnswer {
  id: number;
  text: string;
}

export function canBeQuick(text: string): boolean {
  const length = text.trim().length;
  return length > 1 && length <= LONGEST_QUICK_ANSWER;
}
