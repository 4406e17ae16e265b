// Whoever looks at other people's data leaves a line: every button and command there is takes a stand on it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/bot/routes/commands/commands.js";
import type { ActionName } from "../../src/domain/messages/action.js";
import { LOOKS, type LookName } from "../../src/domain/own-data/look.js";
import type { Person } from "../../src/sandbox/shapes.js";
import { showOwnData } from "../../src/use-cases/index.js";
import { openTwoClasses } from "../faults/forms/hostile-scene.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { isLong } from "../support/runs.js";
import { BUTTONS } from "../support/stage/every-button.js";
import { openStage, type Stage } from "../support/stage/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Scene = Awaited<ReturnType<typeof openTwoClasses>>;

/** Tuesday, 10:00 in Tanjungpinang. */
const NOW = "2024-06-11T03:00:00Z";

type Line = `${LookName} of ${string}`;

/** What a press of each button leaves; null: it shows nobody else's data. */
const LOOK_OF_BUTTON: Record<ActionName, Line | Line[] | null> = {
  menu: null,
  consent: null,
  notice: null,
  explain: null,
  refuse: null,
  language: null,
  resume: null,
  saved: null,
  discard: null,
  question: "question.view of thread:1",
  quick_answers: null,
  keep_answer: null,
  quick_answer: null,
  write_answer: null,
  drop_answer: null,
  thank: null,
  more_time: null,
  asked: null,
  ask: null,
  materials: null,
  material: null,
  materials_desk: null,
  desk_material: null,
  write_material: null,
  remove_material: null,
  confirm_remove_material: null,
  duplicates: null, // nobody of the class is there twice
  same_people: null,
  ask_merge_people: null,
  merge_people: null,
  two_people: null,
  same_libraries: null,
  ask_merge_libraries: null,
  merge_libraries: null,
  two_libraries: null,
  merges: null,
  merged: null,
  undo_merge: null,
  stories: null,
  write_story: null,
  story: "story.view of participant:1",
  ask_story_consent: null,
  story_consent: null,
  story_photos: "story.view of participant:1",
  guardian: null,
  drop_guardian: null,
  ask_remove_story: null,
  remove_story: null,
  stories_of_others: null,
  stories_of: ["person.view of participant:1", "story.list of participant:1"],
  story_voices: "story.view of participant:1",
  type_story: "story.view of participant:1",
  flag_story: "story.view of participant:1",
  champion: ["person.view of participant:1", "story.list of participant:1"],
  story_desk: "story.list of stories",
  story_places: null,
  list_story: "story.view of participant:1",
  story_sheet: null,
  inbox: "question.list of questions",
  remind_trainers: null,
  opt_out: null,
  opt_in: null,
  missed: null,
  unknowns: null,
  restored: null,
  parked: null,
  exports: null,
  audit: "audit.list of audit",
  audit_find: null,
  export_audit: null,
  erasures: null,
  erase: null,
  keep_data: null,
  announcements: null,
  announce: null,
  announcement_drafts: null,
  change_announcement: null,
  announcement: null,
  announcement_details: "announcement.receivers of announcement:1",
  pause_announcement: null,
  resume_announcement: null,
  ask_stop_announcement: null,
  stop_announcement: null,
  review_announcement: null,
  approve_announcement: null,
  reject_announcement: null,
  resend_announcement: "announcement.receivers of announcement:1",
  announcement_again: "announcement.receivers of announcement:1",
  announcement_arrived: null,
  export_announcement: null,
  read_announcement: null,
  receivers: null,
  receivers_in: "announcement.names of announcement:1",
  export_receivers: null,
  ask_read_again: null,
  read_again: null,
  call_lists: null,
  call_list: "announcement.calls of announcement:1",
  call: "contact.view of announcement:1",
  called: "announcement.calls of announcement:1",
  call_sheet: null,
  tell_trainers: null,
  amend: null,
  ask_withdraw: null,
  withdraw: null,
  correction: null,
  review_correction: null,
  approve_correction: null,
  reject_correction: null,
  schedule: null,
  calendar: null,
  agenda: null,
  session: null,
  attend: null,
  classes: "class.view of class:1",
  class: "class.view of class:1",
  qr: null,
  poster: null,
  posters: null,
  joining_text: null,
  admissions: null,
  admission: "admission.view of participant:1",
  same_person: null,
  other_person: null,
  let_in: null,
  turn_away: null,
  compare: null,
  adopt: null,
  link: null,
  ask_link: null,
  set_link: null,
  class_day: null,
  board: "class.view of class:1",
  not_here: "class.view of class:1",
  mark: "class.view of class:1",
  mark_one: null, // refused: a week before the session
  mark_all: null,
  unmark_all: null,
  run_session: null,
  move_session: null,
  place_session: null,
  length_session: null,
  ask_cancel_session: null,
  cancel_session: null,
  programme: null,
  place_changes: null,
  beginning: null,
  practice: null,
  make_practice: null,
  ask_remove_practice: null,
  remove_practice: null,
  new_cohort: null,
  cohort: null,
  new_wave: null,
  wave: null,
  wave_province: null,
  new_class: null,
  set_up_class: null,
  change_class: null,
  add_session: null,
  copy_class: null,
  shift_class: null,
  roster: null,
  rules: null,
  rules_file: null,
  send_rules: null,
  rules_versions: null,
  rules_version: null,
  ask_rules_back: null,
  rules_back: null,
  undo_import: null,
  example_workbook: null,
  staff: "staff.list of staff",
  invitations: "staff.export of staff",
  // Nobody in it is real.
  simulation: null,
  simulate: null,
  spread: "staff.list of staff",
  confirm_spread: null,
  class_staff: "staff.list of class:1",
  choose_trainer: "staff.list of staff",
  teach: null,
  stop_teaching: null,
  staff_member: "staff.view of person:2",
  invite_trainer: null,
  invite_admin: null,
  renew_invitation: null,
  ask_revoke: null,
  revoke: null,
  give_back: null,
  ask_remove_class: null,
  remove_class: null,
  profile: null,
  change_phone: null,
  move_account: null,
  not_me: null,
  hand_over: null,
  hand_over_code: null,
  hand_over_cancel: null,
  take_over: null,
  decline_over: null,
  decide_move: null,
  accept: null,
  overdue: "overdue.list of overdue",
  case: "plan.view of plan:1",
  cases: ["plan.view of plan:1", "plan.view of plan:2"],
  contact: "contact.view of plan:1",
  parts: null,
  remind: null,
  write: "person.view of participant:1",
  nudge: null,
  note: "plan.view of plan:1",
  extend_for: "person.view of participant:1",
  talk: "plan.view of plan:1",
  talked: null,
  talk_note: null,
  undo_act: null,
  extend: "plan.view of plan:1",
  people: "people.list of people",
  // Numbers alone.
  people_places: null,
  overview: null,
  overview_home: null,
  overview_parts: null,
  overview_file: null,
  overview_meaning: null,
  people_files: null,
  class_files: null,
  class_picture: "class.picture of class:1",
  class_pictures: "class.picture of class:1",
  people_file: null, // its purpose is asked for first
  attendance_list: null,
  morning_person: "person.view of participant:1",
  morning_library: ["plan.view of plan:1", "plan.view of plan:2"],
  morning_needs: "summary.view of summary",
  morning_remind: null,
  morning_people: "people.list of people",
  morning_calls: null,
  causes: null,
  why: null,
  letter: "person.view of participant:1",
  person: "person.view of participant:1",
  invited: "person.view of roster_row:1",
  ask_plans: null,
  ask_unask_plans: "person.view of participant:1",
  unask_plans: null,
  pause: null,
  new_pause: null,
  longer_pause: null,
  end_pause: null,
  undo_pause: null,
  place_pauses: null,
  new_place_pause: null,
  place_pause: null,
  longer_place_pause: null,
  ask_end_place_pause: null,
  end_place_pause: null,
  undo_place_pause: null,
  away: null,
  say_away: null,
  change_cover: null,
  end_absence: null,
  decline_cover: null,
  summary: "summary.view of summary",
  news: "news.list of news",
  needs: "summary.view of summary",
  plans: null,
  plan: null,
  rewrite: null,
  reports: null,
  report: null,
  progress: null,
  numbered: null,
  correct: null,
  stand_in: "person.view of roster_row:1",
  stand_in_plan: "person.view of roster_row:1",
  review: "report.view of plan:2",
  accept_report: null,
  ask_correction: "report.view of plan:2",
  fix: null,
  evidence: "report.view of plan:2",
  need_help: null,
  feedback: null,
  feedback_results: null,
  feedback_words: null,
  feedback_file: null,
  snooze: null,
  snooze_until: null,
};

/** The same of the commands, typed by a trainer. */
const LOOK_OF_COMMAND: Record<string, Line | null> = {
  kelola: null,
  impor: null,
  start: null,
  saya: null,
  jeda: null,
  cerita: null,
  lapor: null,
  rencana: null,
  kemajuan: null,
  jadwal: null,
  kelas: "class.view of class:1",
  bahasa: null,
  pengumuman: null,
  ringkasan: "summary.view of summary",
  tinjau: "report.view of plan:2",
  peserta: "people.list of people",
  statistik: null,
  terlambat: "overdue.list of overdue",
  cuti: null,
  tanya: "question.list of questions",
  berhenti: null,
  mulai: null,
  dataku: null,
  hapus: null,
  ekspor: null,
  audit: null,
  penghapusan: null,
  batal: null,
  lanjut: null,
  bantuan: null,
};

async function looksSince(id: number): Promise<string[]> {
  const rows = await stage.db.audit.findMany({ where: { id: { gt: id } }, orderBy: { id: "asc" } });
  return rows
    .filter(({ action }) => (LOOKS as readonly string[]).includes(action))
    .map(({ action, subject }) => `${action} of ${subject}`);
}

const lastLine = async () => (await stage.db.audit.findFirst({ orderBy: { id: "desc" } }))?.id ?? 0;

/** What this left: the lines of looks, by whom is known from the test. */
async function looksOf(act: () => unknown): Promise<string[]> {
  stage.clock.advance(120_000);
  const before = await lastLine();
  act();
  await stage.settle();
  return looksSince(before);
}

// One leaves what the next finds, so all of them or none.
describe.runIf(isLong)("a press of", () => {
  let scene: Scene;
  beforeAll(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
    await stage.db.participant.updateMany({ data: { joinedAt: stage.clock.now() } });
  });
  const changing: ActionName[] = ["refuse", "accept", "consent", "erase"];
  // What was stopped has no list of those to call any more.
  const calls: ActionName[] = ["call_list", "call", "called"];
  const names = Object.keys(BUTTONS) as ActionName[];

  test.each([...calls, ...names.filter((name) => ![...calls, ...changing].includes(name)), ...changing])(
    "%s leaves what it should",
    async (name) => {
      const [who, ...ids] = BUTTONS[name];
      const phone = who === "stranger" ? scene.stranger : scene.riau[who];
      const line = LOOK_OF_BUTTON[name];
      const data = [name, ...ids].join(":");
      expect(await looksOf(() => phone.pressesOn(1, data))).toEqual(line === null ? [] : [line].flat());
      expect(stage.errors).toEqual([]);
    },
  );
});

describe("the command", () => {
  let scene: Scene;
  beforeAll(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
  });
  test.each(COMMANDS.map(({ name }) => name))("/%s leaves what it should", async (name) => {
    expect(LOOK_OF_COMMAND).toHaveProperty(name);
    const line = LOOK_OF_COMMAND[name];
    expect(await looksOf(() => scene.riau.trainer.says(`/${name}`))).toEqual(line === null ? [] : [line]);
  });
});

describe("looking", () => {
  let scene: Scene;
  let trainer: Person;
  beforeEach(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
    trainer = scene.riau.trainer;
  });

  test("at what belongs to another class leaves no line, for nothing is shown", async () => {
    for (const data of ["person:5001", "case:5001", "contact:5001", "note:5001", "class:5001", "question:5001"]) {
      expect(await looksOf(() => trainer.pressesOn(1, data)), data).toEqual([]);
    }
  });

  test("at the same screen again within a minute is one look, and at the next page another", async () => {
    for (let n = 0; n < 9; n++) {
      await stage.db.rosterRow.create({ data: { classId: 1, name: `Undangan ${n}`, kind: "desa" } });
    }
    const before = await lastLine();
    for (const data of ["people:all:0", "people:all:1", "people:all:0", "people:late:0"]) {
      trainer.pressesOn(1, data);
      await stage.settle();
      stage.clock.advance(5_000);
    }
    expect(await looksSince(before)).toHaveLength(3);
    expect(await looksOf(() => trainer.pressesOn(1, "people:all:0"))).toHaveLength(1);
  });

  test("for somebody keeps the filter and the count, and not what was searched for", async () => {
    await looksOf(() => trainer.says("/peserta Siti"));
    const line = await stage.db.audit.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(line.details).toEqual({ filter: "all", count: 1, page: 0, search: true, shown: ["participant:1"] });
    expect(JSON.stringify(line)).not.toContain("Siti");
  });

  test("at a report by its number is seen of the trainer, and not of the library's own people", async () => {
    const { participant } = scene.riau;
    participant.pressesOn(1, "report:1");
    await stage.settle();
    participant.presses(/[Tt]idak ada perubahan/);
    await stage.settle();
    const { number } = await stage.db.progressReport.findFirstOrThrow({ where: { planId: 1 } });
    expect(await looksOf(() => participant.says(number))).toEqual([]);
    expect(await looksOf(() => trainer.says(number))).toEqual(["report.view of plan:1"]);
    expect(await looksOf(() => trainer.says(`/kemajuan ${number}`))).toEqual(["report.view of plan:1"]);
    expect(await looksOf(() => trainer.pressesOn(1, `numbered:${number}`))).toEqual(["report.view of plan:1"]);
    expect(await looksOf(() => scene.maluku.trainer.says(number))).toEqual([]);
  });

  test("at samples and uncertain receivers of an announcement is written down", async () => {
    const { admin } = scene.riau;
    expect(await looksOf(() => admin.pressesOn(1, "announcement:1"))).toEqual([]);
    expect(await looksOf(() => admin.pressesOn(1, "announcement_details:1"))).toEqual([
      "announcement.receivers of announcement:1",
    ]);
    const acts = [
      () => admin.pressesOn(1, "announce"),
      () => admin.says("Halo {nama}"),
      () => admin.presses("👥 Kepada"),
      () => admin.presses("✅ Selesai"),
    ];
    for (const act of acts) expect(await looksOf(act)).toEqual([]);
    expect(await looksOf(() => admin.presses("👀 Contoh"))).toEqual(["announcement.preview of announcement:draft"]);
  });

  test.each([
    ["write:participant-1", "person.view of participant:1", "write"],
    ["extend:1", "plan.view of plan:1", "extension"],
    ["question:1", "question.view of thread:1", "question"],
  ])("at a form that was put aside is a look when it is gone on with: %s", async (data, line, form) => {
    expect(await looksOf(() => trainer.pressesOn(1, data))).toEqual([line]);
    expect(await looksOf(() => trainer.says("/batal"))).toEqual([]);
    expect(await looksOf(() => trainer.presses(/Simpan/))).toEqual([]);
    const { id } = await stage.db.draft.findFirstOrThrow({ where: { form } });
    expect(await looksOf(() => trainer.pressesOn(1, `resume:${id}`))).toEqual([line]);
    expect(stage.errors).toEqual([]);
  });

  test("is read by the one who was looked at, with who it was, in their own data", async () => {
    await looksOf(() => trainer.pressesOn(1, "person:1"));
    await looksOf(() => trainer.pressesOn(1, "contact:1"));
    await looksOf(() => trainer.pressesOn(1, "people:all:0"));
    await looksOf(() => trainer.pressesOn(1, "overdue:0"));
    const siti = await stage.world.store.people.findByTelegramId(scene.riau.participant.id);
    if (siti === null) throw new Error("nobody");
    const actor = {
      telegramId: scene.riau.participant.id,
      language: "id" as const,
      person: siti,
      roles: [],
      agreed: [],
      takesPart: true,
    };
    const shown = await showOwnData(stage.world, actor, { updateId: 1 });
    if (shown.kind !== "shown") throw new Error(shown.kind);
    const { json, page } = shown;
    const { audits } = JSON.parse(Buffer.from(json.base64, "base64").toString()) as {
      audits: { action: string; by: string }[];
    };
    const seen = audits.filter(({ by }) => by === "Pelatih Rina").map(({ action }) => action);
    expect(seen).toEqual(["person.view", "contact.view", "people.list", "overdue.list"]);
    expect(Buffer.from(page.base64, "base64").toString()).toContain("melihat nomor telepon");
  });

  test("is not written for a trainer whose summary or alert has not left", async () => {
    await stage.tick();
    const before = await lastLine();
    await stage.moveTo("2024-06-11T11:00:00Z");
    const lines = await looksSince(before);
    expect(lines.filter((line) => line === "summary.send of summary").length).toBe(
      await stage.db.outbox.count({ where: { kind: "daily_summary" } }),
    );
    await stage.tick();
    expect(await looksSince(before)).toEqual(lines);
    // Two days of every job on a busy machine.
  }, 60_000);
});
