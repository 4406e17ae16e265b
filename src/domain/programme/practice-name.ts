// What an admin practises on is marked in its name, so that the mark stands wherever the name does: on buttons, in lists, files and posters.
import type { Language } from "../people/person.js";

const MARKS: Record<Language, string> = { id: "(latihan)", en: "(practice)" };

/** The mark at the end of a name, with the space before it; empty for what is no practice. */
export function practiceMarkOf(name: string): string {
  return (
    Object.values(MARKS)
      .map((mark) => ` ${mark}`)
      .find((mark) => name.endsWith(mark)) ?? ""
  );
}

export function withoutPracticeMark(name: string): string {
  return Object.values(MARKS).reduce(
    (bare, mark) => (bare.endsWith(` ${mark}`) ? bare.slice(0, -mark.length - 1) : bare),
    name,
  );
}

/** The name with the mark in this language, once, whatever it had before. */
export function practiceName(name: string, language: Language): string {
  return `${withoutPracticeMark(name)} ${MARKS[language]}`;
}
