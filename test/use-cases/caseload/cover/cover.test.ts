// Away and cover: who may say it, that twice is once, and that rights end with the dates.
import { describe, expect, test } from "vitest";
import {
  chooseCover,
  declineCover,
  endAbsence,
  extendDeadlines,
  findPerson,
  listNews,
  listPeople,
  openThread,
  replyInThread,
  sayAway,
  tellOfUntended,
  viewAway,
} from "../../../../src/use-cases/index.js";
import { buildAdmin, buildClass, buildTrainer } from "../../../support/world/builders.js";
import { openCoverScene } from "./cover-scene.js";

const { stage, aClass, nextUpdate, wish, told, actor } = openCoverScene();

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
      const answer = { threadId, text: "Boleh.", files: [], updateId: nextUpdate() };
      return {
        people: (await listPeople(stage.world, me, { filter: "all" })).total,
        person: (await findPerson(stage.world, me, person)).kind,
        thread: (await openThread(stage.world, me, threadId)).kind,
        news:
          (await listNews(stage.world, me, { fromAt: new Date("2024-04-01"), toAt: new Date("2024-07-11") })).events
            .length > 0,
        extension: (await extendDeadlines(stage.world, me, { ...extension, until, updateId: nextUpdate() })).kind,
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
