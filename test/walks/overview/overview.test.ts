// /statistik: where the programme stands, from the whole country down to one person; and on Monday to the admins of a province.
import { expect, test } from "vitest";
import { DAY_PLAN } from "../../../src/domain/time/day-plan.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import { tellOfWeek, viewOverview } from "../../../src/use-cases/index.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { buildClass } from "../../support/world/builders.js";
import { actorOf, report } from "../../support/world/plans.js";
import { openOverview } from "./three-provinces.js";

const { stage, onPhone, threeProvinces, admin } = openOverview();

// Keeps A17.
test.each([
  ["id", "where-the-programme-stands", "/statistik"],
  ["en", "where-the-programme-stands-in-english", "/statistics"],
] as const)("an admin goes from the country down to one person, in %s", async (language, transcript, command) => {
  await threeProvinces();
  const sri = await admin("Sri Hartati", undefined, language);
  const { overview } = textsFor(language);
  await onPhone(
    sri,
    says(command),
    presses(overview.meaningOpen),
    presses(overview.meaning.standings.open),
    presses(overview.back),
    presses(overview.parts.province),
  );
  await onPhone(
    sri,
    presses(/Kepulauan Riau/),
    presses(overview.parts.regency),
    presses(/Bintan/),
    presses(overview.parts.class),
  );
  await onPhone(sri, presses(/Kepri 1/), presses(overview.people(4)));
  expect(stage.errors).toEqual([]);
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/${transcript}.txt`);
});

// Keeps A17, A18.
test("the week is compared with its Monday, and on Monday each admin hears where all that is theirs stands, once", async () => {
  await threeProvinces();
  const [riau, maluku] = [await admin("Kepala Riau", "21"), await admin("Kepala Maluku", "81")];
  const [sri, bintan] = [await admin("Sri", undefined), await admin("Dinas Bintan", "21.01")];
  const both = await admin("Kepala Dua", "21");
  const { id: personId } = await stage.db.person.findFirstOrThrow({ where: { name: "Kepala Dua" } });
  await stage.db.roleBinding.create({
    data: { personId, role: "admin", regionCode: "63", grantedAt: stage.clock.now() },
  });
  const at = async (instant: string) => {
    stage.clock.set(new Date(instant));
    await stage.tick();
  };
  // Monday: 00:30 in the west, 09:30 in the west.
  await at("2024-07-14T17:30:00Z");
  await at("2024-07-15T02:30:00Z");
  const told = (phone: Person) =>
    phone.received().filter(({ text, caption }) => (text ?? caption)?.includes("Kabar pekan ini"));
  const phones = [riau, maluku, both, sri, bintan];
  // In Maluku nothing has come due or been reported.
  expect(phones.map((phone) => told(phone).length)).toEqual([1, 0, 1, 1, 1]);
  const people = (phone: Person) => {
    const { text, caption } = told(phone)[0] ?? {};
    return (text ?? caption ?? "").split("\n").slice(2, 4);
  };
  expect([riau, both, sri, bintan].map(people)).toEqual([
    ["📊 Kepulauan Riau · TPBIS 2024", "Per Senin, 15 Juli 2024 pukul 09.30 WIB · 5 orang"],
    ["📊 Wilayah Bapak/Ibu · TPBIS 2024", "Per Senin, 15 Juli 2024 pukul 09.30 WIB · 8 orang"],
    ["📊 Seluruh Indonesia · TPBIS 2024", "Per Senin, 15 Juli 2024 pukul 09.30 WIB · 9 orang"],
    ["📊 Kab. Bintan · TPBIS 2024", "Per Senin, 15 Juli 2024 pukul 09.30 WIB · 4 orang"],
  ]);
  // Who heads a province has it on paper at once, and no number on it but their own.
  const paperOf = (phone: Person) => {
    const bytes = stage.sandbox.files.byId(told(phone)[0]?.document?.file_id ?? "")?.bytes;
    return bytes === undefined ? null : JSON.parse(Buffer.from(bytes).toString())[0];
  };
  const namesOn = (phone: Person) => paperOf(phone)?.rows.map(([name]: string[]) => name);
  expect(namesOn(riau).sort()).toEqual(["Kab. Bintan", "Tingkat provinsi"]);
  expect(namesOn(both).sort()).toEqual(["Kalimantan Selatan", "Kepulauan Riau"]);
  expect(paperOf(both).totals.slice(0, 2)).toEqual(["Jumlah", 8]);
  expect([sri, bintan].map(paperOf)).toEqual([null, null]);
  for (const phone of [sri, bintan]) {
    await onPhone(phone, presses("📄 PDF"));
    expect(phone.lastMessage()?.document?.file_name).toMatch(/^statistik-.*pdf$/);
  }
  await stage.tick();
  expect(phones.map((phone) => told(phone).length)).toEqual([1, 0, 1, 1, 1]);
  const participant = await stage.db.participant.findFirstOrThrow({
    where: { class: undefined, person: { name: "Peserta 21-1" } },
  });
  const plan = await stage.db.workPlan.findFirstOrThrow({ where: { libraryId: participant.libraryId ?? 0 } });
  await at("2024-07-17T02:30:00Z");
  await report(stage.world, participant.personId, plan.id, { state: "done" });
  await onPhone(riau, says("/statistik"));
  expect(screen(riau)).toContain("Sejak 15 Juli: bergabung +0, dilaporkan +1, selesai +1.");
  // In Maluku nothing moved in the week: the next Monday says nothing there.
  await at("2024-07-22T00:30:00Z");
  await at("2024-07-22T03:30:00Z");
  expect(phones.map((phone) => told(phone).length)).toEqual([2, 0, 2, 2, 2]);
  expect(stage.errors).toEqual([]);
});

test("an office that has the weekly word in the afternoon gets it then, for two hours, and once", async () => {
  await threeProvinces();
  await admin("Kepala Riau", "21");
  const { rest } = stage.world.settings;
  stage.world.settings.rest = {
    ...rest,
    hours: { ...DAY_PLAN, speaking: { ...DAY_PLAN.speaking, weekOfProvince: "13:00" } },
  };
  const toldAt = async (instant: string) => {
    stage.clock.set(new Date(instant));
    return (await tellOfWeek(stage.world)).told;
  };
  expect(await toldAt("2024-07-15T05:59:00Z")).toBe(0);
  expect(await toldAt("2024-07-15T07:59:00Z")).toBe(1);
  expect(await toldAt("2024-07-15T07:59:30Z")).toBe(0);
  expect(await toldAt("2024-07-22T08:00:00Z")).toBe(0);
});

// Keeps A17.
test("a paper that cannot be drawn keeps no admin from the word on Monday", async () => {
  await threeProvinces();
  const phones = [await admin("Kepala Riau", "21"), await admin("Kepala Kalsel", "63"), await admin("Sri", undefined)];
  stage.clock.set(new Date("2024-07-15T02:30:00Z"));
  const noMemory = { ...stage.world.sheets, pdf: () => Promise.reject(new Error("no memory to draw")) };
  const weak = { ...stage.world, sheets: noMemory };
  await expect(tellOfWeek(weak)).rejects.toThrow("no memory to draw");
  expect(await tellOfWeek(weak)).toEqual({ told: 0 });
  await stage.settle();
  for (const phone of phones) {
    expect(screen(phone)).toContain("Kabar pekan ini");
    expect(phone.lastMessage()?.document).toBeUndefined();
    await onPhone(phone, presses("📄 PDF"));
    expect(phone.lastMessage()?.document?.file_name).toMatch(/^statistik-.*pdf$/);
  }
  expect(stage.errors).toEqual([]);
});

test("an admin of a province counts, lists and gets in files their own alone, by any button", async () => {
  const { kalimantan } = await threeProvinces();
  const riau = await admin("Kepala Riau", "21");
  const region = textsFor("id").overview.notYours().text;
  for (const data of [
    "overview:63",
    "overview:63.04",
    `overview:c${kalimantan.id}`,
    "overview_parts:63:regency:0",
    "overview_file:63:xlsx",
    "people_places:63",
  ]) {
    await onPhone(riau, (phone) => phone.pressesOn(1, data));
    expect(screen(riau), data).toContain(region);
  }
  await onPhone(riau, (phone) => phone.pressesOn(1, `people:all:0::63`));
  expect(screen(riau)).not.toContain("Peserta 63");
  await onPhone(riau, (phone) => phone.pressesOn(1, "people_files:all::63"));
  expect(riau.received().some(({ document }) => document !== undefined)).toBe(false);
  // The list of a place has its file: two taps, what it is for, and back.
  await onPhone(riau, (phone) => phone.pressesOn(1, "people:all:0::21"));
  await onPhone(riau, presses(textsFor("id").peopleFiles.menu));
  await onPhone(riau, presses(/Memantau/));
  expect(riau.lastMessage()?.document?.file_name).toMatch(/xlsx$/);
  await onPhone(riau, presses(textsFor("id").caseload.backToList));
  expect(screen(riau)).toContain("semua (5)");
  // "all" is all of what is theirs, under its own name.
  await onPhone(riau, (phone) => phone.pressesOn(1, "overview:all"));
  expect(screen(riau)).toContain("5 orang");
  expect(screen(riau)).toContain("Kepulauan Riau · ");
  expect(riau.buttons().join()).not.toContain("Seluruh Indonesia");
  await onPhone(riau, (phone) => phone.pressesOn(1, "overview_parts:all:province:0"));
  expect(riau.buttons().join(" ")).not.toContain("Kalimantan");
  expect(stage.errors).toEqual([]);
});

test.each(["id", "en"] as const)(
  "numbers of two regencies do not bear their province's name alone, in %s",
  async (language) => {
    await threeProvinces();
    const both = await admin("Dinas Bintan", "21.01", language);
    const { id } = await stage.db.person.findFirstOrThrow({ where: { telegramId: both.id } });
    const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: id } });
    const { id: _, ...role } = binding;
    await stage.db.roleBinding.create({ data: { ...role, regionCode: "21.02" } });
    const { overview } = textsFor(language);
    const own = language === "id" ? "Kepulauan Riau (wilayah Bapak/Ibu)" : "Kepulauan Riau (your regions)";
    await onPhone(both, (phone) => phone.pressesOn(1, "overview:21"));
    expect(screen(both)).toContain(own);
    await onPhone(both, (phone) => phone.pressesOn(1, "overview_file:21:pdf"));
    expect(both.lastMessage()?.caption).toContain(own);
    await onPhone(both, presses(overview.back), (phone) => phone.pressesOn(1, "overview:21.01"));
    expect(screen(both)).not.toContain(own.slice("Kepulauan Riau".length));
    expect(stage.errors).toEqual([]);
  },
);

test("a cohort of which no class has begun yet is not the one that is shown first, nor told of", async () => {
  await threeProvinces();
  const sri = await admin("Sri", undefined);
  const { id } = await stage.db.person.findFirstOrThrow({ where: { name: "Sri" } });
  const shown = async () => {
    const found = await viewOverview(stage.world, await actorOf(stage.world, id), {
      area: { placeCode: null, classId: null },
      cohortId: null,
    });
    return found.kind === "found" ? [found.cohort.year, found.cohorts.map(({ year }) => year)] : found.kind;
  };
  await buildClass(stage.db, { name: "Kepri 2025", startsOn: "2025-06-02" });
  expect(await shown()).toEqual([2024, [2025, 2024]]);
  // The next one is behind a button, and stays what is looked at from there.
  const next = await stage.db.cohort.findFirstOrThrow({ where: { year: 2025 } });
  await onPhone(sri, (phone) => phone.pressesOn(1, `overview:all:${next.id}`));
  expect(JSON.stringify(sri.lastMessage()?.reply_markup)).toContain(`overview_parts:all:province:0:${next.id}`);
  stage.clock.set(new Date("2025-06-02T03:00:00Z"));
  expect(await shown()).toEqual([2025, [2025, 2024]]);
});
