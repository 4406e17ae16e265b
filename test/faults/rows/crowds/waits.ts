// How long people waited, in words.

export function percentile(waits: readonly number[], part: number): number {
  return [...waits].sort((a, b) => a - b)[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;
}

/** "120: p95 40 ms, p99 61 ms, slowest 80 ms" */
export function inMilliseconds(waits: readonly number[]): string {
  return `${waits.length}: p95 ${percentile(waits, 0.95)} ms, p99 ${percentile(waits, 0.99)} ms, slowest ${Math.max(...waits)} ms`;
}
