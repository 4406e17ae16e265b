// The ministry gives villages other codes: what lies there goes along, and the office reads of it, each as far as its reach goes.
import { distance } from "fastest-levenshtein";
import { afterEach, beforeEach, expect, test } from "vitest";
import { comparePlaces } from "../../../src/domain/places/place-changes.js";
import { followChanges } from "../../../src/storage/migrations/new-edition.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildRosterRow } from "../../support/world/builders.js";

// Tuesday, 9 July 2024, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");
const inTurn = actsOn(stage, 2000);

const named = (code: string, name: string) => ({
  code,
  level: code.length === 8 ? ("district" as const) : ("village" as const),
  name,
  searchName: name.toLowerCase().replaceAll(" ", ""),
});
const DISTRICTS = [named("21.01.04", "Gunung Kijang"), named("21.01.06", "Bintan Timur")];
/** Two villages of one district as they were, and as they are: one moved to the next district, one is called otherwise, one is gone. */
const BEFORE = [
  ...DISTRICTS,
  ...[
    named("21.01.04.2991", "Batu Kapal"),
    named("21.01.04.2992", "Pasir Lama"),
    named("21.01.04.2993", "Teluk Sunyi"),
  ],
];
const NOW = [...DISTRICTS, named("21.01.06.2991", "Batukapal"), named("21.01.04.2992", "Tanjung Baru")];

beforeEach(async () => {
  const { db } = stage;
  for (const { code, level, name, searchName } of BEFORE.slice(2)) {
    await db.place.create({ data: { code, level, name, searchName, parentCode: code.slice(0, 8) } });
  }
  const { id } = await buildClass(db);
  for (const [n, { code }] of BEFORE.slice(2).entries()) {
    await db.library.create({ data: { kind: "desa", name: "Perpustakaan Desa", placeCode: code } });
    for (let i = 0; i <= n; i++) await buildRosterRow(db, id, { name: `Siti ${n} ${i}`, placeCode: code });
  }
  await db.place.create({
    data: {
      code: "21.01.06.2991",
      level: "village",
      name: "Batukapal",
      searchName: "batukapal",
      parentCode: "21.01.06",
    },
  });
  await db.place.update({ where: { code: "21.01.04.2992" }, data: { name: "Tanjung Baru" } });
  await followChanges(db, comparePlaces(BEFORE, NOW, distance));
  await db.placeChange.updateMany({ data: { at: stage.clock.now() } });
});

afterEach(async () => {
  await stage.db.$executeRaw`TRUNCATE libraries, roster_rows, place_changes CASCADE`;
  await stage.db.place.deleteMany({ where: { code: { contains: ".299" } } });
});

async function admin(name: string, regionCode?: string, english = false) {
  const phone = stage.person({ name, english });
  await buildAdmin(stage.db, {
    ...{ name, telegramId: phone.id, language: english ? "en" : "id" },
    ...(regionCode !== undefined && { regionCode }),
  });
  return phone;
}

// Keeps O13.
test("the office reads what was renamed, moved and is gone, in both languages", async () => {
  const [sri, tom] = [await admin("Sri"), await admin("Tom", undefined, true)];
  await inTurn(
    () => sri.says("/kelola"),
    () => sri.presses("📍 Wilayah yang berubah"),
    () => tom.says("/kelola"),
    () => tom.presses("📍 Places that changed"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/places-that-changed.txt");
  expect(stage.errors).toEqual([]);
});

test("an admin of another province has nothing to read, and after three months nobody has", async () => {
  const [ratna, sri] = [await admin("Ratna", "14"), await admin("Sri")];
  await inTurn(
    () => ratna.says("/kelola"),
    () => ratna.pressesOn(ratna.lastMessage()!.message_id, "place_changes:0"),
  );
  const words = ratna.received().map(({ text }) => text ?? "");
  expect(words.some((text) => text.includes("Batu"))).toBe(false);
  expect(words.at(-1)).toContain("Tidak ada perpustakaan");
  expect(ratna.buttons()).not.toContain("[📍 Wilayah yang berubah]");
  stage.clock.set(new Date(stage.clock.now().getTime() + 91 * 86_400_000));
  await inTurn(() => sri.says("/kelola"));
  expect(sri.buttons()).not.toContain("[📍 Wilayah yang berubah]");
  expect(stage.errors).toEqual([]);
});
