// What the page of a draft announcement and its parts show, in any language.
import type { AudienceNames, AudienceRole, JoinedFilter, PlanFilter } from "../../../domain/announcements/audience.js";
import type { LocalTime } from "../../../domain/announcements/local-time.js";
import type { RichText } from "../../../domain/messages/message.js";
import type { ParticipantKind } from "../../../domain/people/participant-kind.js";
import type { Zone } from "../../../domain/time/zone.js";

/** An audience in words: its conditions by name, as far as its reader may see them. */
export interface AudienceView {
  role: AudienceRole;
  plans: PlanFilter;
  joined: JoinedFilter;
  kinds: readonly ParticipantKind[];
  names: AudienceNames;
  /** Places are asked for, though perhaps none that the reader reaches now. */
  asksPlaces: boolean;
  /** Of the reach; null: the whole country. */
  regions: readonly string[] | null;
  className: string | null;
  provinceName: string | null;
  practiceName: string | null;
}

export interface DraftPage {
  /** Of the announcement that is being changed; null: a new one. */
  changing: number | null;
  keptAt: Date;
  /** It was kept on another day. */
  isOld: boolean;
  zone: Zone;
  opening: string;
  files: { kind: "photo" | "document"; count: number } | null;
  link: { label: string; host: string } | null;
  /** Null: not chosen yet. */
  audience: string | null;
  reachable: number;
  localTime: LocalTime | null;
  emergency: boolean;
  asksRead: boolean;
  length: { written: number; longest: number; most: number };
  /** What must be changed first; null when it may be sent. */
  problem: RichText | null;
}
