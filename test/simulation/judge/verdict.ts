// What is found of a lived month.

export interface Verdict {
  messages: number;
  merged: number;
  byKind: Record<string, number>;
  /** Each must be empty. */
  outOfHours: string[];
  overBudget: string[];
  withoutNeed: string[];
  unwanted: string[];
  twice: string[];
  whilePaused: string[];
  welcomes: string[];
  unexplained: string[];
  /** To a phone that was theirs before; the one word that it is so left out. */
  toOldPhones: string[];
  notToldOfMove: string[];
  /** To somebody who takes part no more, or does not yet; the one word that it is so left out. */
  toOutsiders: string[];
  /** That one word: missing, or said again. */
  wordsAmiss: string[];
  /** Asked for the same plan at the same step twice, be it on two phones of one human. */
  askedAgain: string[];
  /** A form that the one before had begun, and of which who follows did not hear. */
  draftsLost: string[];
  /** An announcement that did not arrive, and nobody knows why. */
  unheard: string[];
  notUnderstood: string[];
  /** Nobody asked for it, its author, one that was taken back, or the second in a week. */
  wrongStories: string[];
  owed: { reminders: number; agendas: number; welcomes: number; announcements: number };
  excused: Record<string, number>;
}

export function emptyVerdict(messages: number): Verdict {
  return {
    ...{ messages, merged: 0, byKind: {}, excused: {} },
    owed: { reminders: 0, agendas: 0, welcomes: 0, announcements: 0 },
    ...{ outOfHours: [], overBudget: [], withoutNeed: [], unwanted: [], twice: [], unexplained: [], notUnderstood: [] },
    ...{ whilePaused: [], welcomes: [], toOldPhones: [], notToldOfMove: [], wrongStories: [] },
    ...{ toOutsiders: [], wordsAmiss: [], askedAgain: [], draftsLost: [], unheard: [] },
  };
}

export function excuse({ excused }: Verdict, reason: string): void {
  excused[reason] = (excused[reason] ?? 0) + 1;
}
