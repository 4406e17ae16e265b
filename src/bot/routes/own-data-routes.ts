// One's own data, files with a purpose, who did what (audit); and what operators look after.

import { exportTheAudit, findInAudit, showAudit } from "../audit/audit-handlers.js";
import { openExports } from "../exports/exports-handlers.js";
import { judgeParked } from "../operations/parked-updates.js";
import { judgeRestore } from "../operations/restored.js";
import { judgeUnknown } from "../operations/unknown-posts.js";
import { showErasures } from "../own-data/erasures.js";
import { erase, keepData } from "../own-data/own-data-handlers.js";
import type { Routes } from "./route.js";

export const OWN_DATA_ROUTES = {
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
