// What a newer roster changes.
import { describe, expect, it } from "vitest";
import { compareRoster, type RosterPerson } from "../../../src/domain/roster/compare-roster.js";

const person = (said: Partial<RosterPerson> = {}): RosterPerson => ({
  name: "Siti Aminah",
  phone: "+6281234567890",
  kind: "desa",
  institution: "Perpustakaan Desa Puspasari",
  placeCode: "32.01.03.2001",
  ...said,
});

const BUDI = person({ name: "Budi Santoso", phone: "+6281234567891", placeCode: "32.01.03.2004" });

describe("a newer roster", () => {
  it("with the same people changes nothing", () => {
    const known = [person(), BUDI];
    const { statuses, missing } = compareRoster([BUDI, person()], known);
    expect(statuses).toEqual([
      { status: "same", known: BUDI },
      { status: "same", known: known[0] },
    ]);
    expect(missing).toEqual([]);
  });

  it("with somebody else adds them, and asks about whom it leaves out", () => {
    const known = person();
    expect(compareRoster([BUDI], [known])).toEqual({ statuses: [{ status: "new" }], missing: [known] });
  });

  it.each<[what: string, newer: Partial<RosterPerson>, field: string, from: string, to: string]>([
    ["name", { name: "SITI AMINAH, S.Pd." }, "name", "Siti Aminah", "SITI AMINAH, S.Pd."],
    ["number", { phone: "+6281300000001" }, "phone", "+6281234567890", "+6281300000001"],
    ["village", { placeCode: "32.01.03.2004" }, "placeCode", "32.01.03.2001", "32.01.03.2004"],
    ["kind", { kind: "tbm" }, "kind", "desa", "tbm"],
    ["library", { institution: "TBM Melati" }, "institution", "Perpustakaan Desa Puspasari", "TBM Melati"],
  ])("tells a changed %s, old and new", (_, newer, field, from, to) => {
    const known = person();
    expect(compareRoster([person(newer)], [known]).statuses).toEqual([
      { status: "changed", known, changes: [{ field, from, to }] },
    ]);
  });

  it("knows somebody with a new number by the name, for all its titles and a slip", () => {
    const known = person();
    const [status] = compareRoster(
      [person({ name: "Hj. Siti Aminnah, M.Pd.", phone: "+6281300000001" })],
      [known],
    ).statuses;
    expect(status).toMatchObject({ status: "changed", known });
  });

  it("makes nobody who has joined into somebody else by a number that another has now", () => {
    const joined = { ...person(), participantId: 7 };
    expect(compareRoster([person({ name: "Budi Santoso" })], [joined])).toEqual({
      ...{ statuses: [{ status: "new" }], missing: [joined] },
    });
    for (const name of ["Hj. Siti Aminnah, S.Pd.", "Siti Aminah Lubis"]) {
      expect(compareRoster([person({ name })], [joined]).statuses).toMatchObject([
        { status: "changed", known: joined },
      ]);
    }
    // Where nobody has joined yet, the line corrects the name.
    const open = { ...person(), participantId: null };
    expect(compareRoster([person({ name: "Budi Santoso" })], [open]).statuses).toMatchObject([{ status: "changed" }]);
  });

  it.each([
    ["M. Yusuf", "Muhammad Yusuf"],
    ["Moh. Ali", "Mohammad Ali"],
    ["A. Rahman", "Abdul Rahman"],
    ["Rahmawati, Siti", "Siti Rahmawati"],
    ["Siti Nurhaliza", "Nurhaliza"],
    ["M.Yusuf Lubis", "Mohamad Yusuf"],
  ])("knows %s who has joined as %s, under the same number", (was, name) => {
    const joined = { ...person({ name: was }), participantId: 7 };
    expect(compareRoster([person({ name })], [joined])).toMatchObject({
      ...{ statuses: [{ status: "changed", known: joined }], missing: [] },
    });
    // Also where a second one has the number.
    const wife = person({ name: "Dewi Lestari" });
    expect(compareRoster([person({ name })], [wife, joined])).toMatchObject({
      ...{ statuses: [{ status: "changed", known: joined }], missing: [wife] },
    });
  });

  it.each([
    ["M. Yusuf", "Muhammad Ali"],
    ["Siti Aminah", "Siti Rahmawati"],
    ["Abdul Rahman", "Abdul Karim"],
    ["M. Y.", "Muhammad Yusuf"],
  ])("keeps %s who has joined and %s apart, for all that they share a number", (was, name) => {
    const joined = { ...person({ name: was }), participantId: 7 };
    expect(compareRoster([person({ name })], [joined])).toEqual({ statuses: [{ status: "new" }], missing: [joined] });
  });

  it("gives nobody who is named exactly away to an earlier line that is merely alike", () => {
    const shared = [person({ name: "Muhammad Yusuf" }), person({ name: "Dewi Lestari" })];
    const lines = [person({ name: "M. Yusuf" }), person({ name: "Muhammad Yusuf" })];
    expect(compareRoster(lines, shared).statuses).toEqual([{ status: "new" }, { status: "same", known: shared[0] }]);
  });

  it("does not take a namesake elsewhere for the same person", () => {
    const [status] = compareRoster(
      [person({ phone: "+6281300000001", placeCode: "32.01.03.2004" })],
      [person()],
    ).statuses;
    expect(status).toEqual({ status: "new" });
  });

  it("changes nothing that it does not say", () => {
    const said = person({ phone: null, kind: null, institution: "" });
    expect(compareRoster([said], [person()]).statuses).toEqual([{ status: "same", known: person() }]);
  });

  it("tells two who share a number apart by their names, and means nobody twice", () => {
    const shared = [person(), person({ name: "Ahmad Aminah" })];
    const lines = [person({ name: "Ahmad Aminah" }), person(), person({ name: "Rahmat Aminah" })];
    const { statuses } = compareRoster(lines, shared);
    expect(statuses).toEqual([
      { status: "same", known: shared[1] },
      { status: "same", known: shared[0] },
      { status: "new" },
    ]);
    expect(compareRoster([person(), person()], [person()]).statuses.map(({ status }) => status)).toEqual([
      "same",
      "new",
    ]);
  });
});
