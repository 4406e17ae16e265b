// What a name is searched for by: the database's bare_name() is the domain's normaliseName(), and stands beside each stored name.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { normaliseName } from "../../src/domain/places/place-search.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { buildClass, buildParticipant, buildRosterRow } from "../support/world/builders.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.empty());
afterAll(() => database.close());

async function bareNames(names: string[]): Promise<string[]> {
  const rows = await database.prisma.$queryRaw<{ bare: string }[]>`
    SELECT bare_name(name) AS bare FROM unnest(${names}::text[]) WITH ORDINALITY AS n(name, place) ORDER BY place`;
  return rows.map(({ bare }) => bare);
}

/**
 * Letters that Unicode has taken apart only since a version which one side does not have yet: what a letter is taken apart into never changes
 * after that, so each other letter must be bare on both sides.
 */
async function knownToOne(text: string): Promise<Set<string>> {
  const letters = [...new Set(text)];
  const rows = await database.prisma.$queryRaw<{ letter: string; apart: string }[]>`
    SELECT letter, normalize(letter, NFKD) AS apart FROM unnest(${letters}::text[]) AS l(letter)`;
  return new Set(rows.filter(({ letter, apart }) => apart !== letter.normalize("NFKD")).map(({ letter }) => letter));
}

const KNOWN: Record<string, string> = {
  "Suka-Maju": "sukamaju",
  'Ja"an': "jaan",
  "Sihare'o 3": "sihareoiii",
  "Ábel Ñoño": "abelnono",
  "10 20 30 39 40 0 07": "xxxxxxxxxix40007",
  "RT.5/RW.12, x0 <9>": "rtvrwxiix0ix",
  "ﬁkri ①": "fikrii",
  "": "",
};

test("known names are bare in the database and in the domain", async () => {
  expect(await bareNames(Object.keys(KNOWN))).toEqual(Object.values(KNOWN));
  expect(Object.keys(KNOWN).map(normaliseName)).toEqual(Object.values(KNOWN));
});

test("any name is as bare in the database as in the domain", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "0",
      "1",
      "2",
      "3",
      "9",
      "10",
      "39",
      "40",
      " ",
      "x",
      "i",
      "_",
      "-",
      "<",
      ">",
      "é",
      "\t",
      "\u00a0",
      "\u0591",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.string({ unit: "grapheme-ascii", maxLength: 4 }),
  );
  const name = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("").replaceAll("\0", ""));
  await fc.assert(
    fc.asyncProperty(fc.array(name, { maxLength: 20 }), async (names) => {
      const unknown = await knownToOne(names.join(""));
      const known = names.map((one) => [...one].filter((letter) => !unknown.has(letter)).join(""));
      expect(await bareNames(known)).toEqual(known.map(normaliseName));
    }),
    { numRuns: 150 },
  );
});

test("the name that is searched for follows the name", async () => {
  const db = database.prisma;
  const trainingClass = await buildClass(db);
  const { person, library } = await buildParticipant(db, trainingClass.id, {
    name: "Siti 2",
    libraryName: "TBM Ja'an",
  });
  const row = await buildRosterRow(db, trainingClass.id, { name: "I Made", libraryName: "Suka Maju" });
  expect([person.searchName, library.searchName, row.searchName]).toEqual(["sitiii", "tbmjaan", "imade sukamaju"]);

  await db.person.update({ where: { id: person.id }, data: { name: "" } });
  const renamed = await db.rosterRow.update({ where: { id: row.id }, data: { name: "Putu", libraryName: null } });

  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({ searchName: "" });
  expect(renamed.searchName).toBe("putu ");
});
