// A wave of two classes in two zones, three weeks before it begins.
import type { Stage } from "../stage/stage.js";
import { buildClass, buildRosterRow, buildSession, buildTrainer } from "./builders.js";

/** Two classes in two zones: of one the roster has four people. */
export async function openTwoZones({ db }: Stage) {
  const riau = await buildClass(db, { provinceCode: "21", name: "Kepulauan Riau 1" });
  const maluku = await buildClass(db, { provinceCode: "81", name: "Maluku 1" });
  for (let n = 0; n < 4; n++) await buildRosterRow(db, riau.id);
  for (const { id } of [riau, maluku]) {
    await buildSession(db, id, { title: "Pembukaan", startsAt: new Date("2024-06-03T02:00:00Z") });
    const startsAt = new Date("2024-06-07T06:00:00Z");
    await buildSession(db, id, { title: "Penutup", startsAt, mode: "online", place: "https://temu.example/1" });
  }
  await buildTrainer(db, [riau.id], { provinceCode: "21" });
  return { waveId: riau.waveId, riau, maluku };
}
