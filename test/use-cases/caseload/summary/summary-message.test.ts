// The summary's pages: read at a glance, whatever a day brings, and everything is on one of them.
import { describe, expect, test } from "vitest";
import type { SummaryEvent } from "../../../../src/ports/people/summaries.js";
import { textsFor } from "../../../../src/texts/index.js";
import type { SummaryPicture } from "../../../../src/use-cases/caseload/summary/pictures-of.js";
import { newsMessage, summaryMessage } from "../../../../src/use-cases/index.js";
import { WALKED_IN } from "../../../support/walked-in.js";

const AT = new Date("2024-07-09T09:00:00Z");
const SPAN = { trainerId: 1, fromAt: new Date("2024-07-08T09:30:00Z"), toAt: new Date("2024-07-09T09:30:00Z") };

const reported = (name: string): SummaryEvent => ({
  ...{ trainerId: 1, personIds: [], name, libraryName: "Perpustakaan Berakit", at: AT, kind: "report", planId: 1 },
  ...{
    planType: "community_engagement",
    state: "in_progress",
    dueOn: "2024-07-07",
    pausedUntil: null,
    classEndsOn: "2024-06-07",
    zone: "Asia/Jakarta",
  },
});

/** As long as people and forms allow: a name of 80 characters, three changes of two shortened stories. */
const changed = (name: string): SummaryEvent => {
  const one = { field: "story", before: "lama ".repeat(120), after: "baru ".repeat(120) } as const;
  return {
    ...{ trainerId: 1, personIds: [], name: name.padEnd(80, "x"), libraryName: "", at: AT, kind: "changed" },
    ...{ planType: "community_engagement", number: "LP-24123-0007", changes: [one, one, one, one] },
  };
};

const inNeed = (names: string[], n: number) =>
  ({
    plan: {
      planId: n,
      participantIds: [n],
      names,
      libraryName: "",
      village: "Sebong Pereh",
      type: "information_services",
      obstacle: "budget",
      snoozed: 0,
    },
    urgency: { kind: "silent", days: 12, heardOn: "2024-06-20" },
  }) as unknown as SummaryPicture["inNeed"][number];

const ofClass = (id: number) => ({ id, name: `Bimtek Kepulauan Riau angkatan ${id}`, count: 5 - id });

const picture = (events: SummaryEvent[], needs: SummaryPicture["inNeed"]): SummaryPicture => ({
  ...{
    events,
    late: { owed: 40, asked: 6, resting: 2 },
    newlyOverdue: 12,
    inNeed: needs,
    unreviewed: 0,
    newlyUnreviewed: 0,
    inNeedTotal: needs.length,
  },
  waiting: {
    ...{ help: { count: 3, since: "2024-06-10" }, questions: { count: 12, since: "2024-06-24", inbox: 15 } },
    admissions: { count: 5, since: "2024-06-28", classes: [1, 2, 3, 4].map(ofClass) },
  },
});

describe.each(WALKED_IN)("in %s", (language) => {
  const texts = textsFor(language);
  const daily = (all: SummaryPicture) =>
    summaryMessage(texts, { day: "2024-07-09", zone: "Asia/Jakarta", span: SPAN, picture: all });
  const labels = (message: { buttons?: { label: string }[][] }) => message.buttons?.flat().map(({ label }) => label);

  test("the button of questions says as many as the page behind it holds", () => {
    expect(labels(daily(picture([], [])))).toContainEqual(expect.stringMatching(/^💬 .*\(15\)$/));
  });

  // Keeps T05, P37.
  test("a full day of 53 people is read without scrolling, and the rest stands behind a button", () => {
    const people = Array.from({ length: 53 }, (_, n) => `Siti Rahmawati ${n}`);
    const all = picture(
      people.map(reported),
      people.map((name, n) => inNeed([name], n)),
    );
    const first = daily(all);
    expect(first.text.length).toBeLessThanOrEqual(700);
    expect(first.text).toContain("Siti Rahmawati 0");
    expect(labels(first)).toContain(texts.summary.allNews);

    for (const [page, names] of [
      [(at: number) => newsMessage(texts, SPAN, all.events as SummaryEvent[], at), people],
    ] as const) {
      const pages = [];
      for (let at = 0; labels(page(at))?.includes(texts.common.more); at++) pages.push(page(at).text);
      pages.push(page(pages.length).text);
      expect(Math.max(...pages.map((text) => text.length))).toBeLessThanOrEqual(700);
      const said = pages.join("\n").match(/Siti Rahmawati \d+/g);
      expect(said).toEqual(names);
      // Beyond the last one, from an old button: the last.
      expect(page(99).text).toBe(pages.at(-1));
    }
  });

  // Keeps T05.
  test("the longest that there can be stays within one message of Telegram's", () => {
    const events = Array.from({ length: 53 }, (_, n) => changed(`Siti ${n} `));
    const names = Array.from({ length: 5 }, (_, n) => `Siti ${n} `.padEnd(80, "y"));
    const all = picture(
      events,
      Array.from({ length: 40 }, (_, n) => inNeed(names, n)),
    );
    expect(daily(all).text.length).toBeLessThan(4096);
    expect(newsMessage(texts, SPAN, events, 0).text.length).toBeLessThan(4096);
  });

  test("classes in which somebody waits to be let in have a button each, at most three", () => {
    const all = picture([], []);
    const toLists = (message: ReturnType<typeof daily>) =>
      message.buttons?.flat().filter((button) => "data" in button && button.data.startsWith("admissions"));
    expect(toLists(daily(all))?.map(({ label }) => label)).toEqual(
      [1, 2, 3].map((id) => texts.admission.menuOf(ofClass(id).name, 5 - id)),
    );
    const admissions = { count: 4, since: "2024-06-28", classes: [ofClass(1)] } as const;
    const one = daily({ ...all, waiting: { ...all.waiting, admissions } });
    expect(toLists(one)?.map(({ label }) => label)).toEqual([texts.admission.menu(4)]);
    const none = { count: 0, since: null, classes: [] };
    expect(toLists(daily({ ...all, waiting: { ...all.waiting, admissions: none } }))).toEqual([]);
  });

  test("a quiet day shows all of its news", () => {
    const few = daily(picture([reported("Siti"), reported("Ani"), reported("Budi")], []));
    for (const name of ["Siti", "Ani", "Budi"]) expect(few.text).toContain(name);
    expect(labels(few)).not.toContain(texts.summary.allNews);
  });
});
