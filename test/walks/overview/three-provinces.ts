// Three provinces of which one does badly, and admins who look at them.
import type { Person } from "../../../src/sandbox/shapes.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow } from "../../support/world/builders.js";
import { report } from "../../support/world/plans.js";

// Wednesday, 09:00 in Tanjungpinang, three days after the plans were due.
const NOW = "2024-07-10T02:00:00Z";

export type Language = "id" | "en";

/** Called once at the top of a file. */
export function openOverview() {
  const stage = stageAt(NOW);
  const onPhone = phoneActsOn(stage, 3_000);

  /** Kepulauan Riau does badly, Kalimantan well; in Maluku nobody has come yet. */
  async function threeProvinces() {
    const { db } = stage;
    const riau = await buildClass(db, { name: "Kepri 1", provinceCode: "21" });
    const kalimantan = await buildClass(db, { name: "Kalsel 1", provinceCode: "63" });
    const maluku = await buildClass(db, { name: "Maluku 1", provinceCode: "81" });
    stage.clock.set(new Date("2024-06-20T02:00:00Z"));
    for (const [classId, provinceCode, count] of [
      [riau.id, "21", 4],
      [kalimantan.id, "63", 3],
    ] as const) {
      for (let n = 0; n < count; n++) {
        const { person, library, plans } = await buildParticipant(db, classId, {
          provinceCode,
          name: `Peserta ${provinceCode}-${n}`,
        });
        await db.workPlan.updateMany({ where: { libraryId: library.id }, data: { state: "not_started" } });
        if (provinceCode === "63" || n === 0) {
          for (const { id } of plans) await report(stage.world, person.id, id, { state: "done" });
        }
      }
    }
    await buildRosterRow(db, maluku.id, { name: "Undangan Maluku" });
    await buildRosterRow(db, riau.id, { name: "Undangan Riau" });
    stage.clock.set(new Date(NOW));
    return { riau, kalimantan, maluku };
  }

  async function admin(name: string, regionCode: string | undefined, language: Language = "id"): Promise<Person> {
    const phone = stage.person({ name, english: language === "en" });
    await buildAdmin(stage.db, {
      name,
      telegramId: phone.id,
      language,
      ...(regionCode !== undefined && { regionCode }),
    });
    phone.start();
    await stage.settle();
    stage.talk();
    return phone;
  }

  return { stage, onPhone, threeProvinces, admin };
}
