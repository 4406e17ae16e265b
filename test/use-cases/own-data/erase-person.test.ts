// Whether somebody who asks to be forgotten is forgotten: looked for in every column of every table, and in the files.
import { expect, test } from "vitest";
import { OWN_DATA_TABLES } from "../../../src/domain/own-data/own-data.js";
import { erasePerson, finishErasures, showOwnData } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { CANARIES, knownEverywhere, WORDS } from "./known-everywhere.js";

const stage = stageAt("2024-06-24T03:00:00Z");

async function tables(): Promise<string[]> {
  const rows = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** Tables that point to a person, or hold an account or a phone number. */
async function tablesAboutPeople(): Promise<string[]> {
  const rows = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT tc.table_name AS name FROM information_schema.table_constraints tc
    JOIN information_schema.constraint_column_usage target USING (constraint_name, constraint_schema)
    WHERE tc.constraint_type = 'FOREIGN KEY' AND target.table_name IN ('people', 'participants')
    UNION
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('telegram_id', 'chat_id', 'person_id', 'phone')`;
  return rows.map(({ name }) => name).sort();
}

/** Tables in which any row, written out as text, holds a canary. */
async function tablesThatKnowHer(): Promise<string[]> {
  const found: string[] = [];
  for (const table of await tables()) {
    const rows = await stage.db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`);
    if (rows.some(({ row }) => CANARIES.some((canary) => row.includes(canary)))) found.push(table);
  }
  return found;
}

// Keeps P36.
test("after /hapus nothing in any table or file tells who it was", async () => {
  const { actor } = await knownEverywhere(stage);
  // The canaries are where they should be, so that finding none below means something.
  const before = await tablesThatKnowHer();
  expect(before).toEqual([
    ...["account_bindings", "account_moves", "audits", "conversation_states", "deadline_extensions", "drafts"],
    ...["evidence", "follow_ups", "handovers"],
    ...[
      "inbox",
      "invitations",
      "lane_blocks",
      "named_feedback",
      "outbox",
      "outbox_archive",
      "people",
      "progress_reports",
      "quick_answers",
      "report_answers",
      "roster_rows",
    ],
    ...["snoozes", "stories", "taps", "thread_messages", "work_plans"],
  ]);
  // A new table about people either gets its canary above, or is named here because it holds nothing but ids and dates.
  const namesNobody = [
    "announcement_boards",
    "absences",
    "announcement_corrections",
    "announcement_recipients",
    "attendance",
    "class_boards",
    "class_trainers",
    "consent_receipts",
    "daily_summaries",
    "mornings",
  ];
  const alsoNobody = [
    ...["announcements", "library_members", "participants", "question_threads", "role_bindings", "roster_imports"],
    ...["held_back", "saved_audiences", "pauses", "completion_letters", "champions", "story_subscriptions"],
  ];
  const about = await tablesAboutPeople();
  expect(about.filter((name) => !before.includes(name))).toEqual([...namesNobody, ...alsoNobody].sort());
  expect(stage.files.size).toBe(1);

  expect(await erasePerson(stage.world, actor, { personId: actor.person.id })).toEqual({ kind: "erased", number: 1 });
  // What the job works off; the account, to find the update that is still being handled, and the last tap.
  expect(await tablesThatKnowHer()).toEqual(["erasures", "taps"]);
  expect(await finishErasures(stage.world)).toEqual({ finished: 1 });

  expect(await tablesThatKnowHer()).toEqual([]);
  expect(stage.files.size).toBe(0);
});

// Keeps P36.
test("counts, states and dates stay, and so does everybody else", async () => {
  const { actor, colleague, plan } = await knownEverywhere(stage);
  const others = async () => ({
    person: await stage.db.person.findUnique({ where: { id: colleague.person.id }, include: { accounts: true } }),
    plans: await stage.db.workPlan.findMany({ where: { libraryId: colleague.library.id } }),
    summary: await stage.db.outbox.findUnique({ where: { key: "f" } }),
  });
  const before = await others();

  await erasePerson(stage.world, actor, { personId: actor.person.id });

  expect(await others()).toEqual(before);
  expect(await stage.db.progressReport.findMany()).toMatchObject([
    { number: "R-1", state: "stuck", obstacle: "other", reportedAt: stage.clock.now() },
  ]);
  expect(await stage.db.followUp.findMany()).toMatchObject([{ planId: plan.id, reason: "overdue" }]);
  expect(await stage.db.participant.count()).toBe(2);
  expect(await stage.db.rosterRow.count()).toBe(2);
  expect(await stage.db.attendance.count()).toBe(1);
  expect(await stage.db.announcementRecipient.count()).toBe(1);
});

// Keeps P36.
test("what waited for them is cancelled; what told others of them can be said anew without them", async () => {
  const { actor } = await knownEverywhere(stage);
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  const rows = await stage.db.outbox.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ key, state, cause }) => [key, state, cause])).toEqual([
    ["a", "cancelled", "erased"],
    ["b", "cancelled", "erased"],
    ["c", "sent", null],
    ["d", "sent", null],
    ["e~5", "cancelled", "names somebody erased"],
    ["g", "waiting", null],
    ["f", "waiting", null],
    // Their story had left in a file: the trainer who proposed it and the admin who took it along are told.
    ...[1, 2].map((personId) => [`story-withdrawn:1:${stage.clock.now().getTime()}:${personId}`, "waiting", null]),
  ]);
});

// Keeps P36.
test("an account that has become somebody else's is left to them", async () => {
  const { actor, colleague } = await knownEverywhere(stage);
  const at = stage.clock.now();
  await stage.db.accountBinding.create({
    data: { personId: actor.person.id, telegramId: colleague.person.telegramId ?? 0, boundAt: at, unboundAt: at },
  });
  const draft = { form: "report", subject: "plan:99", version: 1, answers: {}, createdAt: at, updatedAt: at };
  await stage.db.draft.create({ data: { telegramId: colleague.person.telegramId ?? 0, ...draft } });
  await erasePerson(stage.world, actor, { personId: actor.person.id });
  expect(await stage.db.draft.findMany()).toMatchObject([{ subject: "plan:99" }]);
});

// Keeps P36.
test("/dataku shows every table that can hold something about a person", async () => {
  const pointing = await tablesAboutPeople();
  const shown: readonly string[] = OWN_DATA_TABLES;
  expect(pointing.filter((name) => !shown.includes(name))).toEqual([]);

  const { actor } = await knownEverywhere(stage);
  // Her file of just now is in the scene.
  stage.clock.advance(60_000);
  const outcome = await showOwnData(stage.world, actor, { updateId: 99 });
  if (outcome.kind !== "shown") throw new Error("Nothing was shown.");
  const { page, json } = outcome;
  const data = JSON.parse(Buffer.from(json.base64, "base64").toString("utf8"));
  const empty = OWN_DATA_TABLES.filter((table) => data[table].length === 0);
  expect(empty).toEqual([
    "held_back",
    "merges",
    "not_duplicates",
    "role_bindings",
    "class_trainers",
    "absences",
    "pauses",
    "announcements",
    "announcement_corrections",
    "announcement_boards",
    "saved_audiences",
    "daily_summaries",
    "class_boards",
    "mornings",
    "roster_imports",
  ]);
  const text = Buffer.from(page.base64, "base64").toString("utf8");
  expect(text.split(WORDS).length).toBeGreaterThan(10);
  expect(text).not.toContain("undefined");
});

// Keeps P36.
test("a move of somebody else's account to theirs is shown to them by their own account alone, and goes to nobody's afterwards", async () => {
  const { actor } = await knownEverywhere(stage);
  stage.clock.advance(3_600_000);
  const outcome = await showOwnData(stage.world, actor, { updateId: 99 });
  if (outcome.kind !== "shown") throw new Error("Nothing was shown.");
  const { account_moves: moves } = JSON.parse(Buffer.from(outcome.json.base64, "base64").toString("utf8"));
  expect(moves.map(({ telegramId }: { telegramId: string }) => telegramId)).toEqual(
    Array(4).fill(String(actor.telegramId)),
  );
  expect((await erasePerson(stage.world, actor, { personId: actor.person.id, endsRoles: true })).kind).toBe("erased");
  const left = await stage.db.accountMove.findMany({ orderBy: { id: "asc" } });
  expect(left.map(({ fromAccount, toAccount, state }) => [fromAccount, toAccount, state])).toEqual([
    [null, 0n, "refused"],
    [null, 0n, "refused"],
    [null, 77n, "contested"],
  ]);
});
