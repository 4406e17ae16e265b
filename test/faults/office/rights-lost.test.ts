// A right that was there when a button was pressed, or a file was sent, and is gone when it is carried out.

import { expect, test } from "vitest";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { RosterEntry } from "../../../src/domain/roster/import-plan.js";
import { judgeRosterFile } from "../../../src/files/judge-roster-file.js";
import {
  addWave,
  cancelTrainingSession,
  changeClass,
  createClass,
  endOf,
  inviteStaff,
  listInvitations,
  moveTrainingSession,
  openCohort,
  removeClass,
  renewInvitation,
  saveImport,
  saveWorkbook,
  setClassLink,
  shiftClass,
  spreadTrainers,
  teachClass,
  undoImport,
  viewSpread,
  writeMaterial,
} from "../../../src/use-cases/index.js";
import { addSessions } from "../../../src/use-cases/programme/sessions/add-sessions.js";
import { changeSession } from "../../../src/use-cases/programme/sessions/change-session.js";
import { day, officeJudges, officeWorkbook } from "../../support/files/office-workbook.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildSession, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";
import { digestOf } from "../forms/hostile-scene.js";

const stage = stageAt("2026-04-06T02:00:00Z");

async function scene() {
  const own = await buildClass(stage.db, { startsOn: "2026-05-18", name: "Kepri" });
  const bare = await buildClass(stage.db, { startsOn: "2026-06-15", name: "Kepri 2" });
  const admin = await buildAdmin(stage.db, { name: "Sri" });
  const trainer = await buildTrainer(stage.db, [own.id], { telegramId: null });
  const opening = await buildSession(stage.db, own.id, { startsAt: new Date("2026-05-18T02:00:00Z") });
  return { own, bare, opening, trainer, admin, actor: await actorOf(stage.world, admin.id) };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const revoke = (personId: number) =>
  stage.db.roleBinding.updateMany({ where: { personId }, data: { revokedAt: stage.clock.now() } });

const entriesOf = (classId: number, ...names: string[]): RosterEntry[] =>
  names.map((name, n) => ({
    ...{ classId, line: n + 2, name, phone: `+62812777700${n}`, kind: "desa" as const },
    ...{ placeCode: "21.01.08.2001", libraryName: null },
  }));

const DAYS = { startsOn: "2026-06-01", endsOn: "2026-06-05" } as const;
const WORKBOOK = {
  classes: [["2027", "1", "Baru", "Jambi", "Hotel", day("2027-05-18"), day("2027-05-22"), null]],
  trainers: [["Mahmud", "081234567890", "Baru", null]],
};

const NEW_SESSION = {
  title: "Penutupan",
  startsAt: new Date("2026-05-22T07:00:00Z"),
  endsAt: new Date("2026-05-22T09:00:00Z"),
  mode: "in_person" as const,
  place: "Aula",
};

/** With the roles as they were read when the update came. */
const WORK: Record<string, (actor: KnownActor, scene: Scene) => Promise<{ kind: string }>> = {
  "a roster": (actor, { own }) =>
    saveImport(stage.world, actor, { draftId: 1, classId: own.id, entries: entriesOf(own.id, "Siti") }),
  "a workbook": async (actor) => {
    const judged = await judgeRosterFile(await officeWorkbook(WORKBOOK), {}, await officeJudges("2026-04-06"));
    if (judged.kind !== "workbook") throw new Error(judged.kind);
    const saidAt = stage.clock.now();
    const wish = { draftId: 2, lines: judged.lines, entriesFor: async () => [], cohortName: String, saidAt };
    return saveWorkbook(stage.world, actor, wish);
  },
  "an invitation": (actor, { own }) =>
    inviteStaff(stage.world, actor, {
      ...{ name: "Mahmud", phone: "+6281234567890", wish: { role: "trainer", classId: own.id } },
    }),
  "an admin of the country": (actor) =>
    inviteStaff(stage.world, actor, {
      ...{ name: "Mahmud", phone: "+6281234567890", wish: { role: "admin", regionCode: null } },
    }),
  "an invitation renewed": (actor, { trainer }) => renewInvitation(stage.world, actor, trainer.id),
  "the file of invitations": (actor) =>
    listInvitations(stage.world, actor, { waveId: null, provinceCode: null, purpose: "Mengirim" }),
  "a trainer for a class": (actor, { bare, trainer }) =>
    teachClass(stage.world, actor, { classId: bare.id, personId: trainer.id, teaches: true }),
  "classes shared out": async (actor, { own }) => {
    const wish = { waveId: own.waveId, provinceCode: "21", most: 2 };
    const view = await viewSpread(stage.world, actor, wish);
    return spreadTrainers(stage.world, actor, { ...wish, mark: view.kind === "found" ? view.mark : "" });
  },
  "a class": (actor, { own }) =>
    createClass(stage.world, actor, {
      ...{ waveId: own.waveId, provinceCode: "21", name: "Baru", venue: "Hotel", ...DAYS, saidAt: stage.clock.now() },
    }),
  "a changed class": (actor, { own }) => changeClass(stage.world, actor, { classId: own.id, change: { name: "Lain" } }),
  "a class moved as a whole": (actor, { bare }) =>
    shiftClass(stage.world, actor, {
      classId: bare.id,
      from: "2026-06-15",
      to: "2026-06-22",
      saidAt: stage.clock.now(),
    }),
  "sessions added": (actor, { own }) =>
    addSessions(stage.world, actor, { classId: own.id, sessions: [NEW_SESSION], saidAt: stage.clock.now() }),
  "a changed session": (actor, { opening }) =>
    changeSession(stage.world, actor, {
      ...{ sessionId: opening.id, change: { place: "Aula lantai 2" }, saidAt: stage.clock.now() },
    }),
  "a moved session": (actor, { opening }) =>
    moveTrainingSession(stage.world, actor, {
      ...{ sessionId: opening.id, revision: 0, saidAt: stage.clock.now() },
      startsAt: new Date("2026-05-19T02:00:00Z"),
    }),
  "a cancelled session": (actor, { opening }) =>
    cancelTrainingSession(stage.world, actor, { sessionId: opening.id, revision: 0, saidAt: stage.clock.now() }),
  "a class's link": (actor, { own }) =>
    setClassLink(stage.world, actor, { classId: own.id, wish: "close", seen: endOf(own.joinToken) }),
  "a removed class": (actor, { bare }) => removeClass(stage.world, actor, bare.id),
  "a material": (actor) =>
    writeMaterial(stage.world, actor, {
      id: null,
      ...{ topic: "other", title: "Panduan", kind: "link", content: "https://perpusnas.go.id/" },
    }),
  "a cohort": (actor) => openCohort(stage.world, actor, { year: 2027, name: "TPBIS 2027" }),
  "a wave": async (actor) => {
    const { id: cohortId } = await stage.db.cohort.findFirstOrThrow();
    return addWave(stage.world, actor, { cohortId, number: 9, ...DAYS });
  },
};

test.each(Object.entries(WORK))("%s is nothing any more once the role is gone, and is done before", async (_, work) => {
  const all = await scene();
  await revoke(all.admin.id);
  const before = await digestOf(stage);
  expect((await work(all.actor, all)).kind).toMatch(/^not_(allowed|yours)$/);
  expect(await digestOf(stage)).toEqual(before);
  await stage.db.roleBinding.updateMany({ data: { revokedAt: null } });
  const allowed = await digestOf(stage);
  expect((await work(all.actor, all)).kind).not.toMatch(/^not_|refused/);
  expect(await digestOf(stage)).not.toEqual(allowed);
});

const saved = async (actor: KnownActor, draftId: number, entries: RosterEntry[]) => {
  const outcome = await saveImport(stage.world, actor, { draftId, classId: null, entries });
  return outcome.kind === "saved" ? outcome.saved.id : 0;
};

test("a trainer whose role was taken moves and cancels no session, and closes no link", async () => {
  const { own, opening, trainer } = await scene();
  const asked = await actorOf(stage.world, trainer.id);
  await revoke(trainer.id);
  const before = await digestOf(stage);
  const saidAt = stage.clock.now();
  const about = { sessionId: opening.id, revision: 0, saidAt };
  const startsAt = new Date("2026-05-19T02:00:00Z");
  expect((await moveTrainingSession(stage.world, asked, { ...about, startsAt })).kind).toBe("not_allowed");
  expect((await cancelTrainingSession(stage.world, asked, about)).kind).toBe("not_allowed");
  const link = { classId: own.id, wish: "renew" as const, seen: endOf(own.joinToken) };
  expect((await setClassLink(stage.world, asked, link)).kind).toBe("not_yours");
  expect(await digestOf(stage)).toEqual(before);
});

test.each([
  { whom: "an admin no more", role: null },
  { whom: "an admin of another province by now", role: "81" },
  { whom: "an admin of a kabupaten by now", role: "21.01" },
])("$whom takes no import back, and reads nobody's name", async ({ role }) => {
  const { own, admin, actor } = await scene();
  const id = await saved(actor, 1, entriesOf(own.id, "Siti Rahmawati"));
  await revoke(admin.id);
  const grantedAt = stage.clock.now();
  if (role !== null) {
    await stage.db.roleBinding.create({ data: { personId: admin.id, role: "admin", regionCode: role, grantedAt } });
  }
  const before = await digestOf(stage);
  expect(await undoImport(stage.world, await actorOf(stage.world, admin.id), id)).toEqual({ kind: "not_allowed" });
  expect(await digestOf(stage)).toEqual(before);
});

test("undoing leaves what a later file of somebody else changed, says who, and can be undone in turn", async () => {
  const { own, actor } = await scene();
  const colleague = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Budi", regionCode: "21" })).id);
  const mine = await saved(actor, 1, entriesOf(own.id, "Siti", "Hasan"));
  const theirs = await saved(colleague, 2, entriesOf(own.id, "Siti Rahmawati"));
  expect(await undoImport(stage.world, actor, mine)).toMatchObject({ undone: 1, stayed: ["Siti Rahmawati"] });
  const names = async () => (await stage.db.rosterRow.findMany()).map(({ name }) => name);
  expect(await names()).toEqual(["Siti Rahmawati"]);
  expect(await undoImport(stage.world, colleague, theirs)).toMatchObject({ undone: 1, stayed: [] });
  expect(await names()).toEqual(["Siti"]);
});

test("who stays on the roster is written down as seen by the admin who took the import back", async () => {
  const { own, actor } = await scene();
  const mine = await saved(actor, 1, entriesOf(own.id, "Siti"));
  await saved(actor, 2, entriesOf(own.id, "Siti Rahmawati"));
  await undoImport(stage.world, actor, mine);
  const { id } = await stage.db.rosterRow.findFirstOrThrow();
  const { details } = await stage.db.audit.findFirstOrThrow({ where: { action: "roster.undo" } });
  expect(details).toMatchObject({ shown: [`roster_row:${id}`] });
});

test("two admins who share out the same classes at once give each class one trainer, once", async () => {
  const { own, bare, actor } = await scene();
  const colleague = await actorOf(stage.world, (await buildAdmin(stage.db, { name: "Budi", regionCode: "21" })).id);
  const wish = { waveId: own.waveId, provinceCode: "21", most: 2 };
  const view = await viewSpread(stage.world, actor, wish);
  const mark = view.kind === "found" ? view.mark : "";
  const both = [actor, colleague].map((one) => spreadTrainers(stage.world, one, { ...wish, mark }));
  expect((await Promise.all(both)).map(({ kind }) => kind).sort()).toEqual(["changed", "done"]);
  expect(await stage.db.classTrainer.count({ where: { classId: bare.id } })).toBe(1);
  expect(await stage.db.audit.count({ where: { action: "class.trainer-add" } })).toBe(1);
});
