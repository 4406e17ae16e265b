import type { FollowUpsPort } from "../ports/follow-ups.js";
import type { Db } from "./database.js";

export function createFollowUps(_db: Db): FollowUpsPort {
  return {};
}
