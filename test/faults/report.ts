// What a scenario says at its end: one line.

export interface Outcome {
  done: string;
  counted: string;
  holds: boolean;
}

export interface Fault {
  id: string;
  name: string;
  /** Mostly waits, for many minutes: it runs beside the others, from the beginning. */
  patient?: true;
  run(): Promise<Outcome>;
}
