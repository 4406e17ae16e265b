import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.js";

const TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345";

describe("the configuration", () => {
  test("needs a token only", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN })).toMatchObject({
      telegramApiRoot: "https://api.telegram.org",
      databaseUrl: undefined,
      dataDir: "./data",
      adminTelegramIds: [],
      port: 8080,
      webhook: undefined,
      logLevel: "info",
    });
  });

  test("without a token says where to get one", () => {
    expect(() => readConfig({})).toThrow(/BOT_TOKEN is missing.*@BotFather/);
    expect(() => readConfig({ BOT_TOKEN: "" })).toThrow(/BOT_TOKEN is missing/);
  });

  test.each([
    ["BOT_TOKEN", "abc"],
    ["TELEGRAM_API_ROOT", "ftp://x"],
    ["DATABASE_URL", "mysql://x/y"],
    ["ADMIN_TELEGRAM_IDS", "12,siti"],
    ["PORT", "70000"],
    ["PORT", "http"],
    ["PORT", " "],
    ["PORT", "1e3"],
    ["PORT", "-1"],
    ["ADMIN_TELEGRAM_IDS", "12345678901234567890"],
    ["ADMIN_TELEGRAM_IDS", "0"],
    ["WEBHOOK_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
    ["HOLIDAYS", "2027-02-30"],
    ["MESSAGES_PER_DAY", "0"],
    ["MESSAGES_PER_WEEK", "many"],
    ["MESSAGES_PER_CLASS_DAY", "1.5"],
    ["PROVINCE_AFTER_DAYS", "two weeks"],
    ["PROVINCE_AFTER_TRIES", "0"],
    ["REFUSAL_IS_FREE", "perhaps"],
    ["NAME_CONSULTANTS", "1"],
  ])("names %s when it is %s", (name, value) => {
    const read = () => readConfig({ BOT_TOKEN: TOKEN, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} `, "m"));
  });

  test("refuses a webhook that anybody could write to", () => {
    expect(() => readConfig({ BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://bot.example/hook" })).toThrow(/WEBHOOK_SECRET/);
  });

  test("refuses a secret without its webhook", () => {
    const read = () => readConfig({ BOT_TOKEN: TOKEN, WEBHOOK_SECRET: "a".repeat(20) });
    expect(read).toThrow(/^WEBHOOK_URL is missing/);
  });

  test.each([
    ["http://bot.example/hook", "https://"],
    ["https://bot.example:9000/hook", "port 443, 80, 88 or 8443"],
    ["https://bot.example/readyz", "another path"],
    ["https://bot.example/metrics/", "another path"],
  ])("refuses %s as a webhook of Telegram", (url, words) => {
    const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: "a".repeat(20) };
    expect(() => readConfig(env)).toThrow(words);
  });

  test("takes plain http for a Bot API server of one's own", () => {
    const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: "http://127.0.0.1:9000/hook", WEBHOOK_SECRET: "a".repeat(20) };
    const { webhook } = readConfig({ ...env, TELEGRAM_API_ROOT: "http://127.0.0.1:8081" });
    expect(webhook?.url).toBe("http://127.0.0.1:9000/hook");
  });

  test("names variables that look like misspelt ones", () => {
    const env = {
      BOT_TOKEN: TOKEN,
      ADMIN_TELEGRAM_ID: "1",
      DATABSE_URL: "x",
      HOME: "/root",
      LOG_LEVEL: "info",
      LOGLEVEL: "x",
      PROVINCE_AFTER_DAY: "7",
    };
    expect(readConfig(env).misspelt).toEqual([
      { written: "ADMIN_TELEGRAM_ID", meant: "ADMIN_TELEGRAM_IDS" },
      { written: "DATABSE_URL", meant: "DATABASE_URL" },
      { written: "PROVINCE_AFTER_DAY", meant: "PROVINCE_AFTER_DAYS" },
    ]);
  });

  // Keeps P25.
  test("reads holidays to add and to take out", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).holidays).toEqual({ added: [], removed: [] });
    const { holidays } = readConfig({ BOT_TOKEN: TOKEN, HOLIDAYS: "2027-01-01, -2026-12-25" });
    expect(holidays).toEqual({ added: ["2027-01-01"], removed: ["2026-12-25"] });
  });

  // Keeps P26.
  test("reads the message budget, and leaves to the domain what is not said", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).budget).toEqual({});
    expect(readConfig({ BOT_TOKEN: TOKEN, MESSAGES_PER_DAY: "2", MESSAGES_PER_WEEK: "" }).budget).toEqual({
      perDay: 2,
    });
  });

  test("reads when the province helps with somebody, and leaves to the domain what is not said", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).provinceRule).toEqual({});
    expect(readConfig({ BOT_TOKEN: TOKEN, PROVINCE_AFTER_DAYS: "21" }).provinceRule).toEqual({ lateDays: 21 });
    const both = { PROVINCE_AFTER_DAYS: "7", PROVINCE_AFTER_TRIES: "3" };
    expect(readConfig({ BOT_TOKEN: TOKEN, ...both }).provinceRule).toEqual({ lateDays: 7, tries: 3 });
  });

  test("reads what the programme says in its notice, and leaves to the domain what is not said", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).noticeTerms).toEqual({});
    const said = { REFUSAL_IS_FREE: "no", NAME_CONSULTANTS: "yes" };
    expect(readConfig({ BOT_TOKEN: TOKEN, ...said }).noticeTerms).toEqual({
      refusalIsFree: false,
      namesConsultants: true,
    });
  });

  test("looks for backups in DATA_DIR where no other folder is named", () => {
    const backupsDir = (env: Record<string, string>) => readConfig({ BOT_TOKEN: TOKEN, ...env }).backupsDir;
    expect(backupsDir({ DATA_DIR: "/data", BACKUPS_DIR: "" })).toBe("/data/backups");
    expect(backupsDir({ DATA_DIR: "/data", BACKUPS_DIR: "/mnt/nas" })).toBe("/mnt/nas");
  });

  test("reads several admins", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN, ADMIN_TELEGRAM_IDS: "1, 22 ,333" }).adminTelegramIds).toEqual([1, 22, 333]);
  });
});

describe("the variables in .env.example", () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, "..", "..", file), "utf8");
  const names = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].flatMap(([, name]) => name ?? []);
  // The words above a variable tell those for which compose.yaml has a value of its own.
  const notForCompose = read(".env.example")
    .split("\n\n")
    .flatMap((block) => block.split(/(?<=^[A-Z_]+=.*)\n/m))
    .filter((block) => block.startsWith("# Not for compose.yaml, "))
    .flatMap((block) => /^([A-Z_]+)=/m.exec(block)?.[1] ?? []);

  test("are those that the program reads", () => {
    const inSchema = [...read("src/config.ts").matchAll(/^ {2}([A-Z_]+):/gm)].flatMap(([, name]) => name ?? []);
    expect(inSchema.length).toBeGreaterThan(15);
    expect(names.filter((name) => name !== "POSTGRES_PASSWORD").sort()).toEqual(inSchema.sort());
  });

  test("reach the program in the container too, or say that they do not", () => {
    const handed = [...read("compose.yaml").matchAll(/\$\{([A-Z_]+):/g)].flatMap(([, name]) => name ?? []);
    expect(notForCompose).toEqual(["DATABASE_URL", "DATA_DIR", "BACKUPS_DIR", "PORT"]);
    expect(names.filter((name) => notForCompose.includes(name) === handed.includes(name))).toEqual([]);
  });
});
