// Every sentence in Indonesian, by story.
import type { Language } from "../../domain/people/person.js";
import { account } from "./account.js";
import { admission } from "./admission.js";
import { alarms } from "./alarms.js";
import { announcement } from "./announcement.js";
import { audit } from "./audit.js";
import { careActs } from "./care-acts.js";
import { caseload } from "./caseload.js";
import { classDay } from "./class-day.js";
import { classPages } from "./class-pages.js";
import { comingBack } from "./coming-back.js";
import { commands } from "./commands.js";
import { common } from "./common.js";
import { completion } from "./completion.js";
import { cover } from "./cover.js";
import { duplicates } from "./duplicates.js";
import { erasures } from "./erasures.js";
import { exports } from "./exports.js";
import { extensions } from "./extensions.js";
import { feedback } from "./feedback.js";
import { followUp } from "./follow-up.js";
import { formerStaff } from "./former-staff.js";
import { handover } from "./handover.js";
import { materials } from "./materials.js";
import { morning } from "./morning.js";
import { notices } from "./notices.js";
import { optOut } from "./opt-out.js";
import { overview } from "./overview.js";
import { ownData } from "./own-data.js";
import { ownDataPage } from "./own-data-page.js";
import { pauses } from "./pauses.js";
import { peopleFiles } from "./people-files.js";
import { personPage } from "./person-page.js";
import { placeChanges } from "./place-changes.js";
import { planWords } from "./plan-words.js";
import { posters } from "./posters.js";
import { practice } from "./practice.js";
import { programme } from "./programme.js";
import { programmeForms } from "./programme-forms.js";
import { questionnaire } from "./questionnaire.js";
import { quickAnswers } from "./quick-answers.js";
import { registration } from "./registration.js";
import { reports } from "./reports.js";
import { restore } from "./restore.js";
import { review } from "./review.js";
import { roster } from "./roster.js";
import { rosterTerminal } from "./roster-terminal.js";
import { ruleWords } from "./rule-words.js";
import { rules } from "./rules.js";
import { schedule } from "./schedule.js";
import { simulation } from "./simulation.js";
import { smallTalk } from "./small-talk.js";
import { staffDesk } from "./staff-desk.js";
import { standIn } from "./stand-in.js";
import { stories } from "./stories.js";
import { storyDesk } from "./story-desk.js";
import { summary } from "./summary.js";
import { staff } from "./taking-up-role.js";
import { threads } from "./threads.js";
import { why } from "./why.js";
import { workPlans } from "./work-plans.js";
import { workbook } from "./workbook.js";

export const indonesian = {
  language: "id" as Language,
  common,
  commands,
  comingBack,
  alarms,
  erasures,
  exports,
  audit,
  announcement,
  notices,
  registration,
  account,
  handover,
  completion,
  admission,
  schedule,
  classPages,
  classDay,
  planWords,
  workPlans,
  reports,
  review,
  standIn,
  questionnaire,
  optOut,
  ownData,
  threads,
  quickAnswers,
  feedback,
  materials,
  duplicates,
  stories,
  storyDesk,
  ownDataPage,
  extensions,
  followUp,
  formerStaff,
  summary,
  careActs,
  morning,
  cover,
  overview,
  pauses,
  caseload,
  peopleFiles,
  personPage,
  simulation,
  smallTalk,
  staff,
  restore,
  roster,
  staffDesk,
  posters,
  placeChanges,
  ruleWords,
  rules,
  programme,
  practice,
  programmeForms,
  rosterTerminal,
  why,
  workbook,
};

/** What a language has to say; English lacks nothing of it, or it does not compile. */
export type Texts = typeof indonesian;
