import { describe, expect, test } from "vitest";
import { startLink, startTokenIn } from "../../../src/domain/registration/start-link.js";

const TOKEN = "kelas-jambi_1234";
const found = (text: string) => startTokenIn(text, "bimtek_bot");

describe("a link that somebody copied", () => {
  test.each([
    startLink("bimtek_bot", TOKEN),
    `Mohon buka https://t.me/bimtek_bot?start=${TOKEN} ya Bu`,
    `t.me/bimtek_bot/?start=${TOKEN}`,
    `http://telegram.me/Bimtek_Bot?start=${TOKEN}`,
    `https://telegram.dog/bimtek_bot?start=${TOKEN}`,
    `https://t.me/bimtek_bot?text=halo&start=${TOKEN}`,
    `tg://resolve?domain=bimtek_bot&start=${TOKEN}`,
    `tg:resolve?start=${TOKEN}&domain=bimtek_bot`,
    `  ${TOKEN}  `,
  ])("%s holds its token", (text) => expect(found(text)).toBe(TOKEN));

  test.each([
    `https://t.me/other_bot?start=${TOKEN}`,
    `https://t.me/bimtek_bot2?start=${TOKEN}`,
    `tg://resolve?domain=other_bot&start=${TOKEN}`,
    `tg://resolve?domain=bimtek_bot2&start=${TOKEN}`,
    "https://t.me/bimtek_bot",
    "halo",
    "saya mau ikut bimtek",
    "x".repeat(65),
    "",
  ])("%s holds none", (text) => expect(found(text)).toBeNull());

  test("a bot's name is taken as it stands, dots and brackets of a setting left out", () => {
    expect(startTokenIn(`https://t.me/bimtek_bot?start=${TOKEN}`, "@bimtek_bot")).toBe(TOKEN);
    expect(startTokenIn(`https://t.me/bimtekXbot?start=${TOKEN}`, "bimtek.bot")).toBeNull();
  });
});
