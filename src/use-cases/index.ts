// What can happen, in the order in which it does: the table of contents.

export { NOTICES_IN_FORCE } from "../texts/notices-in-force.js";
export { noteLook } from "./access.js";
export {
  type AnnouncementProgress,
  announcementProgress,
  latestAnnouncements,
} from "./announcements/afterwards/announcement-progress.js";
export { decideUnknown } from "./announcements/afterwards/decide-unknown.js";
export { exportLedger } from "./announcements/afterwards/export-ledger.js";
export { resendFailed } from "./announcements/afterwards/resend-failed.js";
export {
  approveAnnouncement,
  rejectAnnouncement,
  reviewAnnouncement,
  SEEN_CHARACTERS,
} from "./announcements/approval/approve-announcement.js";
export type { AnnouncementProblem } from "./announcements/approval/judge-announcement.js";
export { cancelAnnouncement } from "./announcements/cancel-announcement.js";
export { pauseAnnouncement } from "./announcements/pause-announcement.js";
export { type PreviewOutcome, previewAnnouncement } from "./announcements/preview-announcement.js";
export { publishAnnouncement } from "./announcements/publish-announcement.js";
export { resumeAnnouncement } from "./announcements/resume-announcement.js";
export { extendDeadlines } from "./caseload/acts/extend-deadlines.js";
export { countPosted } from "./caseload/acts/fates.js";
export { findTalk, noteTalk } from "./caseload/acts/note-talk.js";
export { previewLetter, previewReminder } from "./caseload/acts/preview.js";
export { recordTalk } from "./caseload/acts/record-talk.js";
export { remindPeople } from "./caseload/acts/remind-people.js";
export { undoAct } from "./caseload/acts/undo-act.js";
export { viewOne, viewScope } from "./caseload/acts/view-scope.js";
export { writeFirst } from "./caseload/acts/write-first.js";
export { countPeople } from "./caseload/count-people.js";
export { findPerson } from "./caseload/find-person.js";
export { listOverdue } from "./caseload/follow-up/list-overdue.js";
export { findContacts, openCase, openCases } from "./caseload/follow-up/open-case.js";
export { overdueMessage } from "./caseload/follow-up/overdue-message.js";
export { listPeople } from "./caseload/list-people.js";
export { greetTrainers } from "./caseload/morning/greet-trainers.js";
export { listNeeds } from "./caseload/morning/list-needs.js";
export { needsMessage } from "./caseload/morning/needs-message.js";
export { tickMornings } from "./caseload/morning/tick-mornings.js";
export { openPerson, type PersonPage } from "./caseload/open-person.js";
export { currentPicture } from "./caseload/summary/current-picture.js";
export { listNews } from "./caseload/summary/list-news.js";
export { summariseDay } from "./caseload/summary/summarise-day.js";
export { newsMessage, summaryMessage } from "./caseload/summary/summary-message.js";
export { answerAttendance } from "./classes/answer-attendance.js";
export { cancelTrainingSession } from "./classes/cancel-training-session.js";
export { classPoster, wavePosters } from "./classes/class-posters.js";
export { boardMessage } from "./classes/day/class-day-messages.js";
export { keepBoard, leaveBoard, stateOfBoard } from "./classes/day/keep-board.js";
export { type MarkAttendanceInput, markAttendance } from "./classes/day/mark-attendance.js";
export { tellOfClassDays } from "./classes/day/tell-of-class-days.js";
export { updateBoards } from "./classes/day/update-boards.js";
export { viewAttendance } from "./classes/day/view-attendance.js";
export { viewClassDay } from "./classes/day/view-class-day.js";
export { findRunSession } from "./classes/find-run-session.js";
export { type ClassList, listClasses } from "./classes/list-classes.js";
export { moveTrainingSession } from "./classes/move-training-session.js";
export { openClassLink } from "./classes/open-class-link.js";
export { endOf, setClassLink } from "./classes/set-class-link.js";
export { peopleToTell } from "./classes/telling/people-to-tell.js";
export { remindOfSessions } from "./classes/telling/remind-of-sessions.js";
export { viewJoinBoard } from "./classes/view-join-board.js";
export { joinWorld } from "./join-world.js";
export { alarmOperators } from "./operations/alarm-operators.js";
export { decideRestore, viewRestore } from "./operations/decide-restore.js";
export { eraseByAge } from "./operations/erase-by-age.js";
export { forgetOldTraces } from "./operations/forget-old-traces.js";
export { judgeParkedUpdate, listParkedUpdates } from "./operations/judge-parked-updates.js";
export { judgeUnknownPost, listUnknownPosts } from "./operations/judge-unknown-posts.js";
export { rescueDrafts } from "./operations/rescue-drafts.js";
export { tellOfWebhook } from "./operations/tell-of-webhook.js";
export { type ErasureHindrance, erasePerson, viewErasure } from "./own-data/erase-person.js";
export { finishErasures } from "./own-data/finish-erasures.js";
export { listErasures } from "./own-data/list-erasures.js";
export { showOwnData } from "./own-data/show-own-data.js";
export { chooseLanguage } from "./people/choose-language.js";
export { ensureNationalAdmins } from "./people/ensure-national-admins.js";
export { keepQuiet } from "./people/keep-quiet.js";
export { resumeMessages } from "./people/resume-messages.js";
export { stopMessages } from "./people/stop-messages.js";
export { bringMissed, welcomeBack } from "./people/welcome-back.js";
export { askOfficeForPlans } from "./plans/ask-office-for-plans.js";
export { remindOfPlans } from "./plans/remind-of-plans.js";
export { remindOfSnoozed } from "./plans/remind-of-snoozed.js";
export { sayNoPlanYet } from "./plans/say-no-plan-yet.js";
export { snoozeMoments, snoozeReminder } from "./plans/snooze-reminder.js";
export { beginStandIn, openStandIn, type WhoFor } from "./plans/stand-in/open-stand-in.js";
export { stopAskingForPlans } from "./plans/stop-asking-for-plans.js";
export { whoFillsIn } from "./plans/who-fills-in.js";
export { writeWorkPlan } from "./plans/write-work-plan.js";
export { addSession } from "./programme/add-session.js";
export { addWave } from "./programme/add-wave.js";
export { type ClassChange, changeClass } from "./programme/change-class.js";
export { changeSession, changeSessions } from "./programme/change-session.js";
export { createClass } from "./programme/create-class.js";
export { openCohort } from "./programme/open-cohort.js";
export { makePractice } from "./programme/practice/make-practice.js";
export { removePractice } from "./programme/practice/remove-practice.js";
export { usePractice } from "./programme/practice/use-practice.js";
export { practiceToRemove, viewPractice } from "./programme/practice/view-practice.js";
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
export { decideAdmission } from "./registration/admission/decide-admission.js";
export { adoptEntries, findEntriesApart } from "./registration/admission/entries/adopt-entries.js";
export { escalateAdmissions } from "./registration/admission/escalate-admissions.js";
export { matchRoster } from "./registration/admission/match-roster.js";
export { ADMISSIONS_PER_PAGE, openAdmission, openAdmissions } from "./registration/admission/open-admission.js";
export { requestMessage } from "./registration/admission/tell-of-arrival.js";
export { findInvited } from "./registration/find-invited.js";
export { giveConsent } from "./registration/give-consent.js";
export { owedNotice, owedNoticeToJoin } from "./registration/owed-notice.js";
export { refuseConsent } from "./registration/refuse-consent.js";
export { registerParticipant } from "./registration/register-participant.js";
export { addFilesToReport } from "./reports/add-files-to-report.js";
export { addLateFile } from "./reports/add-late-file.js";
export { askForHelp } from "./reports/ask-for-help.js";
export { copyEvidence } from "./reports/copy-evidence.js";
export { findEvidence } from "./reports/find-evidence.js";
export { findReport } from "./reports/find-report.js";
export { keepEvidence } from "./reports/keep-evidence.js";
export {
  type RecordProgressReportInput,
  type RecordProgressReportOutcome,
  recordProgressReport,
} from "./reports/record-progress-report.js";
export { findReview, type NextReview, nextReview, openReview } from "./reports/review/next-review.js";
export { ownStandings } from "./reports/review/own-standings.js";
export { type ReviewReportOutcome, reviewReport } from "./reports/review/review-report.js";
export type { ReviewSheet } from "./reports/review/review-sheet.js";
export { whatChanged } from "./reports/what-changed.js";
export { classesToFill } from "./roster/classes-to-fill.js";
export { previewImport, saveImport, type UndoImportOutcome, undoImport } from "./roster/save-import.js";
export { acceptInvitation, type InvitationProof } from "./staff/accept-invitation.js";
export { type SpreadView, spreadTrainers, viewSpread } from "./staff/classes/spread-trainers.js";
export { teachClass } from "./staff/classes/teach-class.js";
export { inviteStaff, renewInvitation, type StaffWish } from "./staff/invite-staff.js";
export { type InvitationLine, listInvitations } from "./staff/list-invitations.js";
export { nameStaff } from "./staff/name-staff.js";
export { giveBackRole, revokeRole } from "./staff/revoke-role.js";
export { listStaff, type StaffView, viewStaff } from "./staff/view-staff.js";
export { addToAlbum } from "./threads/add-to-album.js";
export { type AskTrainersOutcome, askTrainers } from "./threads/ask-trainers.js";
export { closeThread } from "./threads/close-thread.js";
export { findAsked, findThread } from "./threads/find-thread.js";
export { listQuestions } from "./threads/list-questions.js";
export { openThread } from "./threads/open-thread.js";
export { passOnAnew } from "./threads/pass-on-anew.js";
export { type ReplyInThreadOutcome, replyInThread } from "./threads/reply-in-thread.js";
export { threadBehind, viewAsking } from "./threads/view-asking.js";
export { escalateQuestions } from "./threads/waiting/escalate-questions.js";
export { remindTrainers } from "./threads/waiting/remind-trainers.js";
export { repeatQuestions } from "./threads/waiting/repeat-questions.js";
export { tellOfUndelivered } from "./threads/waiting/tell-of-undelivered.js";
export { unansweredQuestions } from "./threads/waiting/unanswered-questions.js";
export { type WaitingCounts, waitingCounts } from "./threads/waiting/waiting-counts.js";
export { previewWorkbook, type WorkbookPreview } from "./workbook/preview-workbook.js";
export { programmeInWorkbook } from "./workbook/programme-in-workbook.js";
export { saveWorkbook } from "./workbook/save-workbook.js";
