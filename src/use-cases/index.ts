// What can happen, in the order in which it does: the table of contents.

export { NOTICES_IN_FORCE } from "../texts/notices-in-force.js";
export { noteLook } from "./access.js";
export { adoptEntries, type FoundEntries, findEntriesApart } from "./admission/adopt-entries.js";
export { type DecideAdmissionOutcome, decideAdmission } from "./admission/decide-admission.js";
export { escalateAdmissions } from "./admission/escalate-admissions.js";
export { findAdmission, listAdmissions } from "./admission/find-admission.js";
export { matchRoster } from "./admission/match-roster.js";
export { ADMISSIONS_PER_PAGE, openAdmission, openAdmissions } from "./admission/open-admission.js";
export { requestMessage } from "./admission/tell-of-arrival.js";
export {
  type AnnouncementProgress,
  announcementProgress,
  latestAnnouncements,
} from "./announcement/announcement-progress.js";
export {
  approveAnnouncement,
  rejectAnnouncement,
  reviewAnnouncement,
  SEEN_CHARACTERS,
} from "./announcement/approve-announcement.js";
export { cancelAnnouncement } from "./announcement/cancel-announcement.js";
export { decideUnknown } from "./announcement/decide-unknown.js";
export { exportLedger } from "./announcement/export-ledger.js";
export type { AnnouncementProblem } from "./announcement/judge-announcement.js";
export { pauseAnnouncement } from "./announcement/pause-announcement.js";
export { type PreviewOutcome, previewAnnouncement } from "./announcement/preview-announcement.js";
export { publishAnnouncement } from "./announcement/publish-announcement.js";
export { resendFailed } from "./announcement/resend-failed.js";
export { resumeAnnouncement } from "./announcement/resume-announcement.js";
export { findPerson } from "./caseload/find-person.js";
export { listPeople, PEOPLE_FILTERS, type PeopleFilter } from "./caseload/list-people.js";
export { classPoster, linkStanding, wavePosters } from "./classes/class-posters.js";
export { openClassLink } from "./classes/open-class-link.js";
export { endOf, setClassLink } from "./classes/set-class-link.js";
export { alertOverdueFollowUps } from "./follow-up/alert-overdue-follow-ups.js";
export { extendDeadline } from "./follow-up/extend-deadline.js";
export { findCase } from "./follow-up/find-case.js";
export { listOverdue } from "./follow-up/list-overdue.js";
export { nudgeParticipant } from "./follow-up/nudge-participant.js";
export { findContacts, openCase, openCases } from "./follow-up/open-case.js";
export { overdueMessage } from "./follow-up/overdue-message.js";
export { CONTACT_WAYS, recordContact } from "./follow-up/record-contact.js";
export { type ErasePersonOutcome, erasePerson } from "./own-data/erase-person.js";
export { finishErasures } from "./own-data/finish-erasures.js";
export { listErasures } from "./own-data/list-erasures.js";
export { showOwnData } from "./own-data/show-own-data.js";
export { ensureNationalAdmins } from "./people/ensure-national-admins.js";
export { keepQuiet } from "./people/keep-quiet.js";
export { resumeMessages } from "./people/resume-messages.js";
export { stopMessages } from "./people/stop-messages.js";
export { bringMissed, welcomeBack } from "./people/welcome-back.js";
export { addSession } from "./programme/add-session.js";
export { addWave } from "./programme/add-wave.js";
export { type ClassChange, changeClass } from "./programme/change-class.js";
export { createClass } from "./programme/create-class.js";
export { openCohort } from "./programme/open-cohort.js";
export { removeClass } from "./programme/remove-class.js";
export { shiftClass, whyNoShift } from "./programme/shift-class.js";
export {
  type ProgrammeView,
  viewClassSetUp,
  viewCohort,
  viewProgramme,
  viewProvinceOfWave,
  viewWave,
} from "./programme/view-programme.js";
export { viewShift } from "./programme/view-shift.js";
export { addToAlbum } from "./questions/add-to-album.js";
export { type AskTrainersOutcome, askTrainers } from "./questions/ask-trainers.js";
export { closeThread } from "./questions/close-thread.js";
export { escalateQuestions } from "./questions/escalate-questions.js";
export { listQuestions } from "./questions/list-questions.js";
export { openThread } from "./questions/open-thread.js";
export { passOnAnew } from "./questions/pass-on-anew.js";
export { remindTrainers } from "./questions/remind-trainers.js";
export { type ReplyInThreadOutcome, replyInThread } from "./questions/reply-in-thread.js";
export { sideOfThread } from "./questions/side-of-thread.js";
export { tellOfUndelivered } from "./questions/tell-of-undelivered.js";
export { unansweredQuestions } from "./questions/unanswered-questions.js";
export { type WaitingCounts, waitingCounts } from "./questions/waiting-counts.js";
export { findInvited } from "./registration/find-invited.js";
export { giveConsent } from "./registration/give-consent.js";
export { owedNotice, owedNoticeToJoin } from "./registration/owed-notice.js";
export { refuseConsent } from "./registration/refuse-consent.js";
export { registerParticipant } from "./registration/register-participant.js";
export { addFilesToReport } from "./reports/add-files-to-report.js";
export { addLateFile } from "./reports/add-late-file.js";
export { askForHelp } from "./reports/ask-for-help.js";
export { copyEvidence } from "./reports/copy-evidence.js";
export { findReport } from "./reports/find-report.js";
export { keepEvidence } from "./reports/keep-evidence.js";
export {
  type RecordProgressReportInput,
  type RecordProgressReportOutcome,
  recordProgressReport,
} from "./reports/record-progress-report.js";
export { whatChanged } from "./reports/what-changed.js";
export { classesToFill } from "./roster/classes-to-fill.js";
export { previewImport, saveImport, type UndoImportOutcome, undoImport } from "./roster/save-import.js";
export { answerAttendance } from "./schedule/answer-attendance.js";
export { cancelTrainingSession } from "./schedule/cancel-training-session.js";
export { findRunSession } from "./schedule/find-run-session.js";
export { moveTrainingSession } from "./schedule/move-training-session.js";
export { peopleToTell } from "./schedule/people-to-tell.js";
export { remindOfSessions } from "./schedule/remind-of-sessions.js";
export { replanForZone } from "./schedule/replan-for-zone.js";
export { viewJoinBoard } from "./schedule/view-join-board.js";
export { acceptInvitation, type InvitationProof } from "./staff/accept-invitation.js";
export { inviteStaff, renewInvitation, type StaffWish } from "./staff/invite-staff.js";
export { type InvitationLine, listInvitations } from "./staff/list-invitations.js";
export { nameStaff } from "./staff/name-staff.js";
export { giveBackRole, revokeRole } from "./staff/revoke-role.js";
export { type SpreadView, spreadTrainers, viewSpread } from "./staff/spread-trainers.js";
export { teachClass } from "./staff/teach-class.js";
export { listStaff, type StaffView, viewStaff } from "./staff/view-staff.js";
export { currentPicture } from "./summary/current-picture.js";
export { listNews } from "./summary/list-news.js";
export { summariseDay } from "./summary/summarise-day.js";
export { needsMessage, newsMessage, summaryMessage } from "./summary/summary-message.js";
export { alarmOperators, type Trouble } from "./upkeep/alarm-operators.js";
export { eraseByAge } from "./upkeep/erase-by-age.js";
export { forgetOldTraces } from "./upkeep/forget-old-traces.js";
export { judgeParkedUpdate, listParkedUpdates } from "./upkeep/judge-parked-updates.js";
export { judgeUnknownPost, listUnknownPosts } from "./upkeep/judge-unknown-posts.js";
export { rescueDrafts } from "./upkeep/rescue-drafts.js";
export { askOfficeForPlans } from "./work-plans/ask-office-for-plans.js";
export { remindOfPlans } from "./work-plans/remind-of-plans.js";
export { remindOfSnoozed } from "./work-plans/remind-of-snoozed.js";
export { sayNoPlanYet } from "./work-plans/say-no-plan-yet.js";
export { type SnoozeReminderOutcome, snoozeMoments, snoozeReminder } from "./work-plans/snooze-reminder.js";
export { stopAskingForPlans } from "./work-plans/stop-asking-for-plans.js";
export { writeWorkPlan } from "./work-plans/write-work-plan.js";
export { previewWorkbook, type WorkbookPreview } from "./workbook/preview-workbook.js";
export { saveWorkbook } from "./workbook/save-workbook.js";
