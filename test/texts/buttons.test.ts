// Buttons on a narrow phone (360 px): 30 letters show in one column, 15 in two, 10 in three, 5 in four. Every keyboard that was ever said in a
// walk is measured, and every label of the catalogue; what comes from data is made as long as data gets.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fitLabel, rowsThatFit } from "../../src/domain/messages/button-label.js";
import { PARTICIPANT_KINDS } from "../../src/domain/people/participant-kind.js";
import { OBSTACLES, PLAN_TYPES, REPORT_STATES } from "../../src/domain/plans/work-plan.js";
import { capital } from "../../src/texts/capital.js";
import { textsFor } from "../../src/texts/index.js";

/** As a reader counts: what several code points draw together is one. Counted here apart from the code that lays buttons out. */
const letters = (label: string) => [...new Intl.Segmenter("id", { granularity: "grapheme" }).segment(label)].length;
const ROOM = [0, 30, 15, 10, 5];

const WALKS = join(import.meta.dirname, "..", "walks", "transcripts");

/** The rows of buttons in a transcript: lines of nothing but [labels]. */
function rowsOf(file: string): string[][] {
  const lines = readFileSync(join(WALKS, file), "utf8").split("\n");
  return lines.flatMap((line) => {
    const inner = /^ {4}\[(.*)\]$/.exec(line)?.[1];
    return inner === undefined ? [] : [inner.split("] [")];
  });
}

test.each(readdirSync(WALKS).sort())("no button in %s is cut", (file) => {
  const cut = rowsOf(file).flatMap((row) => row.filter((label) => letters(label) > (ROOM[row.length] ?? 0)));
  expect([...new Set(cut)]).toEqual([]);
});

test("the walks show keyboards of one to four columns", () => {
  const columns = readdirSync(WALKS).flatMap((file) => rowsOf(file).map(({ length }) => length));
  expect(columns.length).toBeGreaterThan(1000);
  expect(new Set(columns)).toEqual(new Set([1, 2, 3, 4]));
});

const LONG = "Maria Magdalena Wulandari Kusumaningtyas";

describe.each(["id", "en"] as const)("in %s", (language) => {
  const texts = textsFor(language);
  const {
    planWords,
    registration,
    questionnaire,
    reports,
    careActs,
    extensions,
    followUp,
    common,
    announcement,
    classPages,
  } = texts;

  test.each<[string, string[]]>([
    ["obstacles", OBSTACLES.map((one) => capital(planWords.obstacle(one)))],
    ["kinds of libraries", PARTICIPANT_KINDS.map((kind) => registration.kinds[kind])],
    ["reports", PLAN_TYPES.flatMap((type) => [reports.about(type), reports.card.next({ kind: "write", type })])],
    ["reports to come", PLAN_TYPES.map((type) => reports.card.next({ kind: "report", type }))],
    ["states", REPORT_STATES.map((state) => reports.state.buttons[state])],
    ["ways of contact", Object.values(careActs.ways)],
    ["reasons for more time", Object.values(extensions.extensionReasons)],
    ["quick answers", [texts.threads.hold, ...texts.threads.quick]],
    ["somebody with a long name", [followUp.personButton(12, { names: [LONG], libraryName: "" })]],
    ["a class with a long name", [classPages.entry("Kepulauan Bangka Belitung Angkatan Pertama", "2024-06-03")]],
    ["an announcement", [announcement.listEntry("Sen 3 Jun", LONG)]],
  ])("one column: %s", (_, labels) => {
    expect(labels.filter((label) => letters(label) > 30)).toEqual([]);
  });

  test("two columns: what changes an answer on a summary", () => {
    const keys = [
      "changed",
      "visitors",
      "computer_users",
      "books_lent",
      "activity",
      "held_on",
      "theme",
      "participants",
    ];
    const rest = ["women", "children", "led_by", "partner", "met", "result", "value"];
    const labels = [...keys, ...rest].map((key) => questionnaire.short(key));
    const own = [texts.workPlans.activity, texts.workPlans.paper, texts.workPlans.targetOn, texts.workPlans.measure];
    const forms = [...own, texts.workPlans.partner, reports.state, reports.obstacle, reports.files, reports.story];
    const all = [...labels, ...forms.map(({ label }) => label), registration.phone.label, registration.name.label];
    expect(all.map((label) => common.change(label)).filter((label) => letters(label) > 15)).toEqual([]);
  });
});

describe("rows", () => {
  const labelled = (labels: string[]) => labels.map((label) => ({ label }));
  test.each<[string[], 1 | 2 | 3, number[]]>([
    [["Aceh", "Bali", "Riau"], 3, [3]],
    [["Aceh", "Kepulauan Riau", "Bali"], 3, [2, 1]],
    [["Kalimantan Selatan", "Bali", "Riau"], 2, [1, 2]],
    [["a".repeat(15), "b".repeat(15)], 2, [2]],
    [["a".repeat(16), "b".repeat(15)], 2, [1, 1]],
    [["✏️ Foto/dokumen", "✏️ Desa"], 2, [2]],
    [[], 2, []],
  ])("%j by %i", (labels, most, lengths) => {
    expect(rowsThatFit(labelled(labels), most).map(({ length }) => length)).toEqual(lengths);
  });

  test("a label is cut in the middle of what may be cut, and keeps what tells it apart", () => {
    expect(fitLabel(LONG, 30, { before: "3. ", behind: " · Advokasi" })).toBe("3. Maria Magdalena… · Advokasi");
    expect(fitLabel("Siti", 30, { before: "3. " })).toBe("3. Siti");
  });
});
