// The overview says the same on screen, in files and on paper, and nothing beyond the reach or cohort of who looks.
import { expect, test } from "vitest";
import { DEFAULT_PROVINCE_RULE } from "../../../src/domain/caseload/with-province.js";
import { readGrids } from "../../../src/files/read-grids.js";
import { textsFor } from "../../../src/texts/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";
import { practiceMade } from "../../support/world/practice.js";
import { openOverview } from "./three-provinces.js";

const { stage, onPhone, threeProvinces, admin } = openOverview();

test("screen, workbook and paper say the same numbers, and none of them those of a practice", async () => {
  await threeProvinces();
  const sri = await admin("Sri", undefined);
  const file = async (kind: string) => {
    await onPhone(sri, (phone) => phone.pressesOn(1, `overview_file:all:${kind}::province`));
    const { document, photo } = sri.lastMessage() ?? {};
    const id = document?.file_id ?? photo?.at(-1)?.file_id ?? "";
    return stage.sandbox.files.byId(id)?.bytes ?? new Uint8Array();
  };
  const before = Buffer.from(await file("xlsx"));
  const { id } = await stage.db.person.findFirstOrThrow({ where: { name: "Sri" } });
  await practiceMade(stage, id);
  const after = Buffer.from(await file("xlsx"));
  const [was, is] = await Promise.all(
    [before, after].map(async (bytes) => {
      const reading = await readGrids(bytes);
      if (!reading.ok) throw new Error(reading.detail);
      return reading.grids[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ""));
    }),
  );
  expect(is).toEqual(was);
  const [heading = [], ...rows] = is ?? [];
  const total = rows.at(-1) ?? [];
  const cellOf = (name: string) => total[heading.indexOf(name)];
  expect([cellOf("Orang"), cellOf("Bergabung"), cellOf("Selesai semua"), cellOf("Rencana"), cellOf("Selesai")]).toEqual(
    ["9", "7", "4", "21", "12"],
  );
  await onPhone(sri, says("/statistik"));
  expect(screen(sri)).toContain("9 orang");
  expect(screen(sri)).toContain("7 (78 %)");
  const paper = JSON.parse(Buffer.from(await file("pdf")).toString())[0];
  expect(paper.totals.slice(0, 3)).toEqual(["Jumlah", 9, { part: 7, whole: 9 }]);
  expect(stage.errors).toEqual([]);
});

// Keeps A17.
test.each(WALKED_IN)("what it means is said of every cause and of every number of the page, in %s", (language) => {
  const { overview } = textsFor(language);
  const { meaning, causes, sheet } = overview;
  const standings = meaning.standings.say().text.toLowerCase();
  for (const cause of Object.values(causes)) expect(standings).toContain(`${cause.toLowerCase()}:`);
  const numbers = meaning.numbers.say(DEFAULT_PROVINCE_RULE).text;
  const { people, joined, plans, written, reported, reviewed, done, late, withProvince } = sheet.columns;
  for (const word of [people, joined, plans, written, reported, reviewed, done, late, withProvince]) {
    expect(numbers).toContain(`${word}:`);
  }
});

test("a list of names begins with places where somebody looks after a province or more, and at once for a regency", async () => {
  const { maluku } = await threeProvinces();
  const [sri, bintan] = [await admin("Sri", undefined), await admin("Dinas Bintan", "21.01")];
  await onPhone(sri, says("/peserta"));
  // A few are found without choosing a place.
  expect(screen(sri)).toContain("Undangan Maluku");
  const crowd = Array.from({ length: 20 }, (_, n) => ({
    classId: maluku.id,
    name: `Undangan ${n}`,
    kind: "desa" as const,
  }));
  await stage.db.rosterRow.createMany({ data: crowd });
  await onPhone(sri, says("/peserta"));
  expect(sri.buttons().join()).toContain("Kepulauan Riau (5)");
  expect(sri.buttons().join()).toContain("Maluku (21)");
  expect(screen(sri)).toContain("29 orang.\nPer Rabu, 10 Juli 2024 pukul 09.00 WIB");
  await onPhone(sri, presses(/Kepulauan Riau/), presses(/Bintan/));
  expect(screen(sri)).toContain("Peserta 21-0");
  expect(screen(sri)).not.toContain("Undangan Maluku");
  await onPhone(sri, says("/peserta Peserta 63-1"));
  expect(screen(sri)).toContain("Peserta 63-1");
  await onPhone(bintan, says("/peserta"));
  expect(screen(bintan)).toContain("Peserta 21-0");
  expect(stage.errors).toEqual([]);
});

test("an admin of a kabupaten sees its numbers and its people, and no way out of it", async () => {
  await threeProvinces();
  const bintan = await admin("Dinas Bintan", "21.01");
  await onPhone(bintan, says("/statistik"));
  expect(screen(bintan)).toContain("Kab. Bintan");
  expect(screen(bintan)).toContain("4 orang");
  expect(bintan.buttons().join()).not.toContain("⬅️ Kepulauan Riau");
  await onPhone(bintan, presses(/Per kelas/), presses(/Kepri 1/), presses(/Orangnya/));
  expect(screen(bintan)).toContain("Peserta 21-3");
  expect(stage.errors).toEqual([]);
});

test("people of another cohort are in neither the numbers nor the list behind them", async () => {
  await threeProvinces();
  const later = await buildClass(stage.db, { name: "Kepri 2025", provinceCode: "21", startsOn: "2025-06-02" });
  await buildParticipant(stage.db, later.id, { name: "Peserta 2025" });
  const sri = await admin("Sri", undefined);
  // It has not begun: this year's is what is asked about until then.
  await onPhone(sri, says("/statistik"));
  expect(screen(sri)).toContain("9 orang");
  await onPhone(sri, presses(/Angkatan: TPBIS 2025/));
  expect(screen(sri)).toContain("1 orang");
  await onPhone(sri, presses(/Per provinsi/), presses(/Kepulauan Riau/), presses("👥 Orangnya (1)"));
  expect(screen(sri)).toContain("Peserta 2025");
  expect(screen(sri)).not.toContain("Peserta 21-0");
  stage.clock.advance(365 * 24 * 3600 * 1000);
  await onPhone(sri, says("/statistik"));
  expect(screen(sri)).toContain("TPBIS 2025");
});
