// Files about a place: its people, its reports, and what they reported in SIM's shape.

import { PEOPLE_FILTERS, type PeopleFilter } from "../../domain/caseload/people-filter.js";
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { type Area, readArea, writeArea } from "../../domain/overview/area.js";
import { MOST_ROWS_OF_A_FILE } from "../../domain/own-data/export.js";
import type { KnownActor } from "../../domain/people/person.js";
import { isRegionCode } from "../../domain/places/place.js";
import type { Texts } from "../../texts/index.js";
import {
  type ExportAsked,
  exportPeople,
  exportReports,
  exportSim,
  reachIn,
  readMonths,
  type SheetOutcome,
} from "../../use-cases/index.js";
import { refusal } from "../kit/refuse.js";
import type { BotWorld } from "../world.js";
import type { ExportContext, ExportKind } from "./export-kind.js";

type PlaceFile = "people" | "reports" | "sim";
type Read = (world: BotWorld, actor: KnownActor, asked: ExportAsked) => Promise<SheetOutcome>;

/** 21.01:late, or -:all for all that is theirs. 21.01c12:late:area:1 is the list of an area, of one cohort or of all. */
export const peopleFile: ExportKind = {
  async find(_, actor, about) {
    const [place = "", word = "", of, cohort, ...more] = about.split(":");
    const filter = PEOPLE_FILTERS.find((one) => one === word);
    if (filter === undefined || more.length > 0) return null;
    if (of === "area") return ofArea(actor, filter, readArea(place), cohort);
    const placeCode = readPlace(place);
    if (placeCode === undefined || of !== undefined || reachIn(actor, placeCode) === null) return null;
    return found("people", (world, who, asked) => exportPeople(world, who, { placeCode, filter, ...asked }));
  },
};

/** What peopleFile reads. */
export function writeListOfArea(area: Area, filter: PeopleFilter, cohortId: number | null): string {
  return [writeArea(area), filter, "area", ...(cohortId === null ? [] : [cohortId])].join(":");
}

function ofArea(actor: KnownActor, filter: PeopleFilter, area: Area | null, cohort: string | undefined) {
  const cohortId = cohort === undefined ? null : Number(cohort);
  if (area === null || (cohort !== undefined && !/^\d{1,9}$/.test(cohort))) return null;
  const { placeCode, classId } = area;
  if (reachIn(actor, placeCode, cohortId) === null) return null;
  return found(
    "people",
    (world, who, asked) => exportPeople(world, who, { placeCode, filter, within: { classId, cohortId }, ...asked }),
    ({ caseload }) => ({ label: caseload.backToList, data: action("people", filter, 0, false, area, cohortId) }),
  );
}

export const reportsFile = monthly("reports", exportReports);
export const simFile = monthly("sim", exportSim);

/** 21.01:2024-05:2024-06, from one month to another. */
function monthly(file: PlaceFile, use: typeof exportSim): ExportKind {
  return {
    async find(_, actor, about) {
      const [place = "", from = "", to = "", ...more] = about.split(":");
      const [placeCode, months] = [readPlace(place), readMonths(from, to)];
      if (placeCode === undefined || months === null || more.length > 0 || reachIn(actor, placeCode) === null)
        return null;
      return found(file, (world, who, asked) => use(world, who, { placeCode, months, ...asked }));
    },
  };
}

function readPlace(text: string): string | null | undefined {
  if (text === "-") return null;
  return isRegionCode(text) ? text : undefined;
}

/** `back`: where it was asked for, if that was a list. */
function found(file: PlaceFile, read: Read, back?: (texts: Texts) => Button) {
  return {
    name: ({ exports }: Texts) => exports.files[file].name,
    async write(context: ExportContext): Promise<Message> {
      const { world, actor, texts, purpose, updateId } = context;
      const outcome = await read(world, actor, { purpose, updateId });
      if (outcome.kind === "not_yours") return refusal(context);
      const words = texts.exports;
      const again = { label: words.another, data: action("exports") };
      if (outcome.kind === "too_large") return { ...words.tooLarge(MOST_ROWS_OF_A_FILE), buttons: [[again]] };
      const bytes = await world.sheets.xlsx([outcome.sheet], words.aboutSheet);
      return {
        ...words.file(words.files[file].caption, outcome.rows),
        buttons: [[back?.(texts) ?? again]],
        attachment: {
          kind: "document" as const,
          name: `${words.files[file].fileName}.xlsx`,
          base64: Buffer.from(bytes).toString("base64"),
        },
      };
    },
  };
}
