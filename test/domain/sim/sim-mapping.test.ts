// The shape of files for SIM: what an office can write into it, and what it is told when that is wrong.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionVersions } from "../../../src/domain/reports/questionnaire.js";
import { readSimValue, type SimColumn } from "../../../src/domain/sim/sim-mapping.js";
import { type SimReport, type SimWords, simCell } from "../../../src/domain/sim/sim-row.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../../../src/questionnaire.js";
import { readSimMapping, SHIPPED_SIM } from "../../../src/sim-mapping.js";

let questions: QuestionVersions;
let folder: string;
beforeAll(async () => {
  questions = await readQuestions(SHIPPED_QUESTIONS);
  folder = await mkdtemp(join(tmpdir(), "sim-"));
});
afterAll(() => rm(folder, { recursive: true }));

const column = (value: string, more: Partial<SimColumn> = {}) => ({ heading: value, value, ...more });
const write = (name: string, file: unknown) =>
  writeFile(join(folder, name), typeof file === "string" ? file : JSON.stringify(file));
const shape = (columns: unknown[], version = 1) => ({ version, sheet: "SIM", columns });

describe("the shape for SIM", () => {
  // Keeps A18.
  test("that is shipped can be used, and asks for what reports answer", async () => {
    const { version, columns, accounts } = await readSimMapping(SHIPPED_SIM, questions);
    expect(version).toBe(2);
    expect(columns.map(({ value }) => value)).toContain("community_engagement.participants");
    // Asked of the whole month, each report says all of it: two reports of a month are no double month. An event is counted each time.
    const combined = Object.fromEntries(columns.map(({ value, combine }) => [value, combine]));
    for (const monthly of ["visitors", "computer_users", "books_lent"]) {
      expect(combined[`information_services.${monthly}`]).toBe("latest");
    }
    expect(combined["community_engagement.participants"]).toBeUndefined();
    expect(accounts).toBeNull();
  });

  test.each([
    [shape([column("place.kode")]), /Column 1: "place.kode" is no value. There are: place.code, /],
    [shape([column("advocacy.visitors")]), /"advocacy.visitors" is no value/],
    [shape([column("place.code"), column("place.code")]), /Column 2: the heading "place.code" is there twice/],
    [shape([column("place.code", { heading: " " })]), /Column 1 has no heading/],
    [shape([column("place.code", { combine: "sum" })]), /"place.code" is not combined/],
    [shape([column("community_engagement.activity", { combine: "sum" })]), /is no number to add up/],
    [shape([column("community_engagement.held_on", { combine: "all" })]), /use "latest"/],
    [shape([]), /There are no columns/],
    [shape([column("place.code")], 2), /It says version 2/],
    [{ ...shape([]), sheet: "x".repeat(40) }, /1 to 31 letters/],
    [{ version: 1, columns: [] }, /v1.json cannot be used: sheet/],
    ["{", /v1.json cannot be used/],
  ])("that is wrong ends the start with words: %j", async (file, words) => {
    await write("v1.json", file);
    await expect(readSimMapping(folder, questions)).rejects.toThrow(words);
  });

  // Keeps A18.
  test("is the one of the highest version, and says which libraries have an account", async () => {
    await write("v1.json", shape([column("place.code")]));
    await write("v10.json", shape([column("library.name")], 10));
    await write("v9.json", shape([column("month")], 9));
    await write("accounts.csv", "\uFEFFkode;akun\r\n21.01.10.2001;perpus-berakit\r\n21.01.08.2001;\r\n");
    const { version, accounts } = await readSimMapping(folder, questions);
    expect(version).toBe(10);
    expect([...(accounts ?? [])]).toEqual([
      ["21.01.10.2001", "perpus-berakit"],
      ["21.01.08.2001", ""],
    ]);
    await write("accounts.csv", "kode;akun\nBerakit;perpus-berakit\n");
    await expect(readSimMapping(folder, questions)).rejects.toThrow(/line 2: "Berakit" is no place code/);
  });

  test("is missing where its folder is", async () => {
    await expect(readSimMapping(join(folder, "nowhere"), questions)).rejects.toThrow(/put v1.json there/);
  });
});

describe("a cell", () => {
  const words: SimWords = {
    ...{ kind: (kind) => kind, state: (state) => state, obstacle: (one) => one },
    ...{ choice: (_, choice) => choice.toUpperCase(), account: { yes: "ada", no: "belum", unknown: "?" } },
  };
  const report = (answers: SimReport["answers"], more: Partial<SimReport> = {}): SimReport => ({
    ...{ libraryId: 1, type: "community_engagement", month: "2024-06-01", reportedOn: "2024-06-10" },
    ...{ state: "in_progress", obstacle: null, answers, ...more },
  });
  const library = {
    ...{
      libraryId: 1,
      placeCode: "21.01.10.2001",
      province: "P",
      regency: "R",
      district: "D",
      village: null,
      name: "X",
    },
    ...{ kind: "desa", className: "K", people: ["Siti", "Joko"], activities: { advocacy: "Bertemu kades" } },
  };
  const reports = [
    report([
      { question: "participants", amount: 12 },
      { question: "activity", text: "=Membaca" },
      { question: "theme", choices: ["health"] },
      { question: "held_on", day: "2024-06-03" },
    ]),
    report(
      [
        { question: "participants", amount: 30 },
        { question: "women", unknown: true },
        { question: "activity", text: "Menjahit" },
        { question: "theme", choices: ["economy"] },
        { question: "held_on", day: "2024-06-20" },
      ],
      { reportedOn: "2024-06-21", state: "stuck", obstacle: "budget" },
    ),
    report([{ question: "value", amount: 5 }], { type: "advocacy" }),
  ];
  const cell = (
    value: string,
    combine?: "sum" | "latest" | "all",
    accounts: ReadonlyMap<string, string> | null = null,
  ) => {
    const read = readSimValue(value, questions);
    if (read === null) throw new Error(value);
    return simCell(read, combine, { library, month: "2024-06-01", reports, accounts, words });
  };

  test.each([
    ["place.code", undefined, "21.01.10.2001"],
    ["place.village", undefined, null],
    ["library.people", undefined, "Siti, Joko"],
    ["month", undefined, { day: "2024-06-01" }],
    ["community_engagement.reports", undefined, 2],
    ["information_services.reports", undefined, 0],
    ["community_engagement.participants", undefined, 42],
    ["community_engagement.participants", "latest", 30],
    // Nobody knows, which is no zero.
    ["community_engagement.women", undefined, null],
    ["community_engagement.activity", "all", "=Membaca; Menjahit"],
    ["community_engagement.activity", "latest", "Menjahit"],
    ["community_engagement.theme", "all", "HEALTH; ECONOMY"],
    ["community_engagement.held_on", "latest", { day: "2024-06-20" }],
    ["community_engagement.state", undefined, "stuck"],
    ["community_engagement.last_reported", undefined, { day: "2024-06-21" }],
    ["community_engagement.obstacle", undefined, "budget"],
    ["information_services.state", undefined, null],
    ["advocacy.planned", undefined, "Bertemu kades"],
    ["advocacy.value", undefined, 5],
  ] as const)("of %s (%s) is %j", (value, combine, expected) => {
    expect(cell(value, combine)).toEqual(expected);
  });

  test("of a day is the latest day, also where an earlier one was reported after it", () => {
    const read = readSimValue("community_engagement.held_on", questions);
    if (read === null) throw new Error("The day of an activity is asked.");
    const late = report([{ question: "held_on", day: "2024-06-10" }], { reportedOn: "2024-06-28" });
    const source = { library, month: "2024-06-01", reports: [...reports, late], accounts: null, words } as const;
    expect(simCell(read, "latest", source)).toEqual({ day: "2024-06-20" });
  });

  // Keeps A18.
  test("marks a library without an account, and says where nobody knows", () => {
    expect(cell("library.sim_account")).toBe("?");
    expect(cell("library.sim_account", undefined, new Map())).toBe("belum");
    const accounts = new Map([["21.01.10.2001", "perpus-berakit"]]);
    expect(cell("library.sim_account", undefined, accounts)).toBe("ada");
    expect(cell("library.sim_account_name", undefined, accounts)).toBe("perpus-berakit");
  });
});
