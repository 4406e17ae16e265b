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
  ])("names %s when it is %s", (name, value) => {
    const read = () => readConfig({ BOT_TOKEN: TOKEN, [name]: value });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} `, "m"));
  });

  test("refuses a webhook that anybody could write to", () => {
    expect(() => readConfig({ BOT_TOKEN: TOKEN, WEBHOOK_URL: "https://bot.example/hook" })).toThrow(/WEBHOOK_SECRET/);
  });

  test("P25 reads holidays to add and to take out", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).holidays).toEqual({ added: [], removed: [] });
    const { holidays } = readConfig({ BOT_TOKEN: TOKEN, HOLIDAYS: "2027-01-01, -2026-12-25" });
    expect(holidays).toEqual({ added: ["2027-01-01"], removed: ["2026-12-25"] });
  });

  test("P26 reads the message budget, and leaves to the domain what is not said", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN }).budget).toEqual({});
    expect(readConfig({ BOT_TOKEN: TOKEN, MESSAGES_PER_DAY: "2", MESSAGES_PER_WEEK: "" }).budget).toEqual({
      perDay: 2,
    });
  });

  test("reads several admins", () => {
    expect(readConfig({ BOT_TOKEN: TOKEN, ADMIN_TELEGRAM_IDS: "1, 22 ,333" }).adminTelegramIds).toEqual([1, 22, 333]);
  });
});
