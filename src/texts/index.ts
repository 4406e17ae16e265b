// Every sentence of the bot, by language and story. A language lacks nothing, or it does not compile.
import type { Language } from "../domain/person.js";
import { commands as commandsEn } from "./en/commands.js";
import { common as commonEn } from "./en/common.js";
import { planWords as planWordsEn } from "./en/plan-words.js";
import { registration as registrationEn } from "./en/registration.js";
import { commands as commandsId } from "./id/commands.js";
import { common as commonId } from "./id/common.js";
import { planWords as planWordsId } from "./id/plan-words.js";
import { registration as registrationId } from "./id/registration.js";

const indonesian = {
  language: "id" as Language,
  common: commonId,
  commands: commandsId,
  registration: registrationId,
  planWords: planWordsId,
};

export type Texts = typeof indonesian;

const english: Texts = {
  language: "en",
  common: commonEn,
  commands: commandsEn,
  registration: registrationEn,
  planWords: planWordsEn,
};

export function textsFor(language: Language): Texts {
  return language === "en" ? english : indonesian;
}
