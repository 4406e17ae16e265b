// Several names in one sentence.
import type { Language } from "../domain/person.js";

const CONJUNCTIONS = {
  id: new Intl.ListFormat("id-ID", { type: "conjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};

/** "Rina, Dodi, dan Eko" · "Rina, Dodi and Eko" */
export function listed(language: Language, items: readonly string[]): string {
  return CONJUNCTIONS[language].format(items);
}
