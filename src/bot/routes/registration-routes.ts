// Consent, invitations, and who may act for a library.
import { consented, explainNotice, refused, showNotice } from "../gate/notice/notice.js";
import { askForPhone, decideAccount, moveHere, notMe, showProfile } from "../registration/account-handlers.js";
import {
  adopt,
  compareEntries,
  letThemIn,
  showAdmission,
  showAdmissions,
  turnAway,
} from "../registration/admission-handlers.js";
import { cancelCode, declineOver, makeCode, showHandover, takeOverLibrary } from "../registration/handover-handlers.js";
import { agreeAndAccept } from "../registration/invitation-handlers.js";
import { areOnePerson, areTwoPeople } from "../registration/same-person.js";
import type { Routes } from "./route.js";

export const REGISTRATION_ROUTES = {
  consent: { who: "everyone", beforeConsent: true, run: consented },
  notice: { who: "everyone", beforeConsent: true, run: showNotice },
  explain: { who: "everyone", beforeConsent: true, run: explainNotice },
  refuse: { who: "everyone", beforeConsent: true, run: refused },
  profile: { who: "known", run: (ctx) => showProfile(ctx) },
  change_phone: { who: "known", run: askForPhone },
  move_account: { who: "known", run: moveHere },
  not_me: { who: "everyone", beforeConsent: true, run: notMe },
  hand_over: { who: "participant", run: showHandover },
  hand_over_code: { who: "participant", run: makeCode },
  hand_over_cancel: { who: "participant", run: cancelCode },
  take_over: { who: "known", run: takeOverLibrary },
  decline_over: { who: "known", run: declineOver },
  decide_move: { who: "trainer", run: decideAccount },
  accept: { who: "everyone", beforeConsent: true, run: agreeAndAccept },
  admissions: { who: "trainer", run: showAdmissions },
  admission: { who: "trainer", run: showAdmission },
  let_in: { who: "trainer", run: letThemIn },
  turn_away: { who: "trainer", run: turnAway },
  same_person: { who: "trainer", run: areOnePerson },
  other_person: { who: "trainer", run: areTwoPeople },
  compare: { who: "participant", run: compareEntries },
  adopt: { who: "participant", run: adopt },
} satisfies Partial<Routes>;
