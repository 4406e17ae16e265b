// Who is in a lived month: classes in three zones with their trainers and people, and whoever stands there twice.

import type { KnownActor } from "../../../src/domain/people/person.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";
import { type Chance, chanceOf } from "../random.js";
import { newPhoneAt, pausesAt } from "./changes.js";
import { handoverOf } from "./handovers.js";
import { LIVED_FROM, type LivedMerge, newcomer, type Someone } from "./lived.js";
import { buildDouble } from "./merges.js";
import { askForStories, wantsStories } from "./stories.js";

const PROVINCES = ["21", "63", "81"] as const;
const LARGEST_CLASS = 40;

export async function castOf(stage: Stage, count: number, seed: number) {
  const people: Someone[] = [];
  const trainers = new Map<number, KnownActor>();
  const size = Math.min(LARGEST_CLASS, Math.ceil(count / PROVINCES.length));
  for (let first = 0; first < count; first += size) {
    const provinceCode = PROVINCES[(first / size) % PROVINCES.length]!;
    const { id: classId, zone } = await buildClass(stage.db, { provinceCode, name: `Kelas ${first / size + 1}` });
    await buildSessions(stage, classId, zone as Zone);
    const trainer = await buildTrainer(stage.db, [classId], { provinceCode });
    stage.person({ id: Number(trainer.telegramId), name: trainer.name }).start();
    trainers.set(classId, await actorOf(stage.world, trainer.id));
    for (let n = first; n < Math.min(count, first + size); n++) {
      const built = await buildParticipant(stage.db, classId, { name: `Peserta ${n}`, phone: `+${numberOf(n)}` });
      const { person, library } = built;
      const phone = stage.person({ id: Number(person.telegramId), name: person.name });
      phone.start();
      const chance = chanceOf(seed * 1_000_003 + n);
      const planIds = built.plans.map(({ id }) => id);
      await writePlans(stage, planIds, chance);
      const asks = { wantsStories: wantsStories(n) };
      if (asks.wantsStories) await askForStories(stage, person.id);
      const lived = { id: library.id, planIds, reports: [], same: [], goneAt: null };
      const facts = { n, id: person.id, phone, zone: zone as Zone, classId, library: lived, chance, ...asks };
      const renewed = newPhoneAt(n, seed);
      const changes = { pausesAt: pausesAt(n, seed), handover: handoverOf(n, seed) };
      people.push(
        newcomer({ ...facts, ...changes, ...(renewed !== undefined && { newPhoneAt: renewed }) }, LIVED_FROM),
      );
    }
  }
  const merges: LivedMerge[] = [];
  for (const one of [...people]) {
    const merge = await buildDouble(stage, one, seed);
    if (merge === null) continue;
    merges.push(merge);
    people.push(merge.second);
  }
  const admin = await buildAdmin(stage.db);
  stage.person({ id: Number(admin.telegramId), name: "Budi" }).start();
  stage.world.settings.approvalAbove = people.length;
  await stage.listen();
  return { people, merges, trainers, admin: await actorOf(stage.world, admin.id) };
}

const numberOf = (n: number) => `62899${String(10_000_000 + n).slice(1)}`;

/** Most have written their plans in the class; the others are asked to. */
export async function writePlans(stage: Stage, planIds: number[], chance: Chance): Promise<void> {
  if (!chance.happens(0.7)) return;
  const written = { state: "not_started" as const, activity: "Pelatihan", writtenAt: new Date("2024-06-07") };
  await stage.db.workPlan.updateMany({ where: { id: { in: planIds } }, data: written });
}

async function buildSessions(stage: Stage, classId: number, zone: Zone): Promise<void> {
  const offset = { "Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 }[zone];
  for (const day of ["03", "04", "05", "06", "07"]) {
    const at = (hour: number) => new Date(Date.parse(`2024-06-${day}T00:00:00Z`) + (hour - offset) * 3_600_000);
    await buildSession(stage.db, classId, { title: `Pagi ${day}`, startsAt: at(9.5) });
    await buildSession(stage.db, classId, { title: `Siang ${day}`, startsAt: at(15) });
  }
  // Its link is due at one of our looks in every zone.
  const startsAt = new Date("2024-06-07T06:15:00Z");
  await buildSession(stage.db, classId, { title: "Daring", startsAt, mode: "online", place: "https://temu.example/1" });
}
