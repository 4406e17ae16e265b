// The notices' words and their versions belong together: whoever changes a word gives the notice a new version.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_TERMS,
  kindOfVersion,
  NOTICE_KINDS,
  type NoticeTerms,
  noticeOwed,
} from "../../src/domain/registration/consent-notice.js";
import { textsFor } from "../../src/texts/index.js";
import { NOTICES_IN_FORCE } from "../../src/texts/notices-in-force.js";
import { faultsOf } from "./rules.js";

const FACTS = { contact: "{contact}", controller: "{controller}", years: 2, ...DEFAULT_TERMS };
const LANGUAGES = ["id", "en"] as const;

/** What each version says, in both languages, with its explanation. */
const WORDS: Record<string, string> = {
  "2026-1": "086a32fa235e7a88",
  "staff-2026-2": "ae35f1ed18ba9a63",
};

function digestOf(kind: (typeof NOTICE_KINDS)[number]): string {
  const hash = createHash("sha256");
  for (const language of LANGUAGES) {
    const { notices } = textsFor(language);
    hash.update(notices.changed(kind, FACTS, []).text).update(notices.explanation(FACTS).text);
  }
  return hash.digest("hex").slice(0, 16);
}

test.each(NOTICE_KINDS)("the notice for %s says what its version stands for", (kind) => {
  expect(WORDS).toHaveProperty([NOTICES_IN_FORCE[kind]], digestOf(kind));
});

test.each(NOTICE_KINDS)(
  "both languages hold the same versions of the notice for %s, each with what it changed",
  (kind) => {
    const [id, en] = LANGUAGES.map((language) => textsFor(language).notices.versions[kind]);
    expect(id?.map(({ version }) => version)).toEqual(en?.map(({ version }) => version));
    expect(new Set(id?.map(({ version }) => version)).size).toBe(id?.length);
    for (const versions of [id, en]) {
      expect(versions?.every(({ version }) => kindOfVersion(version) === kind)).toBe(true);
      expect(versions?.slice(1).every(({ changed }) => changed !== "")).toBe(true);
    }
  },
);

describe.each(LANGUAGES)("in %s", (language) => {
  const { notices } = textsFor(language);
  const facts = {
    ...{ controller: "Perpustakaan Nasional RI", contact: "Perpusnas, Jl. Medan Merdeka Selatan 11, Jakarta" },
    ...{ refusalIsFree: true, namesConsultants: true },
  };
  const card = { name: "Nusa Tenggara Timur – Angkatan 2", venue: "", startsOn: "2024-06-29", endsOn: "2024-07-03" };

  test.each(NOTICE_KINDS)("the notice for %s keeps the rules with a long class and a long address", (kind) => {
    const long = { ...facts, years: 10 };
    expect(faultsOf(notices.first(kind, long, card as never).text, language)).toEqual([]);
    const changes = notices.versions[kind].map(({ changed }) => changed).filter((changed) => changed !== "");
    expect(faultsOf(notices.changed(kind, long, changes).text, language)).toEqual([]);
    expect(faultsOf(notices.explanation(long).text, language)).toEqual([]);
  });

  test("the notice says of a refusal and of consultants what the programme says", () => {
    const said = (terms: Partial<NoticeTerms>) =>
      notices.first("participant", { ...facts, years: 2, ...DEFAULT_TERMS, ...terms }, null).text;
    const free = language === "id" ? "tetap boleh ikut pelatihan" : "you can still attend";
    const consultants = language === "id" ? "konsultan" : "consultants";
    expect(said({})).toContain(free);
    expect(said({ refusalIsFree: false })).not.toContain(free);
    expect(said({})).not.toContain(consultants);
    expect(said({ namesConsultants: true })).toContain(consultants);
  });

  test("what stands in the empty chat fits Telegram's bounds", () => {
    expect(notices.description.length).toBeLessThanOrEqual(512);
    expect(notices.shortDescription.length).toBeLessThanOrEqual(120);
  });
});

describe("the notice that somebody owes", () => {
  const inForce = { participant: "2026-1", staff: "staff-2026-1" };
  test.each([
    ["a newcomer", false, [], { kind: "participant", agreedBefore: null }],
    ["a participant of an older one", false, ["2024-1"], { kind: "participant", agreedBefore: "2024-1" }],
    ["a participant", false, ["2024-1", "2026-1"], null],
    ["a former trainer", false, ["staff-2026-1"], { kind: "participant", agreedBefore: null }],
    ["a trainer who agreed to nothing", true, [], { kind: "staff", agreedBefore: null }],
    ["a participant who became a trainer", true, ["2026-1"], { kind: "staff", agreedBefore: null }],
    ["a trainer", true, ["staff-2026-1"], null],
    ["a trainer of an older one", true, ["staff-2025-1"], { kind: "staff", agreedBefore: "staff-2025-1" }],
    ["a trainer and participant", true, ["2026-1", "staff-2026-1"], null],
    [
      "a trainer who takes part by an older one",
      true,
      ["2024-1", "staff-2026-1"],
      { kind: "participant", agreedBefore: "2024-1" },
    ],
  ])("%s", (_who, hasRole, agreed, owed) => {
    expect(noticeOwed({ hasRole, agreed }, inForce)).toEqual(owed);
  });
});
