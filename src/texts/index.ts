// Every sentence of the bot, by language and story. A language lacks nothing, or it does not compile.
import type { Language } from "../domain/people/person.js";
import { english } from "./en/index.js";
import { indonesian, type Texts } from "./id/index.js";

export type { Texts };

export function textsFor(language: Language): Texts {
  return language === "en" ? english : indonesian;
}
