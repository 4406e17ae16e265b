// What can happen with announcements.
export { announcementProgress, latestAnnouncements } from "./afterwards/announcement-progress.js";
export { askToRead, type Reading, readingOf } from "./afterwards/ask-to-read.js";
export { decideUnknown } from "./afterwards/decide-unknown.js";
export { exportLedger } from "./afterwards/export-ledger.js";
export { listReceivers } from "./afterwards/list-receivers.js";
export { markRead } from "./afterwards/mark-read.js";
export { resendFailed } from "./afterwards/resend-failed.js";
export type { AnnouncementProblem } from "./announcement-problem.js";
export {
  approveAnnouncement,
  rejectAnnouncement,
  reviewAnnouncement,
  SEEN_CHARACTERS,
} from "./approval/approve-announcement.js";
export { audienceReach } from "./audience-terms.js";
export { exportCalls, hasCalls } from "./calls/export-calls.js";
export { listCallLists, listCalls } from "./calls/list-calls.js";
export { noteCalled } from "./calls/note-called.js";
export { openCall } from "./calls/open-call.js";
export { tellTrainers } from "./calls/tell-trainers.js";
export { cardMessage } from "./card/announcement-card.js";
export { correctionMessage } from "./card/correction-message.js";
export {
  followAnnouncement,
  followCorrection,
  followCorrectionOfDraft,
  followDraft,
} from "./card/follow-announcement.js";
export { updateAnnouncementCards } from "./card/update-cards.js";
export {
  ANNOUNCEMENT_FORM,
  type AnnouncementDraft,
  announcementDrafts,
  newAnnouncementSubject,
} from "./compose/announcement-drafts.js";
export { audienceOptions, countAudience, describeAudience } from "./compose/choose-audience.js";
export {
  forgetSavedAudience,
  saveAudience,
  savedAudiences,
  takeSavedAudience,
} from "./compose/save-audience.js";
export { amendAnnouncement } from "./corrections/amend-announcement.js";
export {
  approveCorrection,
  rejectCorrection,
  reviewCorrection,
} from "./corrections/approve-correction.js";
export {
  type CorrectionView,
  correctionProgress,
  latestCorrection,
} from "./corrections/correction-progress.js";
export type { CorrectionProblem } from "./corrections/judge-correction.js";
export { previewCorrection } from "./corrections/preview-correction.js";
export { askWithdrawal, withdrawAnnouncement } from "./corrections/withdraw-announcement.js";
export { noteSamples, type PreviewOutcome, previewAnnouncement } from "./preview-announcement.js";
export { problemWords } from "./problem-words.js";
export { publishAnnouncement } from "./publish-announcement.js";
export { announcementToChange } from "./schedule/announcement-to-change.js";
export { changeAnnouncement, isChangeable } from "./schedule/change-announcement.js";
export { changeButton } from "./schedule/held-buttons.js";
export { sendScheduled } from "./schedule/send-scheduled.js";
export { cancelAnnouncement } from "./steering/cancel-announcement.js";
export { pauseAnnouncement } from "./steering/pause-announcement.js";
export { resumeAnnouncement } from "./steering/resume-announcement.js";
