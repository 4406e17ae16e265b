// A new edition of the place data is taken over: nobody is lost, and whoever lies in a village goes where that village is now.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type PlaceRow, readPlaces } from "../../../src/storage/migrations/place-files.js";
import { ensurePlaces } from "../../../src/storage/migrations/places.js";
import { createStore } from "../../../src/storage/store.js";
import { openOwnTestDatabase, type TestDatabase } from "../../support/database.js";
import { buildClass, buildRosterRow } from "../../support/world/builders.js";
import { previousEdition } from "../../support/world/previous-edition.js";

/** Sulawesi Tengah, where districts were divided, and Papua Barat Daya, where codes were handed on. */
const PROVINCES = ["72", "96", "81"];
const here = ({ code }: PlaceRow) => PROVINCES.includes(code.slice(0, 2));

let database: TestDatabase;
let now: PlaceRow[];
let before: PlaceRow[];
beforeAll(async () => {
  database = await openOwnTestDatabase();
  const all = await readPlaces();
  now = all.filter(here);
  before = previousEdition(all).filter(here);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  await database.prisma.$executeRaw`TRUNCATE places, place_changes CASCADE`;
  await ensurePlaces(database.prisma, before);
});

/** Every library with its village as it is called, whatever the code. */
async function villages() {
  const rows = await database.prisma.library.findMany({ include: { place: true }, orderBy: { id: "asc" } });
  return rows.map(({ name, place }) => `${name} · ${place.searchName}`);
}

async function oneInEach(codes: readonly string[]) {
  const { id } = await buildClass(database.prisma, { provinceCode: "72" });
  for (const placeCode of codes) {
    // All of one name, as many are: codes that are handed on meet.
    await database.prisma.library.create({ data: { kind: "desa", name: "Perpustakaan Desa", placeCode } });
    await buildRosterRow(database.prisma, id, { name: "Siti", placeCode });
  }
}

// Keeps O13.
test("every library, invited person and old code is found where its village is now", async () => {
  const all = before.filter(({ level }) => level === "village").map(({ code }) => code);
  const names = new Map(now.map(({ code, searchName }) => [code, searchName]));
  const concerned = before.filter(
    ({ code, searchName, level }) => level === "village" && names.get(code) !== searchName,
  );
  expect(concerned.length).toBeGreaterThan(60);
  await oneInEach(concerned.map(({ code }) => code));
  await ensurePlaces(database.prisma, now);

  const libraries = await database.prisma.library.findMany({ include: { place: true }, orderBy: { id: "asc" } });
  expect(libraries).toHaveLength(concerned.length);
  const lost = await database.prisma.placeChange.findMany({ where: { kind: "gone" } });
  const renamed = await database.prisma.placeChange.findMany({ where: { kind: "renamed" } });
  const known = new Set([...lost, ...renamed].map(({ code }) => code));
  for (const [n, { code, searchName }] of concerned.entries()) {
    const { place, name } = libraries[n]!;
    expect(name).toBe("Perpustakaan Desa");
    if (known.has(code)) expect(place.code).toBe(code);
    // Written otherwise by a letter or two.
    else expect(Math.abs(place.searchName.length - searchName.length), `${searchName} ${place.name}`).toBeLessThan(3);
  }
  expect(await database.prisma.rosterRow.count()).toBe(concerned.length);
  const rows = await database.prisma.rosterRow.findMany({ orderBy: { id: "asc" }, select: { placeCode: true } });
  expect(rows.map(({ placeCode }) => placeCode)).toEqual(libraries.map(({ placeCode }) => placeCode));
  const { places } = createStore(database);
  for (const code of all) expect(await places.find(code), code).not.toBeNull();
}, 60_000);

test("a code that was handed on is the neighbour's, and libraries of one name do not meet on their way", async () => {
  await oneInEach(["96.01.05.1007", "96.01.05.1008", "96.01.05.1009", "96.01.05.1010"]);
  const was = await villages();
  await ensurePlaces(database.prisma, now);
  expect(await villages()).toEqual(was);
  const codes = await database.prisma.library.findMany({ orderBy: { id: "asc" }, select: { placeCode: true } });
  expect(codes.map(({ placeCode }) => placeCode)).toEqual([
    "96.01.05.1008",
    "96.01.05.1009",
    "96.01.05.1010",
    "96.01.05.1012",
  ]);
});

test("what is written with an old code afterwards lies in its successor, which alone is offered", async () => {
  await ensurePlaces(database.prisma, now);
  const { participants, places } = createStore(database);
  expect((await places.find("72.01.09.2015"))?.code).toBe("72.01.24.2001");
  expect((await places.pathTo("72.01.09.2015")).map(({ code }) => code)).toEqual([
    "72",
    "72.01",
    "72.01.24",
    "72.01.24.2001",
  ]);
  const library = { kind: "desa" as const, name: "Perpustakaan Tolisu", practiceOf: 0 };
  const one = await participants.ensureLibrary({ ...library, placeCode: "72.01.09.2015" });
  const two = await participants.ensureLibrary({ ...library, placeCode: "72.01.24.2001" });
  expect([one.id, one.placeCode]).toEqual([two.id, "72.01.24.2001"]);
  expect((await participants.findLibrary({ ...library, placeCode: "72.01.09.2015" }))?.id).toBe(one.id);
  const offered = (await places.childrenOf("72.01.09")).map(({ code }) => code);
  expect(offered).not.toContain("72.01.09.2015");
  expect(offered.length).toBeGreaterThan(10);
});

test("where a library of the same name stands already, both are kept", async () => {
  await oneInEach(["72.01.09.2015"]);
  const { id: stranger } = await database.prisma.place
    .create({ data: { ...now.find(({ code }) => code === "72.01.24")!, kind: undefined } as never })
    .then(() =>
      database.prisma.place.create({
        data: {
          code: "72.01.24.2001",
          level: "village",
          parentCode: "72.01.24",
          name: "Tolisu",
          searchName: "xtolisu",
        },
      }),
    )
    .then(() =>
      database.prisma.library.create({ data: { kind: "desa", name: "Perpustakaan Desa", placeCode: "72.01.24.2001" } }),
    );
  await ensurePlaces(database.prisma, now);
  expect(await database.prisma.library.count()).toBe(2);
  expect((await database.prisma.library.findUniqueOrThrow({ where: { id: stranger } })).placeCode).toBe(
    "72.01.24.2001",
  );
});

test("the second time nothing changes, and going back and forth loses nobody", async () => {
  await oneInEach(["72.01.09.2015", "96.01.05.1007", "96.01.05.1008"]);
  const was = await villages();
  await ensurePlaces(database.prisma, now);
  const lines = await database.prisma.placeChange.count();
  expect(await ensurePlaces(database.prisma, now)).toBe(0);
  expect(await database.prisma.placeChange.count()).toBe(lines);
  await ensurePlaces(database.prisma, before);
  await ensurePlaces(database.prisma, now);
  expect(await villages()).toEqual(was);
});

test("the office reads what went along", async () => {
  await oneInEach(["72.01.09.2015"]);
  await ensurePlaces(database.prisma, now);
  expect(await database.prisma.placeChange.findFirst({ where: { code: "72.01.09.2015" } })).toMatchObject({
    ...{ kind: "moved", to: "72.01.24.2001", before: "Tolisu", now: "Tolisu", libraries: 1, rosterRows: 1 },
  });
});
