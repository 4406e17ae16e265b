// What may be announced, how long it takes, and in which state it is.
import { describe, expect, test } from "vitest";
import {
  type AnnouncementContent,
  type AnnouncementState,
  audienceSize,
  canonicalForm,
  contentProblem,
  emptyTally,
  estimatedSeconds,
  LEDGER,
  ledgerEntry,
  longestRendering,
  phaseOf,
  type RecipientFacts,
  type Tally,
  variablesIn,
} from "../../../src/domain/announcements/announcement.js";
import type { Audience } from "../../../src/domain/announcements/audience.js";
import { reachCovers } from "../../../src/domain/people/admin-reach.js";

const content = (text: string, more: Partial<AnnouncementContent> = {}): AnnouncementContent => ({
  text,
  marks: [],
  ...more,
});
const PROPOSED = new Date("2024-07-09T03:00:00Z");
const photo = { attachment: { kind: "photo", fileId: "f" } } as const;

describe("what may be announced", () => {
  test.each([
    ["Bapak/Ibu {nama} dari {perpustakaan}, kelas {kelas}", null],
    ["  \n ", { kind: "empty" }],
    ["Halo {nama_lengkap}", { kind: "unknown_variable", written: "{nama_lengkap}" }],
    ["Halo {Nama}", { kind: "unknown_variable", written: "{Nama}" }],
    ["Halo {nama lengkap}", { kind: "unknown_variable", written: "{nama lengkap}" }],
    ["Halo {}", { kind: "unknown_variable", written: "{}" }],
    ["kurung { biasa", null],
    ["x".repeat(4096), null],
    ["x".repeat(4097), { kind: "too_long", most: 4096, over: 1 }],
  ])("the text %j has the problem %j", (text, problem) => {
    expect(contentProblem(content(text))).toEqual(problem);
  });

  // Keeps P37.
  test("a photo needs words that say what it shows, and has room for less", () => {
    expect(contentProblem(content("", photo))).toEqual({ kind: "wordless" });
    expect(contentProblem(content("  \n", photo))).toEqual({ kind: "wordless" });
    expect(contentProblem(content("Jadwal baru: Senin pukul 09.00 WIB", photo))).toBeNull();
    expect(contentProblem(content("x".repeat(1025), photo))).toEqual({ kind: "too_long", most: 1024, over: 1 });
  });

  test("variables are told once each, in their own order", () => {
    expect(variablesIn(content("{kelas} {nama} {nama}"))).toEqual(["nama", "kelas"]);
  });

  test("the longest name grows the text at each place where it stands", () => {
    expect(longestRendering("{nama}, {nama}!", { nama: 10, perpustakaan: 99, kelas: 99 })).toBe(23);
    expect(longestRendering("{nama}", { nama: 2, perpustakaan: 0, kelas: 0 })).toBe(6);
  });
});

test.each([
  [0, 0],
  [1, 1],
  [30, 1],
  [31, 2],
  [10_000, 334],
])("%i receivers take %i seconds", (receivers, seconds) => {
  expect(estimatedSeconds(receivers)).toBe(seconds);
});

describe("the canonical form", () => {
  const audience: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };
  const reach = [{ regionCode: "15", cohortId: null }];

  test("is the same whatever the order of the keys", () => {
    const turned = { plans: "any", role: "everyone", scope: { kind: "all" } } as const;
    expect(canonicalForm({ marks: [], text: "a" }, turned, reach)).toBe(canonicalForm(content("a"), audience, reach));
  });

  test.each([
    ["another letter", canonicalForm(content("b"), audience, reach)],
    ["another mark", canonicalForm({ text: "a", marks: [{ type: "bold", offset: 0, length: 1 }] }, audience, reach)],
    ["another file", canonicalForm(content("a", photo), audience, reach)],
    ["other people", canonicalForm(content("a"), { ...audience, role: "trainers" }, reach)],
    ["an emergency", canonicalForm(content("a"), audience, reach, true)],
    ["another region", canonicalForm(content("a"), audience, [{ regionCode: "14", cohortId: null }])],
  ])("differs with %s", (_what, other) => {
    expect(other).not.toBe(canonicalForm(content("a"), audience, reach));
  });
});

describe("what became of a receiver", () => {
  const facts = (more: Partial<RecipientFacts>): RecipientFacts => ({
    skipped: null,
    state: null,
    cause: null,
    unreachableCause: null,
    ...more,
  });
  test.each([
    [facts({ skipped: "not_joined" }), "not_joined"],
    [facts({ skipped: "opted_out" }), "opted_out"],
    [facts({ state: "waiting" }), "waiting"],
    [facts({ state: "claimed" }), "waiting"],
    [facts({ state: "sent" }), "sent"],
    [facts({ state: "unknown", cause: "process died" }), "unknown"],
    [facts({ state: "dead", cause: "blocked" }), "blocked"],
    [facts({ state: "dead", cause: "gone" }), "gone"],
    [facts({ state: "dead", cause: "400" }), "failed"],
    [facts({ state: "cancelled", cause: "unreachable", unreachableCause: "gone" }), "gone"],
    [facts({ state: "cancelled", cause: "unreachable" }), "blocked"],
    [facts({ state: "cancelled", cause: "opted out" }), "opted_out"],
    [facts({ state: "cancelled", cause: "erased" }), "gone"],
    [facts({ state: "cancelled", cause: "announcement cancelled" }), "stopped"],
  ] as const)("%j is counted as %s", (row, entry) => {
    expect(ledgerEntry(row, "sending")).toBe(entry);
  });

  test("what came back into the queue of a cancelled announcement counts as stopped", () => {
    expect(ledgerEntry(facts({ state: "waiting" }), "cancelled")).toBe("stopped");
  });

  test("the entries add up to the audience", () => {
    expect(audienceSize(Object.fromEntries(LEDGER.map((entry) => [entry, 2])) as ReturnType<typeof emptyTally>)).toBe(
      2 * LEDGER.length,
    );
  });

  test("it is finished when nobody waits any more, unless it was cancelled", () => {
    const phase = (state: AnnouncementState, tally: Partial<Tally>, now = PROPOSED) =>
      phaseOf({ state, askedAt: PROPOSED }, { ...emptyTally(), ...tally }, now);
    expect(phase("sending", { waiting: 1, sent: 3 })).toBe("sending");
    expect(phase("paused", { waiting: 1 })).toBe("paused");
    expect(phase("sending", { sent: 3 })).toBe("finished");
    expect(phase("cancelled", {})).toBe("cancelled");
    expect(phase("awaiting", {}, new Date("2024-07-10T03:00:00.000Z"))).toBe("awaiting");
    expect(phase("awaiting", {}, new Date("2024-07-10T03:00:00.001Z"))).toBe("expired");
  });
});

describe("an admin's reach", () => {
  const jambi = [{ regionCode: "15", cohortId: null }];
  const riau = [{ regionCode: "14", cohortId: null }];
  const country = [{ regionCode: null, cohortId: null }];
  test.each([
    [country, riau, true],
    [jambi, riau, false],
    [jambi, country, false],
    [jambi, [{ regionCode: "15.05", cohortId: 3 }], true],
    [[{ regionCode: "15.05", cohortId: null }], jambi, false],
    [[{ regionCode: "15", cohortId: 1 }], jambi, false],
    [[...jambi, ...riau], [...riau, ...jambi], true],
    [[], jambi, false],
  ])("%j covers %j: %s", (own, other, covers) => {
    expect(reachCovers(own, other)).toBe(covers);
  });
});
