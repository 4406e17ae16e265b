export type ReportsPort = Record<never, never>;
