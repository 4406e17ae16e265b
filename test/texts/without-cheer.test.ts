// What is said to somebody in mourning carries no sign of joy, and its marks stay on their words.
import { expect, test } from "vitest";
import { bold, rich } from "../../src/texts/rich.js";
import { withoutCheer } from "../../src/texts/without-cheer.js";

const words = ({ text, marks }: ReturnType<typeof rich>) =>
  marks.map(({ offset, length }) => text.slice(offset, offset + length));

test.each([
  [rich`Terima kasih, Bapak/Ibu sudah terdaftar 🎉`, "Terima kasih, Bapak/Ibu sudah terdaftar"],
  [rich`Senang bertemu lagi, Bapak/Ibu! 😊 Ada pesan.`, "Senang bertemu lagi, Bapak/Ibu! Ada pesan."],
  [rich`😊🙏`, "🙏"],
  [rich`🎉 Selamat`, "Selamat"],
  [rich`Laporan sudah kami terima ✅`, "Laporan sudah kami terima ✅"],
])("%j", (message, said) => {
  expect(withoutCheer(message).text).toBe(said);
});

test("marks before, after and around a sign keep their words", () => {
  const message = rich`${bold("Satu")} 🎉 ${bold("dua 🎉 tiga")} dan ${bold("empat")}`;
  const quiet = withoutCheer(message);
  expect(quiet.text).toBe("Satu dua tiga dan empat");
  expect(words(quiet)).toEqual(["Satu", "dua tiga", "empat"]);
});

test("a mark on nothing but a sign goes with it, and the buttons stay", () => {
  const message = { ...rich`Selesai${bold(" 🎉")}`, buttons: [[{ label: "Menu", data: "menu" }]] };
  expect(withoutCheer(message)).toEqual({ text: "Selesai", marks: [], buttons: message.buttons });
});
