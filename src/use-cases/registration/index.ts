// What can happen while somebody joins a library, or leaves it.
export { decideAdmission } from "./admission/decide-admission.js";
export { adoptEntries, findEntriesApart } from "./admission/entries/adopt-entries.js";
export { escalateAdmissions } from "./admission/escalate-admissions.js";
export { matchRoster } from "./admission/match-roster.js";
export { openAdmission, openAdmissions } from "./admission/open-admission.js";
export { requestMessage } from "./admission/tell-of-arrival.js";
export { classesToChoose, classToJoin } from "./classes-to-choose.js";
export { findInvited, findInvitedRow, type Invited } from "./find-invited.js";
export { giveConsent } from "./give-consent.js";
export {
  type FoundHandover,
  findHandover,
  type HandingOver,
} from "./handover/find-handover.js";
export {
  cancelHandover,
  type HandoverPage,
  handedOverLibrary,
  librariesToHandOver,
  offerHandover,
  viewHandover,
} from "./handover/offer-handover.js";
export { rememberedHandover, rememberHandover } from "./handover/remember-handover.js";
export { takeOver } from "./handover/take-over.js";
export {
  forgetJoining,
  NO_TOKEN,
  registrationSubject,
  rememberClass,
  rememberedClass,
  rememberNotice,
  shownNotice,
} from "./joining.js";
export { owedNotice, owedNoticeToJoin } from "./owed-notice.js";
export { ownParticipations } from "./own-participations.js";
export { refuseConsent } from "./refuse-consent.js";
export { registerParticipant } from "./register-participant.js";
export { viewReceipt } from "./view-receipt.js";
