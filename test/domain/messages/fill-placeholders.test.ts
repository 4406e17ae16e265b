import { expect, test } from "vitest";
import { fillPlaceholders, placeholdersIn } from "../../../src/domain/messages/fill-placeholders.js";
import type { Mark } from "../../../src/domain/messages/message.js";

const bold = (offset: number, length: number): Mark => ({ type: "bold", offset, length });
const fill = (text: string, marks: Mark[], values: Record<string, string>) => fillPlaceholders({ text, marks }, values);
const marked = ({ text, marks }: { text: string; marks: Mark[] }) =>
  marks.map(({ offset, length }) => text.slice(offset, offset + length));

test("values stand where their names stood", () => {
  expect(fill("Yth. {nama} di {desa}", [], { nama: 'Ja"an', desa: "Ra’as" }).text).toBe('Yth. Ja"an di Ra’as');
});

test("a mark before, around, inside and after a placeholder keeps its words", () => {
  const text = "A {nama} B";
  const around = fill(text, [bold(0, 1), bold(2, 6), bold(0, 10), bold(9, 1)], { nama: "Siti 👋" });
  expect(marked(around)).toEqual(["A", "Siti 👋", "A Siti 👋 B", "B"]);
  expect(marked(fill(text, [bold(4, 2)], { nama: "Siti" }))).toEqual(["Siti"]);
});

test("a mark around an empty value disappears", () => {
  expect(fill("A {nama}", [bold(2, 6)], { nama: "" })).toEqual({ text: "A ", marks: [] });
});

test("what has no value stays as it was written", () => {
  expect(fill("{nama} {lain} {toString}", [], { nama: "Siti" }).text).toBe("Siti {lain} {toString}");
});

test("a value is never read for placeholders", () => {
  expect(fill("{a}{b}", [], { a: "{b}", b: "x" }).text).toBe("{b}x");
});

test("the names in a text are listed once each", () => {
  expect(placeholdersIn("{nama} {desa} {nama} { x } {}")).toEqual(["nama", "desa"]);
});
