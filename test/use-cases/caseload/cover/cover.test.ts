// Away and cover: who may say it, that twice is once, that two who say it at once do not both, and that rights end with the dates.
import { describe, expect, inject, test } from "vitest";
import {
  chooseCover,
  declineCover,
  endAbsence,
  erasePerson,
  extendDeadlines,
  findPerson,
  findTalk,
  listNews,
  listPeople,
  noteTalk,
  openThread,
  recordTalk,
  replyInThread,
  sayAway,
  tellOfUntended,
  viewAway,
} from "../../../../src/use-cases/index.js";
import { heldOpen } from "../../../support/held-open.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

// Monday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-07-08T03:00:00Z");

async function aClass() {
  const { db } = stage;
  const trainingClass = await buildClass(db);
  const other = await buildClass(db, { name: "Kelas lain" });
  const mahmud = await buildTrainer(db, [trainingClass.id], { name: "Mahmud Hidayat" });
  const rina = await buildTrainer(db, [other.id], { name: "Rina Marlina" });
  const { person, participant, plans } = await buildParticipant(db, trainingClass.id, { name: "Siti Rahmawati" });
  return { trainingClass, other, mahmud, rina, siti: person, participant, plans };
}

let updates = 900;
const wish = (personId: number, coverId: number | null, days: { from?: string; until?: string } = {}) => ({
  ...{ personId, coverId, updateId: ++updates, saidAt: stage.clock.now() },
  ...({ from: "2024-07-09", until: "2024-07-11", ...days } as { from: "2024-07-09"; until: "2024-07-11" }),
});
const told = async (personId: number) =>
  (
    await stage.db.outbox.findMany({ where: { personId, kind: { in: ["cover", "untended"] } }, orderBy: { id: "asc" } })
  ).map(({ message }) => (message as { text: string }).text.split("\n")[0]);
const actor = (id: number) => actorOf(stage.world, id);

describe("being away", () => {
  test("is said once by one update, and the cover is told once", async () => {
    const { mahmud, rina } = await aClass();
    const input = wish(mahmud.id, rina.id);
    const first = await sayAway(stage.world, await actor(mahmud.id), input);
    const second = await sayAway(stage.world, await actor(mahmud.id), input);
    expect(first).toMatchObject({ kind: "said", absence: { coverId: rina.id } });
    expect(second).toMatchObject({ kind: "said" });
    expect(await stage.db.absence.count()).toBe(1);
    expect(await told(rina.id)).toHaveLength(1);
  });

  test("cannot be said for a day that is past, for too long, too far ahead, or over days that are said already", async () => {
    const { mahmud, rina } = await aClass();
    const me = await actor(mahmud.id);
    const say = async (days: { from?: string; until?: string }) =>
      (await sayAway(stage.world, me, wish(mahmud.id, rina.id, days))).kind;
    expect(await say({ from: "2024-07-07" })).toBe("past");
    expect(await say({ until: "2024-07-08" })).toBe("past");
    expect(await say({ until: "2024-09-07" })).toBe("too_long");
    expect(await say({ until: "2024-09-06" })).toBe("said");
    expect(await say({ from: "2024-09-06", until: "2024-09-08" })).toBe("overlaps");
    expect(await say({ from: "2024-09-07", until: "2024-09-08" })).toBe("said");
    expect(await say({ from: "2025-02-01", until: "2025-02-02" })).toBe("too_far");
    expect(await stage.db.absence.count()).toBe(2);
  });

  test("is covered only by a trainer of the class or the province who has joined and is there then", async () => {
    const { mahmud, rina, other } = await aClass();
    const maluku = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
    const far = await buildTrainer(stage.db, [maluku.id], { name: "Jauh", provinceCode: "81" });
    const absent = await buildTrainer(stage.db, [other.id], { name: "Belum datang", telegramId: null });
    const blocked = await buildTrainer(stage.db, [other.id], { name: "Memblokir" });
    const blocking = { unreachableCause: "blocked", unreachableSince: stage.clock.now() } as const;
    await stage.db.person.update({ where: { id: blocked.id }, data: blocking });
    const me = await actor(mahmud.id);
    for (const id of [far.id, absent.id, blocked.id, mahmud.id]) {
      expect((await sayAway(stage.world, me, wish(mahmud.id, id))).kind, String(id)).toBe("cover_unable");
    }
    await sayAway(stage.world, await actor(rina.id), wish(rina.id, null, { from: "2024-07-11", until: "2024-07-12" }));
    expect((await sayAway(stage.world, me, wish(mahmud.id, rina.id))).kind).toBe("cover_unable");
    const mate = await buildTrainer(
      stage.db,
      (await stage.db.classTrainer.findMany({ where: { personId: mahmud.id } })).map((one) => one.classId),
      { name: "Zul Sekelas" },
    );
    const span = { startsAt: new Date("2024-07-20"), endsAt: new Date("2024-07-21") };
    const possible = await stage.world.store.absences.possibleCovers(mahmud.id, span);
    expect(possible.map((one) => [one.person.id, one.sharesClass])).toEqual([
      [mate.id, true],
      [rina.id, false],
    ]);
  });

  test("is said by an admin of the class's province, and by no other, no colleague and no participant", async () => {
    const { mahmud, rina, siti } = await aClass();
    const [kepri, maluku] = [
      await buildAdmin(stage.db, { name: "Budi", regionCode: "21" }),
      await buildAdmin(stage.db, { regionCode: "81" }),
    ];
    for (const other of [maluku, rina, siti]) {
      expect((await sayAway(stage.world, await actor(other.id), wish(mahmud.id, rina.id))).kind).toBe("not_yours");
      expect((await viewAway(stage.world, await actor(other.id), mahmud.id)).kind).not.toBe("found");
    }
    const said = await sayAway(stage.world, await actor(kepri.id), wish(mahmud.id, rina.id));
    expect(said.kind).toBe("said");
    expect(await told(mahmud.id)).toEqual([expect.stringContaining("Budi mencatat Bapak/Ibu tidak bertugas")]);
    const id = said.kind === "said" ? said.absence.id : 0;
    for (const other of [maluku, rina, siti]) {
      expect((await endAbsence(stage.world, await actor(other.id), id)).kind).toBe("not_yours");
      expect((await chooseCover(stage.world, await actor(other.id), { absenceId: id, coverId: null })).kind).toBe(
        "not_yours",
      );
    }
    for (const other of [maluku, mahmud, siti]) {
      expect((await declineCover(stage.world, await actor(other.id), id)).kind).toBe("not_yours");
    }
  });

  test("ends earlier once, and one that has not begun never was", async () => {
    const { mahmud, rina } = await aClass();
    const me = await actor(mahmud.id);
    const said = await sayAway(stage.world, me, wish(mahmud.id, rina.id));
    const id = said.kind === "said" ? said.absence.id : 0;
    stage.clock.set(new Date("2024-07-10T03:00:00Z"));
    expect((await actor(rina.id)).covers).toHaveLength(1);
    await endAbsence(stage.world, me, id);
    await endAbsence(stage.world, me, id);
    expect((await actor(rina.id)).covers).toEqual([]);
    const later = await sayAway(stage.world, me, wish(mahmud.id, rina.id, { from: "2024-07-20", until: "2024-07-21" }));
    await endAbsence(stage.world, me, later.kind === "said" ? later.absence.id : 0);
    stage.clock.set(new Date("2024-07-20T03:00:00Z"));
    expect((await actor(rina.id)).covers).toEqual([]);
    // Whether the first message had left or not, each is told of at most once more.
    expect((await told(rina.id)).length).toBeLessThanOrEqual(4);
  });
});

describe("a cover", () => {
  test("who says no is none, the one who is away hears it once, and chooses another", async () => {
    const { mahmud, rina, other } = await aClass();
    const zul = await buildTrainer(stage.db, [other.id], { name: "Zul" });
    const said = await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
    const absenceId = said.kind === "said" ? said.absence.id : 0;
    expect((await declineCover(stage.world, await actor(rina.id), absenceId)).kind).toBe("declined");
    expect((await declineCover(stage.world, await actor(rina.id), absenceId)).kind).toBe("declined");
    expect(await told(mahmud.id)).toEqual([expect.stringContaining("Rina Marlina tidak bisa menggantikan")]);
    const choose = async () =>
      (await chooseCover(stage.world, await actor(mahmud.id), { absenceId, coverId: zul.id })).kind;
    expect([await choose(), await choose()]).toEqual(["chosen", "chosen"]);
    expect(await told(zul.id)).toHaveLength(1);
    stage.clock.set(new Date("2024-07-09T03:00:00Z"));
    expect((await actor(zul.id)).covers).toMatchObject([{ name: "Mahmud Hidayat", until: "2024-07-11" }]);
    expect((await actor(rina.id)).covers).toEqual([]);
  });

  test("who is away too covers nobody, and those they were to cover for hear of it", async () => {
    const { mahmud, rina } = await aClass();
    await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
    const said = await sayAway(
      stage.world,
      await actor(rina.id),
      wish(rina.id, null, { from: "2024-07-11", until: "2024-07-13" }),
    );
    expect(said).toMatchObject({ kind: "said", left: ["Mahmud Hidayat"] });
    expect(await told(mahmud.id)).toEqual([expect.stringContaining("Rina Marlina juga tidak bertugas")]);
    stage.clock.set(new Date("2024-07-10T03:00:00Z"));
    expect((await actor(rina.id)).covers).toHaveLength(1);
    stage.clock.set(new Date("2024-07-11T03:00:00Z"));
    expect((await actor(rina.id)).covers).toEqual([]);
  });

  test.each(["revoked", "blocked"])(
    "who is %s covers nobody, and the province is told once, and anew after somebody was there",
    async (how) => {
      const { mahmud, rina } = await aClass();
      const budi = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
      await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
      stage.clock.set(new Date("2024-07-09T03:00:00Z"));
      expect(await tellOfUntended(stage.world)).toEqual({ untended: 0 });
      const fall = () =>
        how === "revoked"
          ? stage.db.roleBinding.updateMany({ where: { personId: rina.id }, data: { revokedAt: stage.clock.now() } })
          : stage.db.person.update({
              where: { id: rina.id },
              data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
            });
      await fall();
      expect((await actor(rina.id)).covers ?? []).toEqual([]);
      expect(await tellOfUntended(stage.world)).toEqual({ untended: 1 });
      expect(await tellOfUntended(stage.world)).toEqual({ untended: 0 });
      expect(await told(budi.id)).toHaveLength(1);
      // Back again: everything is as before, and the next gap is another one.
      stage.clock.set(new Date("2024-07-12T03:00:00Z"));
      expect(await tellOfUntended(stage.world)).toEqual({ untended: 0 });
      await stage.db.roleBinding.updateMany({ where: { personId: mahmud.id }, data: { revokedAt: stage.clock.now() } });
      expect(await tellOfUntended(stage.world)).toEqual({ untended: 1 });
      expect(await told(budi.id)).toHaveLength(2);
    },
  );

  // Keeps T14.
  test("may do what the trainer may on those days, and nothing of it before and after", async () => {
    const { mahmud, rina, siti, participant, plans } = await aClass();
    const { store } = stage.world;
    await store.threads.open(
      { participantId: participant.id, authorId: siti.id, updateId: 77, text: "Boleh?", files: [] },
      stage.clock.now(),
    );
    const [thread] = await stage.db.questionThread.findMany();
    const threadId = thread?.id ?? 0;
    await sayAway(stage.world, await actor(mahmud.id), wish(mahmud.id, rina.id));
    const person = { participantId: participant.id };
    const tries = async () => {
      const me = await actor(rina.id);
      const extension = {
        scope: { kind: "plan" as const, planId: plans[0]?.id ?? 0 },
        reason: "Sakit",
        saidAt: stage.clock.now(),
      };
      const until = `2024-08-0${1 + Math.floor((stage.clock.now().getTime() / 86_400_000) % 7)}` as "2024-08-01";
      const answer = { threadId, text: "Boleh.", files: [], updateId: ++updates };
      return {
        people: (await listPeople(stage.world, me, { filter: "all" })).total,
        person: (await findPerson(stage.world, me, person)).kind,
        thread: (await openThread(stage.world, me, threadId)).kind,
        news:
          (await listNews(stage.world, me, { fromAt: new Date("2024-04-01"), toAt: new Date("2024-07-11") })).events
            .length > 0,
        extension: (await extendDeadlines(stage.world, me, { ...extension, until, updateId: ++updates })).kind,
        answer: (await replyInThread(stage.world, me, answer)).kind,
      };
    };
    const nothing = {
      ...{ people: 0, person: "not_yours", thread: "not_yours", news: false },
      ...{ extension: "not_yours", answer: "not_yours" },
    };
    expect(await tries()).toEqual(nothing);
    stage.clock.set(new Date("2024-07-10T03:00:00Z"));
    expect(await tries()).toEqual({
      ...{ people: 1, person: "found", thread: "found", news: true, extension: "extended", answer: "sent" },
    });
    stage.clock.set(new Date("2024-07-12T03:00:00Z"));
    expect(await tries()).toEqual(nothing);
  });
});

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
  const talk = { scope, way: "telephoned" as const, updateId: ++updates, saidAt: stage.clock.now() };
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
  const talk = { scope, way: "visited" as const, updateId: ++updates, saidAt: stage.clock.now() };
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
