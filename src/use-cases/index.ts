// What can happen, in the order in which it does: the table of contents.
export { ensureNationalAdmins } from "./people/ensure-national-admins.js";
export { findInvited } from "./registration/find-invited.js";
export { giveConsent } from "./registration/give-consent.js";
export { refuseConsent } from "./registration/refuse-consent.js";
export { registerParticipant } from "./registration/register-participant.js";
