// What an admin chooses an audience from, within their reach, and the audiences that they have given a name.
import type { Audience, AudienceList, AudienceNames } from "../../domain/announcements/audience.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Day } from "../../domain/time/calendar.js";

/** One thing of a list to tick. `detail`: what tells it from one of the same name. */
export interface AudienceOption {
  value: string;
  name: string;
  detail?: { startsOn: Day } | { wave: number };
}

export interface OptionsWish {
  /** Of places: the regencies of this province; missing: the provinces. */
  province?: string;
  /** Only what lies there, and, of trainers, whose name holds these words. */
  places: readonly string[];
  typed: string;
  skip: number;
  most: number;
}

export interface SavedAudience {
  id: number;
  name: string;
  audience: Audience;
}

export interface AudiencesPort {
  /** What can be ticked within the reach, a page of it, and how many there are. */
  options(
    list: Exclude<AudienceList, "kinds">,
    reach: Reach[],
    wish: OptionsWish,
  ): Promise<{ total: number; shown: AudienceOption[] }>;
  namesOf(audience: Audience, reach: Reach[]): Promise<AudienceNames>;
  /** Under this name, in place of what had it before. */
  save(personId: number, name: string, audience: Audience, now: Date): Promise<number>;
  /** The one used last first. */
  savedBy(personId: number): Promise<SavedAudience[]>;
  /** Null when it is not theirs. */
  take(personId: number, id: number, now: Date): Promise<SavedAudience | null>;
  forget(personId: number, id: number): Promise<boolean>;
}
