// What a scenario says at its end: one line.

export interface Outcome {
  done: string;
  counted: string;
  holds: boolean;
}

export interface Fault {
  id: string;
  name: string;
  run(): Promise<Outcome>;
}
