// What happens while somebody is away: talks, erasures, questions on their way, and two who say it at once.
import { expect, inject, test } from "vitest";
import {
  endAbsence,
  erasePerson,
  findTalk,
  listPeople,
  noteTalk,
  recordTalk,
  sayAway,
} from "../../../../src/use-cases/index.js";
import { heldOpen } from "../../../support/held-open.js";
import { buildAdmin } from "../../../support/world/builders.js";
import { openCoverScene } from "./cover-scene.js";

const { stage, aClass, nextUpdate, wish, told, actor } = openCoverScene();

test("a word is added to a talk only while who was spoken to is in one's care", async () => {
  const { mahmud, rina, participant } = await aClass();
  await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
  const noteAt = async (instant: string) => {
    stage.clock.set(new Date(instant));
    const me = await actor(rina.id);
    const kind = (await noteTalk(stage.world, me, { actId, note: `Pada ${instant}` })).kind;
    return { canBegin: await findTalk(stage.world, me, actId), kind };
  };
  stage.clock.set(new Date("2024-07-11T03:00:00Z"));
  const scope = { kind: "participant" as const, participantId: participant.id };
  const talk = { scope, way: "telephoned" as const, updateId: nextUpdate(), saidAt: stage.clock.now() };
  const recorded = await recordTalk(stage.world, await actor(rina.id), talk);
  const actId = recorded.kind === "recorded" ? recorded.actId : 0;

  expect(await noteAt("2024-07-11T04:00:00Z")).toEqual({ canBegin: true, kind: "noted" });
  expect(await noteAt("2024-07-11T04:00:00Z")).toEqual({ canBegin: true, kind: "noted" });
  expect(await noteAt("2024-07-12T04:00:00Z")).toEqual({ canBegin: false, kind: "not_yours" });
  const notes = (await stage.db.followUp.findMany()).flatMap(({ note }) => note ?? []);
  expect(new Set(notes)).toEqual(new Set(["Pada 2024-07-11T04:00:00Z"]));
});

test("nothing is noted about somebody who was erased since the talk", async () => {
  const { mahmud, siti, participant } = await aClass();
  const scope = { kind: "participant" as const, participantId: participant.id };
  const talk = { scope, way: "visited" as const, updateId: nextUpdate(), saidAt: stage.clock.now() };
  const recorded = await recordTalk(stage.world, await actor(mahmud.id), talk);
  const actId = recorded.kind === "recorded" ? recorded.actId : 0;
  await erasePerson(stage.world, await actor(siti.id), { personId: siti.id });

  const noted = await noteTalk(stage.world, await actor(mahmud.id), { actId, note: "Sakit." });

  expect(noted).toEqual({ kind: "gone" });
  expect((await stage.db.followUp.findMany()).filter(({ note }) => note !== null)).toEqual([]);
});

// Two transactions at once: the embedded database has one connection.
test.skipIf(inject("database").kind !== "postgres")(
  "two admins who say it at once say it once, and one of them is told so",
  async () => {
    const { mahmud, rina } = await aClass();
    const admins = [await buildAdmin(stage.db, { regionCode: "21" }), await buildAdmin(stage.db, { regionCode: "21" })];
    const outcomes = await Promise.all(
      admins.map(async ({ id }) => sayAway(stage.world, await actor(id), wish(mahmud.id, rina.id))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["overlaps", "said"]);
    expect(await stage.db.absence.count()).toBe(1);
    expect(await told(rina.id)).toHaveLength(1);
  },
);

test("a question that waits to leave for a trainer who is away by then goes to the cover, and the asker knows", async () => {
  const { mahmud, rina, siti } = await aClass();
  const phones = [mahmud, rina, siti].map(({ name, telegramId }) => stage.person({ name, id: Number(telegramId) }));
  for (const phone of phones) phone.start();
  await stage.settle();
  await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
  stage.clock.set(new Date("2024-07-08T15:00:00Z"));
  const [ofMahmud, ofRina, ofSiti] = phones;
  ofSiti?.says("/tanya");
  await stage.settle();
  ofSiti?.says("Boleh ganti tanggal?");
  await stage.settle();
  stage.clock.set(new Date("2024-07-09T02:00:00Z"));
  for (let minute = 0; minute < 3; minute++) {
    await stage.tick();
    stage.clock.advance(60_000);
  }
  const has = (phone: typeof ofMahmud, text: string) =>
    phone?.received().some((one) => one.text?.includes(text) === true);
  expect(has(ofMahmud, "Boleh ganti tanggal?")).toBe(false);
  expect(has(ofRina, "Boleh ganti tanggal?")).toBe(true);
  expect(has(ofRina, "Menggantikan Mahmud Hidayat sampai 11 Juli")).toBe(true);
  expect(has(ofSiti, "Rina Marlina")).toBe(true);
  expect(stage.errors).toEqual([]);
});

test.skipIf(inject("database").kind !== "postgres")(
  "an absence that breaks off at its start or end leaves nothing of it, and happens once when it is handled again",
  async () => {
    const { mahmud, rina } = await aClass();
    const me = await actor(mahmud.id);
    const said = wish(mahmud.id, rina.id);
    const dies = async (act: (inside: typeof stage.world) => Promise<unknown>) => {
      const open = heldOpen(stage.world, act);
      await open.done;
      open.breakOff(new Error("The process died."));
      await expect(open.committed).rejects.toThrow("died");
    };

    await dies((inside) => sayAway(inside, me, said));
    expect([await stage.db.absence.count(), await told(rina.id)]).toEqual([0, []]);
    for (let n = 0; n < 2; n++) expect(await sayAway(stage.world, me, said)).toMatchObject({ kind: "said" });
    expect([await stage.db.absence.count(), (await told(rina.id)).length]).toEqual([1, 1]);

    stage.clock.set(new Date("2024-07-10T03:00:00Z"));
    const { id, endsAt } = await stage.db.absence.findFirstOrThrow();
    const isHers = async () => (await listPeople(stage.world, await actor(rina.id), { filter: "all" })).total;
    await dies((inside) => endAbsence(inside, me, id));
    expect([(await stage.db.absence.findFirstOrThrow()).endsAt, await isHers()]).toEqual([endsAt, 1]);
    for (let n = 0; n < 2; n++) expect(await endAbsence(stage.world, me, id)).toMatchObject({ kind: "ended" });
    expect(await isHers()).toBe(0);
  },
);
