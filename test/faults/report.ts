// What a scenario says at its end: one line.

export interface Outcome {
  done: string;
  counted: string;
  holds: boolean;
}

export interface Fault {
  id: string;
  name: string;
  /**
   * alone: it measures how quick we are, so nothing runs beside it. patient: it mostly waits, for many minutes, beside all others.
   * tests: the suite's own, in turn beside the processes that are killed. Missing: in turn.
   */
  company?: "alone" | "patient" | "tests";
  run(): Promise<Outcome>;
}
