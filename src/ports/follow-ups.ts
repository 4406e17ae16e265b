export type FollowUpsPort = Record<never, never>;
