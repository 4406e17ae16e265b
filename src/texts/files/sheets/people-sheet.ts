// The people of a place as a sheet for the office, a row each. What a trainer takes along of their own is in care-sheets.ts.
import type { PersonStanding } from "../../../domain/caseload/diagnosis.js";
import type { Sheet, SheetCell, SheetColumn } from "../../../domain/files/sheet.js";
import type { ParticipantKind } from "../../../domain/people/participant-kind.js";
import { writePhone } from "../../../domain/people/phone.js";
import type { PlanState } from "../../../domain/plans/plan-state.js";
import { PLAN_TYPES, type PlanType } from "../../../domain/plans/work-plan.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Texts } from "../../index.js";

interface Person {
  name: string;
  phone: string | null;
  kind: ParticipantKind;
  libraryName: string;
  place: string;
  className: string;
  joinedOn: Day | null;
  standing: PersonStanding;
  late: number;
  lastHeardOn: Day | null;
  plans: readonly { type: PlanType; state: PlanState }[];
}

const WIDTHS = {
  ...{
    name: 30,
    phone: 18,
    kind: 18,
    library: 32,
    place: 24,
    class: 30,
    joined: 12,
    standing: 22,
    late: 10,
    heard: 12,
  },
  ...{ information_services: 22, community_engagement: 22, advocacy: 22 },
} as const;

export function peopleSheet({ exports, planWords }: Texts, rows: readonly SheetCell[][]): Sheet {
  const { peopleColumns, sheets, zonesNote } = exports;
  const columns = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((key): SheetColumn => {
    const holds = key === "late" ? "number" : key === "joined" || key === "heard" ? "day" : "text";
    return {
      heading: key in planWords.types ? planWords.types[key as "advocacy"] : peopleColumns[key as "name"],
      width: WIDTHS[key],
      holds,
    };
  });
  return { title: sheets.people, notes: [zonesNote], columns, rows };
}

export function personCells({ caseload, exports, planWords }: Texts, person: Person): SheetCell[] {
  const { standing } = person;
  const dayOf = (day: Person["joinedOn"]) => (day === null ? null : { day });
  return [
    person.name,
    person.phone === null ? null : writePhone(person.phone),
    caseload.filterName(person.kind),
    person.libraryName,
    person.place,
    person.className,
    dayOf(person.joinedOn),
    standing === "on_course" ? exports.onCourse : caseload.filterName(standing === "finished" ? "done" : standing),
    person.late,
    dayOf(person.lastHeardOn),
    ...PLAN_TYPES.map((type) => {
      const plan = person.plans.find((one) => one.type === type);
      return plan === undefined ? null : planWords.states[plan.state];
    }),
  ];
}
