export type SummariesPort = Record<never, never>;
