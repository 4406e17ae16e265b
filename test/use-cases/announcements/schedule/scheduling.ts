// An announcement for Monday at eight by everybody's own clock, and an audience in three zones: Maria is first, then Norma, then Siti.
import { beforeEach } from "vitest";
import { type Audience, EVERYBODY } from "../../../../src/domain/announcements/audience.js";
import type { LocalTime } from "../../../../src/domain/announcements/local-time.js";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import {
  announcementProgress,
  changeAnnouncement,
  publishAnnouncement,
  sendScheduled,
} from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

const MONDAY: LocalTime = "2024-07-08T08:00";
/** 08:00 of that Monday in Maluku, Kalimantan Selatan and Kepulauan Riau. */
export const [WIT, WITA, WIB] = ["2024-07-07T23:00:00Z", "2024-07-08T00:00:00Z", "2024-07-08T01:00:00Z"] as const;
export const TEXT = { text: "Halo {nama}", marks: [] };

/** Called once at the top of a file. */
export function openScheduling() {
  const stage = stageAt("2024-07-05T03:00:00Z");
  /** `classes`: by province. */
  const here = { author: null as unknown as KnownActor, classes: {} as Record<string, number> };
  let drafts = 0;

  beforeEach(async () => {
    here.author = await anAdmin("Budi");
    for (const [name, provinceCode] of [
      ["Siti", "21"],
      ["Norma", "63"],
      ["Maria", "81"],
    ] as const) {
      const { id } = await buildClass(stage.db, { provinceCode, name: `Kelas ${name}` });
      here.classes[provinceCode] = id;
      await buildParticipant(stage.db, id, { name, provinceCode, libraryName: `Rumah Baca ${name}` });
    }
  });

  async function anAdmin(name: string): Promise<KnownActor> {
    return actorOf(stage.world, (await buildAdmin(stage.db, { name })).id);
  }

  async function schedule(more: { audience?: Audience; content?: typeof TEXT } = {}): Promise<number> {
    const wish = { draftId: ++drafts, content: TEXT, audience: EVERYBODY, localTime: MONDAY, ...more };
    const outcome = await publishAnnouncement(stage.world, here.author, wish);
    if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.announcementId;
  }

  async function at(instant: string) {
    stage.clock.set(new Date(instant));
    return sendScheduled(stage.world);
  }

  const change = (id: number, more: object = {}) =>
    changeAnnouncement(stage.world, here.author, {
      ...{ announcementId: id, content: TEXT, audience: EVERYBODY, emergency: false, localTime: MONDAY },
      ...more,
    });

  /** The post of each receiver, by the name that it was written for. */
  async function posts() {
    const rows = await stage.db.outbox.findMany({ where: { kind: "announcement" }, orderBy: { id: "asc" } });
    const people = await stage.db.person.findMany();
    return new Map(rows.map((row) => [people.find(({ id }) => id === row.personId)?.name ?? "", row]));
  }

  async function progress(id: number) {
    const found = await announcementProgress(stage.world, here.author, id);
    if (found.kind !== "progress") throw new Error(found.kind);
    return found;
  }

  /** What its author was told unasked. */
  async function told() {
    const rows = await stage.db.outbox.findMany({
      where: { kind: "answer", personId: here.author.person.id },
      orderBy: { id: "asc" },
    });
    return rows.map(({ message }) => message as unknown as { text: string; buttons: { data: string }[][] });
  }

  return { stage, here, anAdmin, schedule, at, change, posts, progress, told };
}
