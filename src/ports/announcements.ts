export type AnnouncementsPort = Record<never, never>;
