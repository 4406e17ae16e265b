import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ensureInstalledPlaces } from "../../../src/storage/migrations/installed-places.js";
import type { PlaceRow } from "../../../src/storage/migrations/place-files.js";
import { ensurePlaces } from "../../../src/storage/migrations/places.js";
import { openOwnTestDatabase, type TestDatabase } from "../../support/database.js";

const JAMBI: PlaceRow[] = [
  { code: "15", level: "province", parentCode: null, name: "Jambi", kind: "province", searchName: "jambi" },
  { code: "15.01", level: "regency", parentCode: "15", name: "Kab. Kerinci", kind: "kabupaten", searchName: "kerinci" },
  {
    code: "15.01.01",
    level: "district",
    parentCode: "15.01",
    name: "Ja\"an's",
    kind: "kecamatan",
    searchName: "jaans",
  },
];
const RIAU: PlaceRow = {
  code: "14",
  level: "province",
  parentCode: null,
  name: "Riau",
  kind: "province",
  searchName: "riau",
};

let database: TestDatabase;
beforeAll(async () => {
  database = await openOwnTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.empty();
  await database.prisma.$executeRaw`TRUNCATE places CASCADE`;
});

test("a start reads the files only where the table does not hold their edition yet", async () => {
  const folder = await mkdtemp(join(tmpdir(), "places-"));
  const write = (file: string, ...rows: string[]) => writeFile(join(folder, file), `code,name\n${rows.join("\n")}\n`);
  await write("provinces.csv", "15,Jambi");
  await write("regencies.csv", "15.01,Kabupaten Kerinci");
  await write("districts.csv", "15.01.01,Gunung Raya");
  await write("villages.csv", "15.01.01.2001,Selam Paung");
  expect(await ensureInstalledPlaces(database.prisma, folder)).toBe(4);
  await database.prisma.place.update({ where: { code: "15.01.01" }, data: { name: "Changed by hand" } });
  expect(await ensureInstalledPlaces(database.prisma, folder)).toBe(0);

  await write("villages.csv", "15.01.01.2001,Selam Paung", "15.01.01.2002,Air Mumu");
  // The new one, and the one that was changed.
  expect(await ensureInstalledPlaces(database.prisma, folder)).toBe(2);

  await database.prisma.$executeRaw`TRUNCATE places CASCADE`;
  expect(await ensureInstalledPlaces(database.prisma, folder)).toBe(5);
  await rm(folder, { recursive: true });
});

describe("filling the table of places", () => {
  test("writes every place as it stands in the files, quotes included", async () => {
    expect(await ensurePlaces(database.prisma, JAMBI)).toBe(3);
    const places = await database.prisma.place.findMany({ orderBy: { code: "asc" } });
    expect(places).toEqual(JAMBI.map(({ kind: _, ...columns }) => ({ ...columns, gone: false, successorCode: null })));
  });

  test("writes nothing the second time", async () => {
    await ensurePlaces(database.prisma, JAMBI);
    expect(await ensurePlaces(database.prisma, JAMBI)).toBe(0);
  });

  test("adds what is new, corrects what has changed and keeps what the files no longer name", async () => {
    await ensurePlaces(database.prisma, JAMBI);
    const [province, regency] = JAMBI as [PlaceRow, PlaceRow, PlaceRow];
    const renamed = { ...regency, name: "Kab. Kerinci Hilir", searchName: "kerincihilir" };
    expect(await ensurePlaces(database.prisma, [RIAU, province, renamed])).toBe(2);
    const names = (await database.prisma.place.findMany({ orderBy: { code: "asc" } })).map(({ name }) => name);
    expect(names).toEqual(["Riau", "Jambi", "Kab. Kerinci Hilir", "Ja\"an's"]);
  });

  test("refuses a place whose parent is missing, and leaves the table as it was", async () => {
    await expect(ensurePlaces(database.prisma, JAMBI.slice(1))).rejects.toThrow(/places_parent_code_fkey/);
    expect(await database.prisma.place.count()).toBe(0);
    await ensurePlaces(database.prisma, JAMBI);
    const orphan = { code: "99.01", level: "regency" as const, parentCode: "99", name: "Kab. X", searchName: "x" };
    await expect(database.prisma.place.create({ data: orphan })).rejects.toThrow();
  });
});
