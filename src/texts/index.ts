// Every sentence of the bot, by language and story. A language lacks nothing, or it does not compile.
import type { Language } from "../domain/people/person.js";
import { account as accountEn } from "./en/account.js";
import { admission as admissionEn } from "./en/admission.js";
import { alarms as alarmsEn } from "./en/alarms.js";
import { announcement as announcementEn } from "./en/announcement.js";
import { audit as auditEn } from "./en/audit.js";
import { careActs as careActsEn } from "./en/care-acts.js";
import { caseload as caseloadEn } from "./en/caseload.js";
import { classDay as classDayEn } from "./en/class-day.js";
import { classPages as classPagesEn } from "./en/class-pages.js";
import { comingBack as comingBackEn } from "./en/coming-back.js";
import { commands as commandsEn } from "./en/commands.js";
import { common as commonEn } from "./en/common.js";
import { completion as completionEn } from "./en/completion.js";
import { cover as coverEn } from "./en/cover.js";
import { duplicates as duplicatesEn } from "./en/duplicates.js";
import { erasures as erasuresEn } from "./en/erasures.js";
import { exports as exportsEn } from "./en/exports.js";
import { feedback as feedbackEn } from "./en/feedback.js";
import { followUp as followUpEn } from "./en/follow-up.js";
import { formerStaff as formerStaffEn } from "./en/former-staff.js";
import { handover as handoverEn } from "./en/handover.js";
import { materials as materialsEn } from "./en/materials.js";
import { morning as morningEn } from "./en/morning.js";
import { notices as noticesEn } from "./en/notices.js";
import { optOut as optOutEn } from "./en/opt-out.js";
import { overview as overviewEn } from "./en/overview.js";
import { ownData as ownDataEn } from "./en/own-data.js";
import { ownDataPage as ownDataPageEn } from "./en/own-data-page.js";
import { pauses as pausesEn } from "./en/pauses.js";
import { peopleFiles as peopleFilesEn } from "./en/people-files.js";
import { personPage as personPageEn } from "./en/person-page.js";
import { placeChanges as placeChangesEn } from "./en/place-changes.js";
import { planWords as planWordsEn } from "./en/plan-words.js";
import { posters as postersEn } from "./en/posters.js";
import { practice as practiceEn } from "./en/practice.js";
import { programme as programmeEn } from "./en/programme.js";
import { programmeForms as programmeFormsEn } from "./en/programme-forms.js";
import { questionnaire as questionnaireEn } from "./en/questionnaire.js";
import { quickAnswers as quickAnswersEn } from "./en/quick-answers.js";
import { registration as registrationEn } from "./en/registration.js";
import { reports as reportsEn } from "./en/reports.js";
import { restore as restoreEn } from "./en/restore.js";
import { review as reviewEn } from "./en/review.js";
import { roster as rosterEn } from "./en/roster.js";
import { rosterFile as rosterFileEn } from "./en/roster-file.js";
import { ruleWords as ruleWordsEn } from "./en/rule-words.js";
import { rules as rulesEn } from "./en/rules.js";
import { schedule as scheduleEn } from "./en/schedule.js";
import { simulation as simulationEn } from "./en/simulation.js";
import { smallTalk as smallTalkEn } from "./en/small-talk.js";
import { staff as staffEn } from "./en/staff.js";
import { staffDesk as staffDeskEn } from "./en/staff-desk.js";
import { standIn as standInEn } from "./en/stand-in.js";
import { stories as storiesEn } from "./en/stories.js";
import { storyDesk as storyDeskEn } from "./en/story-desk.js";
import { summary as summaryEn } from "./en/summary.js";
import { threads as threadsEn } from "./en/threads.js";
import { why as whyEn } from "./en/why.js";
import { workPlans as workPlansEn } from "./en/work-plans.js";
import { workbook as workbookEn } from "./en/workbook.js";
import { account as accountId } from "./id/account.js";
import { admission as admissionId } from "./id/admission.js";
import { alarms as alarmsId } from "./id/alarms.js";
import { announcement as announcementId } from "./id/announcement.js";
import { audit as auditId } from "./id/audit.js";
import { careActs as careActsId } from "./id/care-acts.js";
import { caseload as caseloadId } from "./id/caseload.js";
import { classDay as classDayId } from "./id/class-day.js";
import { classPages as classPagesId } from "./id/class-pages.js";
import { comingBack as comingBackId } from "./id/coming-back.js";
import { commands as commandsId } from "./id/commands.js";
import { common as commonId } from "./id/common.js";
import { completion as completionId } from "./id/completion.js";
import { cover as coverId } from "./id/cover.js";
import { duplicates as duplicatesId } from "./id/duplicates.js";
import { erasures as erasuresId } from "./id/erasures.js";
import { exports as exportsId } from "./id/exports.js";
import { feedback as feedbackId } from "./id/feedback.js";
import { followUp as followUpId } from "./id/follow-up.js";
import { formerStaff as formerStaffId } from "./id/former-staff.js";
import { handover as handoverId } from "./id/handover.js";
import { materials as materialsId } from "./id/materials.js";
import { morning as morningId } from "./id/morning.js";
import { notices as noticesId } from "./id/notices.js";
import { optOut as optOutId } from "./id/opt-out.js";
import { overview as overviewId } from "./id/overview.js";
import { ownData as ownDataId } from "./id/own-data.js";
import { ownDataPage as ownDataPageId } from "./id/own-data-page.js";
import { pauses as pausesId } from "./id/pauses.js";
import { peopleFiles as peopleFilesId } from "./id/people-files.js";
import { personPage as personPageId } from "./id/person-page.js";
import { placeChanges as placeChangesId } from "./id/place-changes.js";
import { planWords as planWordsId } from "./id/plan-words.js";
import { posters as postersId } from "./id/posters.js";
import { practice as practiceId } from "./id/practice.js";
import { programme as programmeId } from "./id/programme.js";
import { programmeForms as programmeFormsId } from "./id/programme-forms.js";
import { questionnaire as questionnaireId } from "./id/questionnaire.js";
import { quickAnswers as quickAnswersId } from "./id/quick-answers.js";
import { registration as registrationId } from "./id/registration.js";
import { reports as reportsId } from "./id/reports.js";
import { restore as restoreId } from "./id/restore.js";
import { review as reviewId } from "./id/review.js";
import { roster as rosterId } from "./id/roster.js";
import { rosterFile as rosterFileId } from "./id/roster-file.js";
import { ruleWords as ruleWordsId } from "./id/rule-words.js";
import { rules as rulesId } from "./id/rules.js";
import { schedule as scheduleId } from "./id/schedule.js";
import { simulation as simulationId } from "./id/simulation.js";
import { smallTalk as smallTalkId } from "./id/small-talk.js";
import { staff as staffId } from "./id/staff.js";
import { staffDesk as staffDeskId } from "./id/staff-desk.js";
import { standIn as standInId } from "./id/stand-in.js";
import { stories as storiesId } from "./id/stories.js";
import { storyDesk as storyDeskId } from "./id/story-desk.js";
import { summary as summaryId } from "./id/summary.js";
import { threads as threadsId } from "./id/threads.js";
import { why as whyId } from "./id/why.js";
import { workPlans as workPlansId } from "./id/work-plans.js";
import { workbook as workbookId } from "./id/workbook.js";

const indonesian = {
  language: "id" as Language,
  common: commonId,
  commands: commandsId,
  comingBack: comingBackId,
  alarms: alarmsId,
  erasures: erasuresId,
  exports: exportsId,
  audit: auditId,
  announcement: announcementId,
  notices: noticesId,
  registration: registrationId,
  account: accountId,
  handover: handoverId,
  completion: completionId,
  admission: admissionId,
  schedule: scheduleId,
  classPages: classPagesId,
  classDay: classDayId,
  planWords: planWordsId,
  workPlans: workPlansId,
  reports: reportsId,
  review: reviewId,
  standIn: standInId,
  questionnaire: questionnaireId,
  optOut: optOutId,
  ownData: ownDataId,
  threads: threadsId,
  quickAnswers: quickAnswersId,
  feedback: feedbackId,
  materials: materialsId,
  duplicates: duplicatesId,
  stories: storiesId,
  storyDesk: storyDeskId,
  ownDataPage: ownDataPageId,
  followUp: followUpId,
  formerStaff: formerStaffId,
  summary: summaryId,
  careActs: careActsId,
  morning: morningId,
  cover: coverId,
  overview: overviewId,
  pauses: pausesId,
  caseload: caseloadId,
  peopleFiles: peopleFilesId,
  personPage: personPageId,
  simulation: simulationId,
  smallTalk: smallTalkId,
  staff: staffId,
  restore: restoreId,
  roster: rosterId,
  staffDesk: staffDeskId,
  posters: postersId,
  placeChanges: placeChangesId,
  ruleWords: ruleWordsId,
  rules: rulesId,
  programme: programmeId,
  practice: practiceId,
  programmeForms: programmeFormsId,
  rosterFile: rosterFileId,
  why: whyId,
  workbook: workbookId,
};

export type Texts = typeof indonesian;

const english: Texts = {
  language: "en",
  common: commonEn,
  commands: commandsEn,
  comingBack: comingBackEn,
  alarms: alarmsEn,
  erasures: erasuresEn,
  exports: exportsEn,
  audit: auditEn,
  announcement: announcementEn,
  notices: noticesEn,
  registration: registrationEn,
  account: accountEn,
  handover: handoverEn,
  completion: completionEn,
  admission: admissionEn,
  schedule: scheduleEn,
  classPages: classPagesEn,
  classDay: classDayEn,
  planWords: planWordsEn,
  workPlans: workPlansEn,
  reports: reportsEn,
  review: reviewEn,
  standIn: standInEn,
  questionnaire: questionnaireEn,
  optOut: optOutEn,
  ownData: ownDataEn,
  threads: threadsEn,
  quickAnswers: quickAnswersEn,
  feedback: feedbackEn,
  materials: materialsEn,
  duplicates: duplicatesEn,
  stories: storiesEn,
  storyDesk: storyDeskEn,
  ownDataPage: ownDataPageEn,
  followUp: followUpEn,
  formerStaff: formerStaffEn,
  summary: summaryEn,
  careActs: careActsEn,
  morning: morningEn,
  cover: coverEn,
  overview: overviewEn,
  pauses: pausesEn,
  caseload: caseloadEn,
  peopleFiles: peopleFilesEn,
  personPage: personPageEn,
  simulation: simulationEn,
  smallTalk: smallTalkEn,
  staff: staffEn,
  restore: restoreEn,
  roster: rosterEn,
  staffDesk: staffDeskEn,
  posters: postersEn,
  placeChanges: placeChangesEn,
  ruleWords: ruleWordsEn,
  rules: rulesEn,
  programme: programmeEn,
  practice: practiceEn,
  programmeForms: programmeFormsEn,
  rosterFile: rosterFileEn,
  why: whyEn,
  workbook: workbookEn,
};

export function textsFor(language: Language): Texts {
  return language === "en" ? english : indonesian;
}
