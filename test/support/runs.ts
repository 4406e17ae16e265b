// How much of a test that repeats itself is done: some of it in `npm test`, all in `npm run test:long`, and as much as a variable says
// in `npm run faults`.
export const isLong = process.env.LONG_TESTS !== undefined;

/** `variable`: overrides both, for the long fault runs. */
export function runs(variable: string, { quick, long }: { quick: number; long: number }): number {
  return Number(process.env[variable] ?? (isLong ? long : quick));
}

/** The first `quick` of them, or all in the long tests. */
export const someOf = <T>(quick: number, all: readonly T[]): T[] => all.slice(0, isLong ? all.length : quick);

/** Dealt out to so many hands, those of the hand at `at`; in the long tests each hand gets all of them. */
export const dealt = <T>(all: readonly T[], at: number, hands: number): T[] =>
  all.filter((_, index) => isLong || index % hands === at);
