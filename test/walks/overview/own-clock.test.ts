// An area's numbers say when they were counted by its own clock, on each screen and in each file; those of the country by that of the west.
import { expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { overviewSheet, overviewWorkbook } from "../../../src/texts/files/sheets/overview-sheet.js";
import { textsFor } from "../../../src/texts/index.js";
import { viewOverview } from "../../../src/use-cases/index.js";
import { says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// 09:00 in Jakarta is 11:00 in Ambon.
const stage = stageAt("2024-07-10T02:00:00Z");
const acts = phoneActsOn(stage, 1_000);

const press = (data: string) => (phone: Person) => phone.pressesOn(phone.lastMessage()?.message_id ?? 1, data);

async function maluku(language: "id" | "en", regionCode: string | null) {
  const { id: classId } = await buildClass(stage.db, { provinceCode: "81", name: "Maluku 1" });
  await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1" });
  await buildParticipant(stage.db, classId, { name: "Maria", provinceCode: "81" });
  const admin = await buildAdmin(stage.db, { language, ...(regionCode !== null && { regionCode }) });
  const phone = stage.person({ id: Number(admin.telegramId), name: "Admin" });
  return { classId, admin, phone };
}

const CLOCKS = [
  ["the country", null, "all", /09[.:]0\d WIB/],
  ["a province", "81", "81", /11[.:]0\d WIT/],
  ["a regency", "81.01", "81.01", /11[.:]0\d WIT/],
  ["a class of a province", "81", "81cCLASS", /11[.:]0\d WIT/],
  ["a class of the country", null, "cCLASS", /11[.:]0\d WIT/],
] as const;

// Keeps A17, P08.
test.each(WALKED_IN.flatMap((language) => CLOCKS.map((clock) => [language, ...clock] as const)))(
  "in %s, %s says it on screens, picture, workbook and paper by its own clock",
  async (language, _what, regionCode, wanted, clock) => {
    const { classId, admin, phone } = await maluku(language, regionCode);
    const area = wanted.replace("CLASS", String(classId));
    await acts(phone, says("/start"), press(`overview:${area}`));
    expect(screen(phone)).toMatch(clock);
    const read = {
      placeCode: /^\d/.test(area) ? (area.split("c")[0] ?? null) : null,
      classId: area.includes("c") ? classId : null,
    };
    const found = await viewOverview(stage.world, await actorOf(stage.world, admin.id), { area: read, cohortId: null });
    if (found.kind !== "found") throw new Error(found.kind);
    for (const sheet of [overviewSheet, overviewWorkbook]) {
      expect(sheet(textsFor(language), found).notes?.join(" ")).toMatch(clock);
    }
    if (area.includes("c")) return;
    for (const file of ["picture", "xlsx", "pdf"]) {
      await acts(phone, press(`overview_file:${area}:${file}`));
      const { caption, text } = phone.lastMessage() ?? {};
      expect(caption ?? text).toMatch(clock);
    }
    const [part] = area === "all" ? ["province"] : area.length === 2 ? ["regency"] : ["class"];
    await acts(phone, press(`overview_parts:${area}:${part}:0`));
    expect(screen(phone)).toMatch(clock);
    if (area.length > 3) return;
    await acts(phone, press(`people_places:${area}:0`));
    expect(screen(phone)).toMatch(clock);
  },
);

test("regions with one clock say it by that, and with several by that of the west", async () => {
  const { admin, phone } = await maluku("id", "81");
  const also = (regionCode: string) =>
    stage.db.roleBinding.create({
      data: { personId: admin.id, role: "admin", regionCode, grantedAt: admin.createdAt },
    });
  await also("82");
  await acts(phone, says("/start"), press("overview:all"));
  expect(screen(phone)).toMatch(/11\.0\d WIT/);
  await also("21");
  await acts(phone, press("overview:all"));
  expect(screen(phone)).toMatch(/09\.0\d WIB/);
});

test.each(WALKED_IN)("a class's picture says it by the clock of the class, whoever looks, in %s", async (language) => {
  const { classId, phone } = await maluku(language, null);
  // Their own clock is that of the west.
  const rina = await buildTrainer(stage.db, [classId], { language });
  const trainer = stage.person({ id: Number(rina.telegramId), name: "Rina" });
  for (const one of [phone, trainer]) {
    await acts(one, says("/start"), press(`class_picture:${classId}`));
    expect(one.lastMessage()?.caption).toMatch(/11[.:]0\d WIT/);
  }
});
