// How a session meets, and where: one is not changed without the other.
import { expect, test } from "vitest";
import { planSessions } from "../../../src/domain/office-workbook/plans/plan-sessions.js";
import { readOfficeSheets } from "../../../src/domain/office-workbook/read-office-sheets.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { day, officeWorkbook } from "../../support/files/office-workbook.js";

type Known = Parameters<typeof planSessions>[1][number];
type Found = Exclude<ReturnType<Parameters<typeof planSessions>[2]>, string>;

const now = new Date("2026-04-06T02:00:00Z");
const LINK = "https://zoom.us/j/123";
const session = (mode: Known["mode"], place: string): Known => ({
  ...{ id: 7, classId: 3, title: "Promosi", cancelledAt: null, revision: 1, mode, place },
  ...{ startsAt: new Date("2026-05-18T01:00:00Z"), endsAt: new Date("2026-05-18T03:00:00Z") },
});
const ofClass = { id: 3, name: "Kepri", zone: "Asia/Jakarta", venue: "Hotel", moved: 0 } as Found;

async function planned(known: Known, mode: string | null, place: string | null) {
  const rows = [["Kepri", "Promosi", day("2026-05-18"), "08.00", "10.00", mode, place, "S7"]];
  const reading = await readGrids(Buffer.from(await officeWorkbook({ sessions: rows })));
  if (!reading.ok) throw new Error(reading.detail);
  const { lines } = readOfficeSheets(reading.grids, { today: "2026-04-06", findProvince: () => null });
  const [plan] = planSessions(lines.sessions, [known], () => ofClass, now);
  if (plan === undefined || plan.status === "new") throw new Error("not changed");
  return plan.status === "error" ? plan.reason : plan.changes.map(({ field, from, to }) => [field, from, to]);
}

const room = session("in_person", "Aula");
const online = session("online", LINK);
const later = session("online", "");

test.each([
  [
    "a room that becomes a link",
    room,
    "Daring",
    LINK,
    [
      ["mode", "in_person", "online"],
      ["place", "Aula", LINK],
    ],
  ],
  [
    "a link that becomes a room",
    online,
    "Tatap muka",
    "Aula",
    [
      ["mode", "online", "in_person"],
      ["place", LINK, "Aula"],
    ],
  ],
  ["a link typed without its beginning", online, "Daring", "zoom.us/j/123", []],
  [
    "another link, where nothing is said of the way",
    online,
    null,
    "zoom.us/j/9",
    [["place", LINK, "https://zoom.us/j/9"]],
  ],
  ["a link that was to follow", later, "Daring", LINK, [["place", "", LINK]]],
  ["a link that is still to follow", later, "Daring", null, []],
  ["another room", room, null, "Ruang 2", [["place", "Aula", "Ruang 2"]]],
])("%s is planned with its way and its place", async (_, known, mode, place, changes) => {
  expect(await planned(known, mode, place)).toEqual(changes);
});

test.each([
  ["online without a link", room, "Daring", null, "missing-link"],
  ["online with its room for a link", room, "Daring", "Aula", "bad-link"],
  ["in person without a room", online, "Tatap muka", null, "missing-room"],
  ["in person with its link for a room", online, "Tatap muka", LINK, "link-for-room"],
  ["online as before with a room for a link", online, null, "Ruang 2", "bad-link"],
])("a session does not become one that meets %s", async (_, known, mode, place, reason) => {
  expect(await planned(known, mode, place)).toBe(reason);
});
