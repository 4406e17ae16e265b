// Who answers which button. Every action has its line; a missing one does not compile.
import type { ActionName } from "../domain/messages/action.js";
import { composeAnnouncement, openAnnouncements, steerAnnouncement } from "./announcements/announcement-handlers.js";
import {
  extend,
  noteContact,
  nudge,
  showCase,
  showCases,
  showContact,
  showOverdue,
} from "./caseload/overdue-handlers.js";
import {
  askForPlans,
  askUnaskPlans,
  showInvited,
  showParticipant,
  showPeople,
  unaskPlans,
} from "./caseload/people-handlers.js";
import { showNeeds, showNews, showSummary } from "./caseload/summary-handlers.js";
import { sendCalendar } from "./classes/calendar-file.js";
import {
  askCancelSession,
  cancelSession,
  moveSession,
  placeSession,
  showClass,
  showClassDay,
  showClasses,
  showQrCode,
  showRunSession,
} from "./classes/class-handlers.js";
import { askClassLink, changeClassLink, showClassLink } from "./classes/class-link.js";
import { sendJoiningText, sendPoster, sendPosters } from "./classes/poster-handlers.js";
import { attend, showAgenda, showSchedule, showSession } from "./classes/schedule-handlers.js";
import type { BotContext } from "./context.js";
import { answerMissed } from "./gate/coming-back.js";
import { consented, explainNotice, refused, showNotice } from "./gate/notice/notice.js";
import { judgeParked } from "./operations/parked-updates.js";
import { judgeRestore } from "./operations/restored.js";
import { judgeUnknown } from "./operations/unknown-posts.js";
import { showErasures } from "./own-data/erasures.js";
import { erase, keepData } from "./own-data/own-data-handlers.js";
import { openPlan, rewritePlan, showPlans } from "./plans/plan-handlers.js";
import { chooseSnooze, snoozeUntil } from "./plans/snooze.js";
import { sendExampleWorkbook } from "./programme/example-workbook.js";
import { sendInvitations } from "./programme/invitation-list.js";
import {
  askRemovePractice,
  inPractice,
  makePractice,
  removePractice,
  showPractice,
} from "./programme/practice-handlers.js";
import {
  addClassTo,
  addCohort,
  addSessionTo,
  addWaveTo,
  askRemoveClass,
  changeClassDetail,
  copyClass,
  openProgramme,
  removeClass,
  shiftClassDays,
  showBeginning,
  showClassSetUp,
  showCohort,
  showProvinceOfWave,
  showWave,
} from "./programme/programme-handlers.js";
import { askForRoster, undoRoster } from "./programme/roster/roster-handlers.js";
import { showSpread, spread } from "./programme/spread-screen.js";
import {
  askRevoke,
  chooseTrainer,
  giveBack,
  inviteAdmin,
  inviteTrainer,
  revoke,
  sendInvitation,
  showClassStaff,
  showStaff,
  showStaffMember,
  stopTeaching,
  teach,
} from "./programme/staff/staff-handlers.js";
import {
  adopt,
  compareEntries,
  letThemIn,
  showAdmission,
  showAdmissions,
  turnAway,
} from "./registration/admission-handlers.js";
import { agreeAndAccept } from "./registration/invitation-handlers.js";
import { answerSamePerson } from "./registration/same-person.js";
import { welcome } from "./registration/welcome.js";
import { correctReport, needHelp, showCard, showReports, startReport } from "./reports/report-handlers.js";
import { setLanguage } from "./talk/language.js";
import { optIn, optOut } from "./talk/opt-out.js";
import { discard, resume, showSaved } from "./talk/saved-forms.js";
import { askForMoreTime } from "./talk/small-talk.js";
import { answerQuestion, ask, hurryTrainers, showAsked, showInbox, thankTrainer } from "./threads/thread-handlers.js";

export const ACTION_HANDLERS: Record<ActionName, (ctx: BotContext, ids: string[]) => Promise<unknown>> = {
  menu: (ctx) => welcome(ctx, null),
  consent: consented,
  notice: showNotice,
  explain: explainNotice,
  refuse: refused,
  language: setLanguage,
  resume,
  saved: (ctx, ids) => showSaved(ctx, ids),
  discard,
  question: answerQuestion,
  thank: thankTrainer,
  more_time: askForMoreTime,
  asked: showAsked,
  ask,
  inbox: inPractice(showInbox),
  remind_trainers: hurryTrainers,
  opt_out: optOut,
  opt_in: optIn,
  missed: answerMissed,
  unknowns: judgeUnknown,
  parked: judgeParked,
  restored: judgeRestore,
  erasures: showErasures,
  erase,
  keep_data: keepData,
  announcements: openAnnouncements,
  announce: composeAnnouncement,
  announcement: steerAnnouncement,
  schedule: showSchedule,
  calendar: sendCalendar,
  agenda: showAgenda,
  session: showSession,
  attend,
  classes: showClasses,
  class: showClass,
  qr: showQrCode,
  poster: sendPoster,
  posters: sendPosters,
  joining_text: sendJoiningText,
  admissions: showAdmissions,
  admission: showAdmission,
  let_in: letThemIn,
  turn_away: turnAway,
  same_person: (ctx, ids) => answerSamePerson(ctx, ids, true),
  other_person: (ctx, ids) => answerSamePerson(ctx, ids, false),
  compare: compareEntries,
  adopt,
  link: showClassLink,
  ask_link: askClassLink,
  set_link: changeClassLink,
  class_day: showClassDay,
  run_session: showRunSession,
  move_session: moveSession,
  place_session: placeSession,
  ask_cancel_session: askCancelSession,
  cancel_session: cancelSession,
  programme: openProgramme,
  beginning: showBeginning,
  practice: showPractice,
  make_practice: makePractice,
  ask_remove_practice: askRemovePractice,
  remove_practice: removePractice,
  new_cohort: addCohort,
  cohort: showCohort,
  new_wave: addWaveTo,
  wave: showWave,
  wave_province: showProvinceOfWave,
  new_class: addClassTo,
  set_up_class: showClassSetUp,
  change_class: changeClassDetail,
  add_session: addSessionTo,
  copy_class: copyClass,
  shift_class: shiftClassDays,
  roster: askForRoster,
  example_workbook: sendExampleWorkbook,
  undo_import: undoRoster,
  staff: showStaff,
  invitations: sendInvitations,
  spread: showSpread,
  confirm_spread: spread,
  class_staff: showClassStaff,
  choose_trainer: chooseTrainer,
  teach,
  stop_teaching: stopTeaching,
  staff_member: showStaffMember,
  invite_trainer: inviteTrainer,
  invite_admin: inviteAdmin,
  renew_invitation: sendInvitation,
  ask_revoke: askRevoke,
  revoke,
  give_back: giveBack,
  ask_remove_class: askRemoveClass,
  remove_class: removeClass,
  accept: agreeAndAccept,
  overdue: inPractice((ctx, [page, which]) => showOverdue(ctx, Number(page) || 0, which === "practice")),
  case: showCase,
  cases: showCases,
  nudge,
  contact: showContact,
  note: noteContact,
  extend,
  people: inPractice(showPeople),
  person: showParticipant,
  invited: showInvited,
  ask_plans: askForPlans,
  ask_unask_plans: askUnaskPlans,
  unask_plans: unaskPlans,
  summary: inPractice(showSummary),
  news: inPractice(showNews),
  needs: inPractice(showNeeds),
  plans: (ctx) => showPlans(ctx),
  plan: openPlan,
  rewrite: rewritePlan,
  reports: (ctx) => showReports(ctx),
  report: startReport,
  progress: (ctx) => showCard(ctx, ""),
  numbered: (ctx, [number = ""]) => showCard(ctx, number),
  correct: correctReport,
  need_help: needHelp,
  snooze: chooseSnooze,
  snooze_until: snoozeUntil,
};
