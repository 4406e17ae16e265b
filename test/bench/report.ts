// A bench's rows, and how figures are taken: the median of several runs, ours and the other by turns.

export interface Row {
  id: string;
  workload: string;
  ours: string;
  beside: string;
  ratio: string;
  /** What is asked for. */
  target: string;
  meets: boolean;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function percentile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** By turns, so that a machine that slows down slows both. */
export async function byTurns<Name extends string>(
  rounds: number,
  works: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken.get(name)?.push(await works[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const count = (value: number) => value.toLocaleString("en");
export const perSecond = (value: number) => `${value.toFixed(0)}/s`;
export const times = (value: number) => `${value.toFixed(2)} ×`;

export function table(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.id,
    row.workload,
    row.ours,
    row.beside,
    row.ratio,
    row.target,
    row.meets ? "yes" : "NO",
  ]);
  const head = ["#", "workload", "ours", "beside", "ratio", "target", "meets it"];
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
