import type { AnnouncementsPort } from "../ports/announcements.js";
import type { Db } from "./database.js";

export function createAnnouncements(_db: Db): AnnouncementsPort {
  return {};
}
