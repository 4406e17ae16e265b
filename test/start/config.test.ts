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
    ["WEBHOOK_SECRET", "short"],
    ["LOG_LEVEL", "loud"],
    ["HOLIDAYS", "2027-02-30"],
    ["MESSAGES_PER_DAY", "0"],
    ["MESSAGES_PER_WEEK", "many"],
    ["MESSAGES_PER_CLASS_DAY", "1.5"],
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

  test("reads what the programme says in its notice, and leaves to the domain what is not said", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).noticeTerms).toEqual({});
    const said = { REFUSAL_IS_FREE: "no", NAME_CONSULTANTS: "yes" };
    expect(readConfig({ BOT_TOKEN: TOKEN, ...said }).noticeTerms).toEqual({
      refusalIsFree: false,
      namesConsultants: true,
    });
  });

  test("reads several admins", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN, ADMIN_TELEGRAM_IDS: "1, 22 ,333" }).adminTelegramIds).toEqual([1, 22, 333]);
  });
});

describe("the variables in .env.example", () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, "..", "..", file), "utf8");
  const names = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].flatMap(([, name]) => name ?? []);
  // Set by compose.yaml itself, which runs the bot beside its own database in its own container.
  const ownOfCompose = ["DATABASE_URL", "DATA_DIR", "PORT", "TELEGRAM_API_ROOT", "POSTGRES_PASSWORD"];

  test("are those that the program reads", () => {
    const inSchema = [...read("src/config.ts").matchAll(/^ {2}([A-Z_]+):/gm)].flatMap(([, name]) => name ?? []);
    expect(inSchema.length).toBeGreaterThan(15);
    expect(names.filter((name) => name !== "POSTGRES_PASSWORD").sort()).toEqual(inSchema.sort());
  });

  test("reach the program in the container too", () => {
    const handed = [...read("compose.yaml").matchAll(/^ {6}([A-Z_]+): \$\{\1:/gm)].flatMap(([, name]) => name ?? []);
    expect(names.filter((name) => !ownOfCompose.includes(name) && !handed.includes(name))).toEqual([]);
  });
});
