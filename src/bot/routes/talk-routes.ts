// The menu, language, forms that were put aside, messages one wants or not; one's own data; and what operators look after.

import { exportTheAudit, findInAudit, showAudit } from "../audit/audit-handlers.js";
import { openExports } from "../exports/exports-handlers.js";
import { answerMissed } from "../gate/coming-back.js";
import { judgeParked } from "../operations/parked-updates.js";
import { judgeRestore } from "../operations/restored.js";
import { judgeUnknown } from "../operations/unknown-posts.js";
import { showErasures } from "../own-data/erasures.js";
import { erase, keepData } from "../own-data/own-data-handlers.js";
import { welcome } from "../registration/welcome.js";
import { setLanguage } from "../talk/language.js";
import { optIn, optOut } from "../talk/opt-out.js";
import { discard, resume, showSaved } from "../talk/saved-forms.js";
import type { Routes } from "./route.js";

export const TALK_ROUTES = {
  menu: { who: "everyone", run: (ctx) => welcome(ctx, null) },
  language: { who: "everyone", beforeConsent: true, run: setLanguage },
  resume: { who: "known", run: resume },
  saved: { who: "known", run: (ctx, ids) => showSaved(ctx, ids) },
  discard: { who: "known", run: discard },
  opt_out: { who: "known", beforeConsent: true, run: optOut },
  opt_in: { who: "known", beforeConsent: true, run: optIn },
  missed: { who: "known", run: answerMissed },
  erase: { who: "everyone", beforeConsent: true, run: erase },
  keep_data: { who: "everyone", beforeConsent: true, run: keepData },
  unknowns: { who: "operator", run: judgeUnknown },
  parked: { who: "operator", run: judgeParked },
  restored: { who: "operator", run: judgeRestore },
  exports: { who: "admin", run: openExports },
  audit: { who: "admin", run: showAudit },
  audit_find: { who: "admin", run: findInAudit },
  export_audit: { who: "admin", run: exportTheAudit },
  erasures: { who: "operator", run: showErasures },
} satisfies Partial<Routes>;
