// Every sentence of the bot, by language and story. A language lacks nothing, or it does not compile.
import type { Language } from "../domain/person.js";
import { announcement as announcementEn } from "./en/announcement.js";
import { caseload as caseloadEn } from "./en/caseload.js";
import { classPages as classPagesEn } from "./en/class-pages.js";
import { commands as commandsEn } from "./en/commands.js";
import { common as commonEn } from "./en/common.js";
import { followUp as followUpEn } from "./en/follow-up.js";
import { planWords as planWordsEn } from "./en/plan-words.js";
import { registration as registrationEn } from "./en/registration.js";
import { schedule as scheduleEn } from "./en/schedule.js";
import { staff as staffEn } from "./en/staff.js";
import { summary as summaryEn } from "./en/summary.js";
import { announcement as announcementId } from "./id/announcement.js";
import { caseload as caseloadId } from "./id/caseload.js";
import { classPages as classPagesId } from "./id/class-pages.js";
import { commands as commandsId } from "./id/commands.js";
import { common as commonId } from "./id/common.js";
import { followUp as followUpId } from "./id/follow-up.js";
import { planWords as planWordsId } from "./id/plan-words.js";
import { registration as registrationId } from "./id/registration.js";
import { schedule as scheduleId } from "./id/schedule.js";
import { staff as staffId } from "./id/staff.js";
import { summary as summaryId } from "./id/summary.js";

const indonesian = {
  language: "id" as Language,
  common: commonId,
  commands: commandsId,
  announcement: announcementId,
  registration: registrationId,
  schedule: scheduleId,
  classPages: classPagesId,
  planWords: planWordsId,
  followUp: followUpId,
  summary: summaryId,
  caseload: caseloadId,
  staff: staffId,
};

export type Texts = typeof indonesian;

const english: Texts = {
  language: "en",
  common: commonEn,
  commands: commandsEn,
  announcement: announcementEn,
  registration: registrationEn,
  schedule: scheduleEn,
  classPages: classPagesEn,
  planWords: planWordsEn,
  followUp: followUpEn,
  summary: summaryEn,
  caseload: caseloadEn,
  staff: staffEn,
};

export function textsFor(language: Language): Texts {
  return language === "en" ? english : indonesian;
}
