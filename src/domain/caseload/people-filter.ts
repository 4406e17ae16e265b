// How a list of people can be narrowed.
import { PARTICIPANT_KINDS } from "../people/participant-kind.js";

/** obstacle, not_joined: the diagnosis (diagnosis.ts). done: all their plans are. A kind: everybody of it. */
export const PEOPLE_FILTERS = ["all", "late", "obstacle", "not_joined", "done", ...PARTICIPANT_KINDS] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];
