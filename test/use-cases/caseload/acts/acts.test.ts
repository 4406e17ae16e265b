// What trainers do for one or for many at once: who gets it is the same before and after.
import { expect, test } from "vitest";
import { readScope, type Scope, scopeSubject } from "../../../../src/domain/caseload/scope.js";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import {
  askTrainers,
  extendDeadlines,
  listParts,
  previewReminder,
  recordTalk,
  remindPeople,
  replyInThread,
  writeFirst,
} from "../../../../src/use-cases/index.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../../support/world/builders.js";
import { openActScene } from "./act-scene.js";

const { stage, MINUTE, said, actorOf, aClass, ofClass, standing } = openActScene();

// Keeps T08, T18.
test("who is reminded now, later and not at all is the same before and after, one message each", async () => {
  const { classId, actor } = await aClass();
  const scope = ofClass(classId);

  const before = await previewReminder(stage.world, actor, {
    scope,
    chosen: null,
    line: null,
    saidAt: stage.clock.now(),
  });
  const after = await remindPeople(stage.world, actor, { scope, line: "Salam, {nama}", ...said() });

  const counts = { now: 1, budget: 1, blocked: 1, opted_out: 1, not_joined: 1 };
  expect(before).toMatchObject({ kind: "preview", total: 5, counts });
  expect(after).toMatchObject({ kind: "reminded", counts });
  const posts = await stage.db.outbox.findMany({ where: { kind: "nudge" }, orderBy: { id: "asc" } });
  expect(posts.map(({ message }) => (message as { text: string }).text)).toEqual([
    expect.stringContaining("Salam, Ana"),
    expect.stringContaining("Salam, Dedi"),
  ]);
  // Three plans each, and a minute to take it back.
  expect(posts[0]?.subjects.filter((subject) => subject.startsWith("plan:"))).toHaveLength(3);
  expect(posts[0]?.dueAt).toEqual(new Date("2024-07-09T02:01:00Z"));
});

test("an update that is handled twice reminds once, and nobody is reminded twice a day", async () => {
  const { classId, trainer, actor } = await aClass();
  const other = await actorOf(await buildTrainer(stage.db, [classId], { name: "Joko" }));
  const once = said();
  const remind = (by: KnownActor, wish = said()) => remindPeople(stage.world, by, { scope: ofClass(classId), ...wish });

  const first = await remind(actor, once);
  expect(await remind(await actorOf(trainer), once)).toMatchObject({
    actId: first.kind === "reminded" ? first.actId : 0,
  });
  expect(await remind(other)).toMatchObject({ counts: { already_today: 2, blocked: 1, opted_out: 1 } });

  expect(await stage.db.outbox.count({ where: { kind: "nudge" } })).toBe(2);
});

test("of a scope only those who were chosen are reminded", async () => {
  const { classId, actor, dedi } = await aClass();

  const chosen = [dedi.person.id];
  const outcome = await remindPeople(stage.world, actor, { scope: ofClass(classId), chosen, ...said() });

  expect(outcome).toMatchObject({ counts: { budget: 1 }, names: [{ name: "Dedi", fate: "budget" }] });
});

// Keeps T12.
test("a kabupaten is extended within the trainer's own classes only, and what is due later stays", async () => {
  const { classId, actor, ana } = await aClass();
  const elsewhere = await buildClass(stage.db, { name: "Lain" });
  const foreign = await buildParticipant(stage.db, elsewhere.id, { name: "Eka", libraryName: "Perpustakaan Eka" });
  await stage.db.workPlan.update({ where: { id: ana.plans[0]?.id ?? 0 }, data: { dueOn: new Date("2024-08-30") } });
  const code = (await stage.db.library.findFirstOrThrow({ where: { name: "Perpustakaan Ana" } })).placeCode.slice(0, 5);

  const outcome = await extendDeadlines(stage.world, actor, {
    ...{ scope: { kind: "regency", code }, until: "2024-07-23", reason: "budget", ...said() },
  });

  expect(outcome).toMatchObject({ kind: "extended", plans: 11, later: 1 });
  const plan = await stage.db.workPlan.findUniqueOrThrow({ where: { id: foreign.plans[0]?.id ?? 0 } });
  expect(plan.dueOn).toEqual(new Date("2024-07-07"));
  expect(classId).not.toBe(elsewhere.id);
});

// Keeps T18.
test("a class is written to, each alone, and an answer comes back as a thread of their own", async () => {
  const { classId, actor, ana, citra } = await aClass();

  const outcome = await writeFirst(stage.world, actor, { scope: ofClass(classId), text: "Halo {nama}", ...said() });

  expect(outcome).toMatchObject({ kind: "written", counts: { now: 2, budget: 1, blocked: 1 } });
  const messages = await stage.db.threadMessage.findMany({ include: { thread: true }, orderBy: { id: "asc" } });
  expect(messages.map(({ text, thread: { state } }) => [text, state])).toEqual([
    ["Halo Ana", "answered"],
    ["Halo Citra", "answered"],
    ["Halo Dedi", "answered"],
  ]);
  const threadId = messages[0]?.threadId ?? 0;
  const asAna = await actorOf(ana.person);
  const answer = { threadId, text: "Baik, Pak", files: [], updateId: 9001 };
  expect(await replyInThread(stage.world, asAna, answer)).toMatchObject({ kind: "sent" });
  expect(await replyInThread(stage.world, await actorOf(citra.person), answer)).toEqual({ kind: "not_yours" });
  expect(await stage.db.outbox.count({ where: { kind: "question" } })).toBe(1);
});

test("a message to one goes on in their thread, one to the class leaves their question open", async () => {
  const { classId, actor, ana } = await aClass();
  await askTrainers(stage.world, await actorOf(ana.person), { text: "Bolehkah?", files: [], updateId: 8999 });
  await stage.db.outbox.updateMany({ where: { kind: "question" }, data: { state: "sent" } });
  const state = async () => (await stage.db.questionThread.findFirstOrThrow({ orderBy: { id: "asc" } })).state;

  await writeFirst(stage.world, actor, { scope: ofClass(classId), text: "Untuk semua", ...said() });
  expect(await state()).toBe("unread");
  const one = { kind: "participant", participantId: ana.participant.id } as const;
  stage.clock.advance(MINUTE);
  const written = await writeFirst(stage.world, actor, { scope: one, text: "Boleh", ...said() });

  // Her own question and one of the class for each of three: none is opened anew.
  expect(written).toMatchObject({ kind: "written" });
  expect(await stage.db.questionThread.count()).toBe(4);
});

test("a message to one does not answer a question that its writer was not sent yet", async () => {
  const { actor, ana } = await aClass();
  await askTrainers(stage.world, await actorOf(ana.person), { text: "Bolehkah?", files: [], updateId: 8999 });

  const one = { kind: "participant", participantId: ana.participant.id } as const;
  const letter = { scope: one, text: "Selamat pagi", ...said() };
  expect(await writeFirst(stage.world, actor, letter)).toMatchObject({ kind: "written" });
  expect(await writeFirst(stage.world, actor, letter)).toMatchObject({ kind: "written" });

  const threads = await stage.db.questionThread.findMany({ orderBy: { id: "asc" }, include: { messages: true } });
  expect(threads.map(({ state, messages }) => [state, messages.map(({ text }) => text)])).toEqual([
    ["unread", ["Bolehkah?"]],
    ["answered", ["Selamat pagi"]],
  ]);
});

// Keeps T01, A01.
test("a trainer of another class, a revoked one, and an admin of elsewhere can do none of it", async () => {
  const { classId, ana, trainer } = await aClass();
  const east = await buildClass(stage.db, { provinceCode: "81", name: "Maluku" });
  const others = [await buildTrainer(stage.db, [east.id]), await buildAdmin(stage.db, { regionCode: "81" })];
  const scopes: Scope[] = [
    { kind: "plan", planId: ana.plans[0]?.id ?? 0 },
    { kind: "participant", participantId: ana.participant.id },
    ofClass(classId),
    { kind: "regency", code: "21.01" },
    { kind: "late" },
    { kind: "filter", filter: "all" },
  ];
  await stage.db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: stage.clock.now() } });
  const before = await standing();

  for (const person of [...others, trainer]) {
    const actor = await actorOf(person);
    for (const scope of scopes) {
      await remindPeople(stage.world, actor, { scope, ...said() });
      await extendDeadlines(stage.world, actor, { scope, until: "2024-07-23", reason: "x", ...said() });
      await writeFirst(stage.world, actor, { scope, text: "Halo", ...said() });
      if (scope.kind === "plan" || scope.kind === "participant")
        await recordTalk(stage.world, actor, { scope, way: "visited", ...said() });
    }
  }

  expect(await standing()).toEqual(before);
});

test("a list of too many is divided by place and class, each part once, and each part is acted on alone", async () => {
  const { classId, actor, ana } = await aClass();
  const maluku = await buildClass(stage.db, { provinceCode: "81" });
  const far = await stage.db.place.findFirstOrThrow({ where: { level: "village", code: { startsWith: "81.01." } } });
  const joko = await buildParticipant(stage.db, maluku.id, { name: "Joko", placeCode: far.code });
  await stage.db.workPlan.updateMany({ data: { state: "not_started" } });
  const admin = await actorOf(await buildAdmin(stage.db));
  for (const scope of [{ kind: "late" }, { kind: "filter", filter: "late" }] as const) {
    const byPlace = await listParts(stage.world, admin, scope, false);
    expect(byPlace.map(({ scope: { area }, count }) => [area?.placeCode, count])).toEqual([
      ["21", 4],
      ["81", 1],
    ]);
    const byClass = await listParts(stage.world, admin, scope, true);
    expect(byClass.map(({ scope: { area }, count }) => [area?.classId, count]).sort()).toEqual([
      [classId, 4],
      [maluku.id, 1],
    ]);
    for (const [part] of [byPlace.slice(1), byClass.filter(({ scope: { area } }) => area?.classId === maluku.id)]) {
      const wish = { scope: part?.scope ?? scope, chosen: null, line: null, saidAt: stage.clock.now() };
      const preview = await previewReminder(stage.world, admin, wish);
      expect(preview).toMatchObject({ kind: "preview", total: 1, everybody: [{ name: "Joko" }] });
      // As a button and a draft carry it.
      expect(readScope(scopeSubject(wish.scope))).toEqual(wish.scope);
    }
  }
  // A trainer is given parts of their own people alone.
  const own = await listParts(stage.world, actor, { kind: "late" }, true);
  expect(own.map(({ scope: { area }, count }) => [area?.classId, count])).toEqual([[classId, 4]]);
  const theirs: Scope = { kind: "late", area: { placeCode: null, classId: maluku.id } };
  expect(
    await previewReminder(stage.world, actor, { scope: theirs, chosen: null, line: null, saidAt: stage.clock.now() }),
  ).toMatchObject({ kind: "preview", total: 0 });
  const reminded = await remindPeople(stage.world, admin, {
    scope: { kind: "late", area: { placeCode: "81", classId: null } },
    ...said(),
  });
  expect(reminded).toMatchObject({ kind: "reminded", counts: { now: 1 } });
  expect(await stage.db.outbox.count({ where: { personId: joko.person.id, kind: "nudge" } })).toBe(1);
  expect(await stage.db.outbox.count({ where: { personId: ana.person.id, kind: "nudge" } })).toBe(0);
});

test("more people than can be acted on at once are counted and left alone", async () => {
  const { classId } = await aClass();
  const admin = await actorOf(await buildAdmin(stage.db));
  await stage.db.$executeRaw`
    WITH made AS (
      INSERT INTO people (name, zone, telegram_id, created_at)
      SELECT 'Orang ' || n, 'Asia/Jakarta', 700000 + n, now() FROM generate_series(1, 600) AS n RETURNING id
    )
    INSERT INTO participants (number, person_id, class_id, kind, joined_at)
    SELECT 'X-' || id, id, ${classId}, 'desa', now() FROM made`;

  const outcome = await remindPeople(stage.world, admin, { scope: ofClass(classId), ...said() });

  expect(outcome).toEqual({ kind: "too_many", total: 604 });
  expect(await stage.db.outbox.count({ where: { kind: "nudge" } })).toBe(0);
});
