// A simulation as a workbook: every message, how many a day, and what was held back.
import type { Sheet } from "../../../domain/files/sheet.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import type { SimulatedMessage, SimulatedRole, SimulationOutcome } from "../../../domain/simulation/simulation.js";
import { dayIn, timeIn } from "../../../domain/time/calendar.js";
import { zoneLabel } from "../../../domain/time/zone.js";
import { plainDay } from "../../dates.js";
import type { Texts } from "../../index.js";

const ROLES: readonly SimulatedRole[] = ["participant", "trainer", "admin"];

/** Every message, how many a day, and what was held back. */
export function simulationSheets(
  { language, simulation, comingBack, why }: Texts,
  { from, until, messages, held }: SimulationOutcome,
): Sheet[] {
  const { sheets, roles, habits } = simulation;
  const { columns } = sheets;
  const kindsOf = ({ kinds }: SimulatedMessage) => kinds.map((kind) => comingBack.kinds[kind]).join(", ");
  const span = sheets.span(
    plainDay(language, dayIn("Asia/Jakarta", from)),
    plainDay(language, dayIn("Asia/Jakarta", until)),
  );
  const notes = [span, ...sheets.assumed];
  const byDay = [...groupedBy(messages, ({ zone, at }) => dayIn(zone, at))].sort(([a], [b]) => a.localeCompare(b));
  return [
    {
      ...{ title: sheets.messages, notes },
      columns: [
        { heading: columns.day, width: 12, holds: "day" },
        { heading: columns.time, width: 12, holds: "text" },
        { heading: columns.zone, width: 8, holds: "text" },
        { heading: columns.className, width: 26, holds: "text" },
        { heading: columns.role, width: 12, holds: "text" },
        { heading: columns.name, width: 18, holds: "text" },
        { heading: columns.habit, width: 30, holds: "text" },
        { heading: columns.kind, width: 26, holds: "text" },
        { heading: columns.why, width: 40, holds: "text" },
        { heading: columns.text, width: 90, holds: "text" },
      ],
      rows: messages.map((one) => [
        ...[{ day: dayIn(one.zone, one.at) }, timeIn(one.zone, one.at), zoneLabel(one.zone), one.className],
        ...[roles[one.role], one.name, one.habit === null ? null : habits[one.habit]],
        ...[kindsOf(one), simulation.why(one.kinds, comingBack.kinds), one.text],
      ]),
    },
    {
      ...{ title: sheets.days, notes: [] },
      columns: [
        { heading: columns.day, width: 12, holds: "day" },
        ...ROLES.map((role) => ({ heading: columns[role], width: 12, holds: "number" as const })),
      ],
      rows: byDay.map(([day, ofDay]) => [
        { day },
        ...ROLES.map((wanted) => ofDay.filter(({ role }) => role === wanted).length),
      ]),
    },
    {
      ...{ title: sheets.held, notes: [] },
      columns: [
        { heading: columns.kind, width: 30, holds: "text" },
        { heading: columns.end, width: 24, holds: "text" },
        { heading: columns.why, width: 40, holds: "text" },
        { heading: columns.count, width: 10, holds: "number" },
      ],
      rows: held.map(({ kind, end, reason, count }) => [
        ...[comingBack.kinds[kind], why.ends[end], reason === null ? null : why.reasons[reason], count],
      ]),
    },
  ];
}
