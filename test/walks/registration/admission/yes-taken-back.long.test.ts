// A trainer takes back a yes: what that person had brought into the library goes out with them, what a colleague has built on stays,
// and everybody concerned is told which is which.

import { describe, expect, test } from "vitest";
import { adoptEntries, decideAdmission, registerParticipant, writeWorkPlan } from "../../../../src/use-cases/index.js";
import { everything } from "../../../support/stage/phone.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildPerson, buildTrainer } from "../../../support/world/builders.js";
import { actorOf, report } from "../../../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const VILLAGE = "21.01.10.2001";
const LIBRARY = "Perpustakaan Berakit";
type Type = "information_services" | "community_engagement" | "advocacy";

/** Tono waits beside Berakit, of which Siti is the manager; Rina teaches the class. */
async function openWaiting() {
  const trainingClass = await buildClass(stage.db);
  const rina = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const siti = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", placeCode: VILLAGE, libraryName: LIBRARY },
  });
  const tono = await buildPerson(stage.db, { name: "Tono Susilo" });
  const participantId = await joins(tono.id, trainingClass.id);
  const phones = {
    rina: stage.person({ id: Number(rina.telegramId), name: "Rina" }),
    siti: stage.person({ id: Number(siti.person.telegramId), name: "Siti" }),
    tono: stage.person({ id: Number(tono.telegramId), name: "Tono" }),
  };
  for (const phone of Object.values(phones)) phone.says("/bantuan");
  await stage.settle();
  const planOf = (type: Type, isApart = false) =>
    stage.db.workPlan.findFirstOrThrow({ where: { type, library: { holderId: isApart ? participantId : 0 } } });
  const planId = async (type: Type, isApart = false) => (await planOf(type, isApart)).id;
  /** As themselves, on the plan that they see. */
  const writes = async (personId: number, id: number, activity: string) => {
    stage.clock.advance(60_000);
    const words = { planId: id, activity, targetOn: null, measure: null, partner: "PKK" };
    const actor = await actorOf(stage.world, personId);
    expect(await writeWorkPlan(stage.world, actor, words)).toEqual({ kind: "written" });
  };
  const reports = async (personId: number, id: number, input: Parameters<typeof report>[3] = {}) => {
    stage.clock.advance(60_000);
    const done = await report(stage.world, personId, id, input);
    if (done.kind !== "recorded") throw new Error(done.kind);
    return done.number;
  };
  const decides = async (decision: "yes" | "no") => {
    stage.clock.advance(60_000);
    const done = await decideAdmission(stage.world, await actorOf(stage.world, rina.id), { participantId, decision });
    await stage.settle();
    return done;
  };
  const ids = { rina: rina.id, siti: siti.person.id, tono: tono.id };
  return { ids, phones, trainingClass, participantId, planOf, planId, writes, reports, decides };
}

async function joins(personId: number, classId: number, placeCode = VILLAGE, libraryName = LIBRARY) {
  const actor = await actorOf(stage.world, personId);
  const joined = await registerParticipant(stage.world, actor, {
    ...{ name: actor.person.name, phone: null, kind: "desa", classId, placeCode, libraryName, rosterRowId: null },
  });
  if (joined.kind !== "registered") throw new Error(joined.kind);
  return joined.participantId;
}

const numbersOn = async (planId: number) =>
  (await stage.db.progressReport.findMany({ where: { planId }, orderBy: { id: "asc" } })).map(({ number }) => number);

describe("a yes that is taken back", () => {
  test("takes out plan, report, photo and plea as they came in, and another yes brings them again", async () => {
    const { ids, phones, planOf, planId, writes, reports, decides } = await openWaiting();
    const own = await planId("advocacy", true);
    await writes(ids.tono, own, "Bertemu camat");
    const actor = await actorOf(stage.world, ids.tono);
    const file = { fileUniqueId: "foto", kind: "photo", fileId: "f", albumId: null, caption: null } as const;
    const evidenceId = await stage.world.store.reports.keepEvidence(
      ...([own, actor.person.id, { ...file, mimeType: null, byteSize: 9 }, stage.clock.now()] as const),
    );
    const number = await reports(ids.tono, own, { state: "stuck", obstacle: "budget", evidenceIds: [evidenceId ?? 0] });
    await decides("yes");
    const ofLibrary = await planId("advocacy");
    expect(await planOf("advocacy")).toMatchObject({ activity: "Bertemu camat", state: "stuck" });
    await decides("no");
    expect(await planOf("advocacy")).toMatchObject({
      ...{ activity: null, partner: null, state: "unwritten", lastReportAt: null, changedById: null, replaced: null },
    });
    expect(await planOf("advocacy", true)).toMatchObject({
      ...{ id: own, activity: "Bertemu camat", partner: "PKK", state: "stuck", movedToId: null, changedById: ids.tono },
    });
    for (const [id, found] of [
      [ofLibrary, []],
      [own, [number]],
    ] as const) {
      expect(await numbersOn(id)).toEqual(found);
      expect(await stage.db.evidence.count({ where: { planId: id } })).toBe(found.length);
      expect(await stage.db.followUp.count({ where: { planId: id, reason: "stuck" } })).toBe(found.length);
    }
    expect(everything(phones.siti)).toContain("Tono Susilo tidak lagi ikut mengisi");
    expect(everything(phones.siti)).toContain("(1 rencana dan 1 laporan) keluar dari perpustakaan");
    expect(everything(phones.tono)).toContain("Isian Bapak/Ibu tetap tersimpan");
    // Twice is once.
    expect(await decides("no")).toMatchObject({ kind: "refused", parted: null });
    expect(await stage.db.outbox.count({ where: { key: { startsWith: "colleague-left:" } } })).toBe(1);
    await decides("yes");
    expect(await planOf("advocacy")).toMatchObject({ id: ofLibrary, activity: "Bertemu camat", state: "stuck" });
    expect(await numbersOn(ofLibrary)).toEqual([number]);
    expect(stage.errors).toEqual([]);
  });

  test("takes out what they entered as a colleague, too; the other plans and reports stay as they are", async () => {
    const { ids, planOf, planId, writes, reports, decides } = await openWaiting();
    const [information, engagement] = [await planId("information_services"), await planId("community_engagement")];
    await writes(ids.siti, information, "Sudut baca");
    const sitis = await reports(ids.siti, information);
    const before = await planOf("information_services");
    await decides("yes");
    await writes(ids.tono, engagement, "Keripik pisang");
    const tonos = await reports(ids.tono, information, { state: "done" });
    expect((await planOf("information_services")).state).toBe("done");
    await decides("no");
    expect(await planOf("information_services")).toEqual(before);
    expect(await numbersOn(information)).toEqual([sitis]);
    expect(await planOf("community_engagement")).toMatchObject({ activity: null, state: "unwritten" });
    expect(await planOf("community_engagement", true)).toMatchObject({ activity: "Keripik pisang" });
    expect(await numbersOn(await planId("information_services", true))).toEqual([tonos]);
  });

  test("puts back the library's words that theirs had taken the place of", async () => {
    const { ids, planOf, planId, writes, decides } = await openWaiting();
    const [information, advocacy] = [await planId("information_services"), await planId("advocacy")];
    const apart = await planId("information_services", true);
    await writes(ids.siti, information, "Sudut baca");
    await writes(ids.siti, advocacy, "Bertemu kades");
    const before = [await planOf("information_services"), await planOf("advocacy")];
    await writes(ids.tono, apart, "Kelas komputer");
    await decides("yes");
    const actor = await actorOf(stage.world, ids.tono);
    expect((await adoptEntries(stage.world, actor, apart)).kind).toBe("adopted");
    // And once more over their own words: what was Siti's still lies behind.
    for (const activity of ["Bertemu camat", "Bertemu bupati"]) await writes(ids.tono, advocacy, activity);
    await decides("no");
    expect([await planOf("information_services"), await planOf("advocacy")]).toEqual(before);
    expect((await planOf("information_services", true)).activity).toBe("Kelas komputer");
    expect((await planOf("advocacy", true)).activity).toBe("Bertemu bupati");
  });

  test("leaves what a colleague has changed, carries out or corrected since, and says so to all three", async () => {
    const { ids, phones, planOf, planId, writes, reports, decides } = await openWaiting();
    const types = ["information_services", "community_engagement", "advocacy"] as const;
    for (const type of types) await writes(ids.tono, await planId(type, true), `Isian ${type}`);
    const own = await planId("advocacy", true);
    const [corrected, left] = [await reports(ids.tono, own), await reports(ids.tono, own, { state: "done" })];
    await decides("yes");
    const [changed, used, advocacy] = [await planId(types[0]), await planId(types[1]), await planId(types[2])];
    await writes(ids.siti, changed, "Diubah Siti");
    await reports(ids.siti, used);
    const latest = await stage.db.progressReport.findFirstOrThrow({ where: { number: left } });
    const correction = await reports(ids.siti, advocacy, {
      ...{ state: "in_progress", corrects: { number: left, basis: { version: latest.version, reviewed: false } } },
    });
    expect(correction).toBe(left);
    const outcome = await decides("no");
    expect(outcome).toMatchObject({ kind: "refused", parted: { plans: 0, reports: 1, stays: [types[1], types[2]] } });
    expect((await planOf(types[0])).activity).toBe("Diubah Siti");
    expect((await planOf(types[1])).activity).toBe(`Isian ${types[1]}`);
    expect(await numbersOn(advocacy)).toEqual([left, left]);
    expect(await numbersOn(own)).toEqual([corrected]);
    const named = "Pelibatan Masyarakat dan Advokasi";
    expect(everything(phones.tono)).toContain(`Yang sudah dilanjutkan rekan menjadi milik perpustakaan: ${named}.`);
    expect(everything(phones.siti)).toContain(`Yang sudah dilanjutkan rekan tetap di perpustakaan: ${named}.`);
    expect(stage.errors).toEqual([]);
  });

  test("is answered with what went and what stays, where the trainer pressed", async () => {
    const { ids, phones, planId, writes, reports, decides } = await openWaiting();
    await writes(ids.tono, await planId("advocacy", true), "Bertemu camat");
    await writes(ids.tono, await planId("information_services", true), "Kelas komputer");
    await decides("yes");
    await reports(ids.siti, await planId("advocacy"));
    const asked = phones.rina.received().findLast(({ text }) => text?.includes("Apakah benar ia mengelola"));
    phones.rina.pressesOn(
      asked?.message_id ?? 0,
      `turn_away:${(await stage.db.participant.findFirstOrThrow({ where: { personId: ids.tono } })).id}:undo`,
    );
    await stage.settle();
    expect(everything(phones.rina)).toContain("Isiannya (1 rencana) keluar dari perpustakaan");
    expect(everything(phones.rina)).toContain("tetap di perpustakaan: Advokasi.");
  });

  test("of somebody who had begun alone leaves the library as empty as it was", async () => {
    const trainingClass = await buildClass(stage.db);
    const rina = await buildTrainer(stage.db, [trainingClass.id]);
    const tono = await buildPerson(stage.db, { name: "Tono Susilo" });
    const participantId = await joins(tono.id, trainingClass.id);
    const plan = await stage.db.workPlan.findFirstOrThrow({ where: { type: "advocacy" } });
    const words = { planId: plan.id, activity: "Bertemu camat", targetOn: null, measure: null, partner: null };
    await writeWorkPlan(stage.world, await actorOf(stage.world, tono.id), words);
    for (const decision of ["yes", "no"] as const) {
      stage.clock.advance(60_000);
      await decideAdmission(stage.world, await actorOf(stage.world, rina.id), { participantId, decision });
    }
    const plans = await stage.db.workPlan.findMany({ where: { type: "advocacy" }, include: { library: true } });
    expect(plans.map(({ activity, library }) => [activity, library.holderId])).toEqual(
      expect.arrayContaining([
        [null, 0],
        ["Bertemu camat", participantId],
      ]),
    );
  });
});

test("a yes in one class opens no other library, of that class or another, for the same person", async () => {
  const { ids, participantId, decides } = await openWaiting();
  const second = await buildClass(stage.db, { name: "Kepulauan Riau 2" });
  const third = await buildClass(stage.db, { name: "Kepulauan Riau 3", startsOn: "2024-06-10" });
  // Another village; and in a third class the reading room of the same one.
  const ekang = { placeCode: "21.01.10.2002", libraryName: "Perpustakaan Ekang" };
  for (const [classId, options] of [
    [second.id, ekang],
    [third.id, { placeCode: VILLAGE, libraryName: "TBM Berakit", kind: "tbm" as const }],
  ] as const) {
    await buildParticipant(stage.db, classId, { name: "Pengelola lama", ...options });
  }
  const elsewhere = await joins(ids.tono, second.id, ekang.placeCode, ekang.libraryName);
  const actor = await actorOf(stage.world, ids.tono);
  const room = await registerParticipant(stage.world, actor, {
    ...{ name: "Tono Susilo", phone: null, kind: "tbm", classId: third.id, placeCode: VILLAGE },
    ...{ libraryName: "TBM Berakit", rosterRowId: null },
  });
  await decides("yes");
  const standing = await stage.db.participant.findMany({ where: { personId: ids.tono }, orderBy: { id: "asc" } });
  expect(standing.map(({ id, admission }) => [id, admission])).toEqual([
    [participantId, "admitted"],
    [elsewhere, "waiting"],
    [room.kind === "registered" ? room.participantId : 0, "waiting"],
  ]);
  const mine = await stage.world.store.plans.ofPerson(ids.tono);
  const open = mine.filter(({ isApart }) => !isApart);
  expect(new Set(open.map(({ libraryName }) => libraryName))).toEqual(new Set([LIBRARY]));
  // The trainer of the one class may not say yes for the other.
  const rina = await actorOf(stage.world, ids.rina);
  const forged = await decideAdmission(stage.world, rina, { participantId: elsewhere, decision: "yes" });
  expect(forged.kind).toBe("not_yours");
});
