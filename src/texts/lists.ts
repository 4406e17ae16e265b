// Several names in one sentence.
import type { Language } from "../domain/people/person.js";

const CONJUNCTIONS = {
  id: new Intl.ListFormat("id-ID", { type: "conjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};

/** "Rina, Dodi, dan Eko" · "Rina, Dodi and Eko" */
export function listed(language: Language, items: readonly string[]): string {
  return CONJUNCTIONS[language].format(items);
}

/** As many as are read at a glance, and how many more there are. */
const MOST_LINES = 6;

export function firstOf<Item>(
  items: readonly Item[],
  rest: (more: number) => string,
  line: (item: Item) => string,
): string[] {
  const more = items.length - MOST_LINES;
  return [...items.slice(0, MOST_LINES).map(line), ...(more > 0 ? [rest(more)] : [])];
}

/** The first of several long ones, as many as have together so many letters. */
export function withinLetters(items: readonly string[], most: number): string[] {
  let letters = 0;
  return items.filter((item) => {
    letters += item.length;
    return letters <= most;
  });
}
