// How somebody joins: by the class's link, recognised by phone, or by answering nine questions at most.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { buildClass, buildRosterRow, buildTrainer } from "../support/builders.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage, type Stage } from "../support/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-06-02T12:00:00Z");
});
afterAll(() => database.close());

test("P03 somebody on the roster joins with four taps and no typing", async () => {
  const trainingClass = await buildClass(stage.db);
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  await buildRosterRow(stage.db, trainingClass.id, {
    name: "Siti Rahmawati",
    phone: "+628990000001",
    libraryName: "Perpustakaan Berakit",
    placeCode: "21.01.10.2001",
  });
  const siti = stage.person({ name: "Siti", phone: "628990000001" });

  siti.start(trainingClass.joinToken);
  await stage.settle();
  siti.presses("✅ Setuju");
  await stage.settle();
  siti.sharesContact();
  await stage.settle();
  siti.presses("✅ Benar, daftarkan");
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("transcripts/joining-from-the-roster.txt");
  expect(stage.errors).toEqual([]);
});
