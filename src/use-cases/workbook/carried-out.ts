/** What was planned under the same locks cannot be refused: if it is, nothing of the workbook is written. */
export function carriedOut<Outcome extends { kind: string }, Kind extends Outcome["kind"]>(
  outcome: Outcome,
  ...kinds: Kind[]
): Exclude<Outcome, { kind: Exclude<Outcome["kind"], Kind> }> {
  if ((kinds as string[]).includes(outcome.kind)) return outcome as ReturnType<typeof carriedOut<Outcome, Kind>>;
  throw new Error(`A workbook's line was planned and then refused: ${JSON.stringify(outcome)}.`);
}
