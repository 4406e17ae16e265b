// What can happen, in the order in which it does: the table of contents.

export { NOTICES_IN_FORCE } from "../texts/notices-in-force.js";
export { noteLook } from "./access.js";
export * from "./announcements/index.js";
export * from "./caseload/index.js";
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
export { findClassToRun } from "./classes/find-class-to-run.js";
export { findRunSession } from "./classes/find-run-session.js";
export { type ClassList, classesTaught, listClasses } from "./classes/list-classes.js";
export { moveTrainingSession } from "./classes/move-training-session.js";
export { openClassLink } from "./classes/open-class-link.js";
export { type OwnCalendar, ownAgenda, ownCalendar, ownSchedule, ownSession } from "./classes/own-schedule.js";
export { endOf, setClassLink } from "./classes/set-class-link.js";
export { peopleToTell } from "./classes/telling/people-to-tell.js";
export { remindOfSessions } from "./classes/telling/remind-of-sessions.js";
export { attendanceAt, type Clashes, clashesOf, sessionsOfDay, startsOf, viewClass } from "./classes/view-class.js";
export { checkLetter } from "./completion/check-letter.js";
export { lettersToOpen, openLetter } from "./completion/open-letter.js";
export { countToExport, exportPeople } from "./exports/export-people.js";
export { exportReports } from "./exports/export-reports.js";
export { exportSim, type SheetOutcome } from "./exports/export-sim.js";
export { lastMonths, readMonths } from "./exports/months.js";
export { type PlaceOffered, placesToExport, reachIn } from "./exports/narrow-reach.js";
export { giveFeedback, openFeedback } from "./feedback/give-feedback.js";
export { inviteToFeedback } from "./feedback/invite-to-feedback.js";
export { viewFeedback } from "./feedback/view-feedback.js";
export { finishDraft, putDraftAside, throwDraftAway } from "./forms/end-draft.js";
export { draftEndedBy, findDraft, unfinishedDraft, unfinishedDrafts } from "./forms/find-draft.js";
export { keepDraft, noteAsked, recallNudge } from "./forms/keep-draft.js";
export { openDraft } from "./forms/open-draft.js";
export { joinWorld } from "./join-world.js";
export {
  answerTo,
  findMaterial,
  hasMaterials,
  likelyQuestionsOf,
  listMaterials,
  noteHelped,
} from "./materials/read-materials.js";
export { viewMaterial, viewMaterials } from "./materials/view-desk.js";
export { removeMaterial, writeMaterial } from "./materials/write-material.js";
export { type Pair, type PairView, viewPair } from "./merges/find-pair.js";
export {
  countDuplicates,
  type DuplicatesView,
  listDuplicates,
  listMerges,
  type MergesView,
} from "./merges/list-duplicates.js";
export { mergeTwo } from "./merges/merge-two.js";
export { sayTwo } from "./merges/say-two.js";
export { sweepMerges } from "./merges/sweep-merges.js";
export { type MergeView, undoMerge, viewMerge } from "./merges/undo-merge.js";
export { alarmOperators } from "./operations/alarm-operators.js";
export { archivePosts } from "./operations/archive-posts.js";
export { countLate } from "./operations/count-late.js";
export { decideRestore, viewRestore } from "./operations/decide-restore.js";
export { eraseByAge } from "./operations/erase-by-age.js";
export { forgetOldTraces } from "./operations/forget-old-traces.js";
export { judgeParkedUpdate, listParkedUpdates } from "./operations/judge-parked-updates.js";
export { judgeUnknownPost, listUnknownPosts } from "./operations/judge-unknown-posts.js";
export { rescueDrafts } from "./operations/rescue-drafts.js";
export { tellOfWebhook } from "./operations/tell-of-webhook.js";
export { dayOf, explainDay } from "./operations/why/explain-day.js";
export { keepWeek } from "./overview/keep-week.js";
export { type PeopleBy, peopleByPlace } from "./overview/people-by-place.js";
export { tellOfWeek } from "./overview/tell-of-week.js";
export { type Overview, type OverviewAsked, viewOverview } from "./overview/view-overview.js";
export { type ErasureHindrance, erasePerson, viewErasure } from "./own-data/erase-person.js";
export { exportAudit } from "./own-data/export-audit.js";
export { finishErasures } from "./own-data/finish-erasures.js";
export { forgetGivenFile } from "./own-data/forget-given-file.js";
export { findInAudit, listAudit, MOST_COUNTED } from "./own-data/list-audit.js";
export { listErasures } from "./own-data/list-erasures.js";
export type { ExportAsked } from "./own-data/note-export.js";
export { showOwnData } from "./own-data/show-own-data.js";
export { endPause, movePauseEnd, undoPause } from "./pauses/change-pause.js";
export {
  endPlacePause,
  findPlacePause,
  listPlacePauses,
  movePlacePauseEnd,
  type PlacePause,
  undoPlacePause,
  viewPlacePause,
} from "./pauses/change-place-pause.js";
export { findOwnPause, findPausing } from "./pauses/find-pause.js";
export { pauseInPassing, pausePerson } from "./pauses/pause-person.js";
export { pausePlace, previewPlacePause } from "./pauses/pause-place.js";
export { placesToPause } from "./pauses/places-to-pause.js";
export { tendPauses } from "./pauses/tend-pauses.js";
export { type PausePage, viewPause } from "./pauses/view-pause.js";
export {
  awaitsPhone,
  beginPhoneChange,
  changePhone,
} from "./people/accounts/change-phone.js";
export { contestMove } from "./people/accounts/contest-move.js";
export { decideMove } from "./people/accounts/decide-move.js";
export { whereMoved } from "./people/accounts/has-moved.js";
export { findByOwnNumber, moveAccount } from "./people/accounts/move-account.js";
export { chooseLanguage } from "./people/choose-language.js";
export { ensureNationalAdmins } from "./people/ensure-national-admins.js";
export { findSpeaker } from "./people/find-speaker.js";
export { noteUnreachable } from "./people/note-unreachable.js";
export { resumeMessages } from "./people/resume-messages.js";
export { stopMessages } from "./people/stop-messages.js";
export { viewProfile } from "./people/view-profile.js";
export { bringMissed, welcomeBack } from "./people/welcome-back.js";
export { nameOfPlace, pathToPlace, placesWithin } from "./places.js";
export { askOfficeForPlans } from "./plans/ask-office-for-plans.js";
export { nameOfChanger, ownPlans, wordsBesidePlan } from "./plans/own-plans.js";
export { planToFillIn } from "./plans/plan-to-fill-in.js";
export { endRemindersOfAll } from "./plans/reminders/end-reminders.js";
export { remindOfPlans } from "./plans/reminders/remind-of-plans.js";
export { remindOfSnoozed } from "./plans/reminders/remind-of-snoozed.js";
export { snoozeMoments, snoozeReminder } from "./plans/reminders/snooze-reminder.js";
export { sayNoPlanYet } from "./plans/say-no-plan-yet.js";
export { beginStandIn, openStandIn, type WhoFor } from "./plans/stand-in/open-stand-in.js";
export { stopAskingForPlans } from "./plans/stop-asking-for-plans.js";
export { writeWorkPlan } from "./plans/write-work-plan.js";
export { addWave } from "./programme/add-wave.js";
export { type ClassChange, changeClass } from "./programme/change-class.js";
export { createClass } from "./programme/create-class.js";
export { openCohort } from "./programme/open-cohort.js";
export { makePractice } from "./programme/practice/make-practice.js";
export { removePractice } from "./programme/practice/remove-practice.js";
export { usePractice } from "./programme/practice/use-practice.js";
export { practiceToRemove, viewPractice } from "./programme/practice/view-practice.js";
export { removeClass } from "./programme/remove-class.js";
export { addSession } from "./programme/sessions/add-sessions.js";
export { changeSession, changeSessions } from "./programme/sessions/change-session.js";
export { hasBegun, shiftClass, whyNoShift } from "./programme/shift-class.js";
export { planOfWave, planSimulation, simulateWave } from "./programme/simulate-wave.js";
export { usualClassName } from "./programme/usual-class-name.js";
export { havePlacesChanged, viewPlaceChanges } from "./programme/view-place-changes.js";
export {
  type ProgrammeView,
  viewClassSetUp,
  viewCohort,
  viewProgramme,
  viewProvinceOfWave,
  viewWave,
  wavesForCopy,
} from "./programme/view-programme.js";
export { viewShift } from "./programme/view-shift.js";
export * from "./registration/index.js";
export { addFilesToReport } from "./reports/add-files-to-report.js";
export { addLateFile } from "./reports/add-late-file.js";
export { askForHelp } from "./reports/ask-for-help.js";
export { authorFor } from "./reports/author-for.js";
export { copyEvidence } from "./reports/copy-evidence.js";
export { mayCorrectReport } from "./reports/filling-in/may-correct-report.js";
export { changedReport, newerReport } from "./reports/filling-in/report-meanwhile.js";
export { reportSentSince } from "./reports/filling-in/report-sent-since.js";
export { reportToAddTo, reportToFillIn } from "./reports/filling-in/report-to-fill-in.js";
export { findEvidence } from "./reports/find-evidence.js";
export { findReport } from "./reports/find-report.js";
export { keepEvidence } from "./reports/keep-evidence.js";
export {
  type RecordProgressReportInput,
  type RecordProgressReportOutcome,
  recordProgressReport,
} from "./reports/record-progress-report.js";
export { findReview, type NextReview, nextReview, openReview } from "./reports/review/next-review.js";
export { ownPlansReviewed } from "./reports/review/own-standings.js";
export type { ReportUnderReview } from "./reports/review/report-under-review.js";
export { type ReviewReportOutcome, reviewReport } from "./reports/review/review-report.js";
export { aboutReport, lastReport, latestReport, reportReceipt } from "./reports/view-report.js";
export { whatChanged } from "./reports/what-changed.js";
export { classesToFill } from "./roster/classes-to-fill.js";
export { previewImport, saveImport, shownOfImport, type UndoImportOutcome, undoImport } from "./roster/save-import.js";
export type { Shown } from "./roster/what-was-shown.js";
export { changeRules, previewRules, type RulesPreview } from "./rules/change-rules.js";
export { refreshRules, withRulesNow } from "./rules/rules-now.js";
export { previewTakeBack, takeRulesBack } from "./rules/take-rules-back.js";
export { type RulesVersionView, type RulesView, viewRules } from "./rules/view-rules.js";
export { acceptInvitation, type InvitationProof } from "./staff/accept-invitation.js";
export {
  beginInvitation,
  begunInvitation,
  findInvitation,
  forgetInvitation,
  matchedInvitation,
  noteNumberMatched,
} from "./staff/begun-invitation.js";
export { type SpreadView, spreadTrainers, viewSpread } from "./staff/classes/spread-trainers.js";
export { teachClass } from "./staff/classes/teach-class.js";
export { inviteStaff, renewInvitation, type StaffWish } from "./staff/invite-staff.js";
export { type InvitationLine, listInvitations } from "./staff/list-invitations.js";
export { nameStaff } from "./staff/name-staff.js";
export { giveBackRole, revokeRole } from "./staff/revoke-role.js";
export { listStaff, type StaffView, viewStaff } from "./staff/view-staff.js";
export { decideConsent, dropGuardian, recordGuardian, removeStory } from "./stories/decide-consent.js";
export { exportStories } from "./stories/export-stories.js";
export { findOwnStory, findStory, findStoryPhotos } from "./stories/find-story.js";
export { flagStory, listStory, nameChampion } from "./stories/propose-story.js";
export { sendStories } from "./stories/send-stories.js";
export { wantStories } from "./stories/subscribe-to-stories.js";
export { mayTellStory, tellStory } from "./stories/tell-story.js";
export { typeStory } from "./stories/type-story.js";
export { hasStoriesToTell, ownStories, storiesOf, storyPlaces, viewStoryDesk } from "./stories/view-stories.js";
export { addToAlbum } from "./threads/add-to-album.js";
export { type AskTrainersOutcome, askTrainers } from "./threads/ask-trainers.js";
export { type CloseThreadOutcome, closeThread } from "./threads/close-thread.js";
export { findAsked, findThread } from "./threads/find-thread.js";
export { listQuestions } from "./threads/list-questions.js";
export { openThread } from "./threads/open-thread.js";
export {
  dropAnswer,
  findQuickAnswer,
  keepAnswer,
  listQuickAnswers,
  type WriteAnswerOutcome,
  writeAnswer,
} from "./threads/quick/quick-answers.js";
export { type ReplyInThreadOutcome, replyInThread, thankForAnswer } from "./threads/reply-in-thread.js";
export { unreadMessages } from "./threads/thread-messages.js";
export { threadsBehind, viewAsking } from "./threads/view-asking.js";
export { escalateQuestions } from "./threads/waiting/escalate-questions.js";
export { hurryTrainers } from "./threads/waiting/hurry-trainers.js";
export { passAnswersOn } from "./threads/waiting/pass-answers-on.js";
export { passOnAnew } from "./threads/waiting/pass-on-anew.js";
export { repeatQuestions } from "./threads/waiting/repeat-questions.js";
export { tellOfUndelivered } from "./threads/waiting/tell-of-undelivered.js";
export { unansweredQuestions } from "./threads/waiting/unanswered-questions.js";
export { type WaitingCounts, waitingCounts } from "./threads/waiting/waiting-counts.js";
export { previewWorkbook, type WorkbookPreview } from "./workbook/preview-workbook.js";
export { programmeInWorkbook } from "./workbook/programme-in-workbook.js";
export { saveWorkbook } from "./workbook/save-workbook.js";
