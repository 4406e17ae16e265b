// The table of routes: every button, who may press it and what answers; the shapes of its ids stand in domain/messages/actions.ts. A
// missing line does not compile, nor one whose handler wants other ids than the button carries.
import { ANNOUNCEMENT_ROUTES } from "./announcement-routes.js";
import { CASELOAD_ROUTES } from "./caseload-routes.js";
import { CLASS_ROUTES } from "./class-routes.js";
import { OVERVIEW_ROUTES } from "./overview-routes.js";
import { OWN_DATA_ROUTES } from "./own-data-routes.js";
import { PAUSE_ROUTES } from "./pause-routes.js";
import { PLAN_ROUTES } from "./plan-routes.js";
import { PROGRAMME_ROUTES } from "./programme/programme-routes.js";
import { RULE_ROUTES } from "./programme/rule-routes.js";
import { REGISTRATION_ROUTES } from "./registration-routes.js";
import type { Routes } from "./route.js";
import { STORY_ROUTES } from "./story-routes.js";
import { TALK_ROUTES } from "./talk-routes.js";

export const ROUTES: Routes = {
  ...TALK_ROUTES,
  ...OWN_DATA_ROUTES,
  ...REGISTRATION_ROUTES,
  ...CLASS_ROUTES,
  ...PLAN_ROUTES,
  ...PAUSE_ROUTES,
  ...CASELOAD_ROUTES,
  ...OVERVIEW_ROUTES,
  ...ANNOUNCEMENT_ROUTES,
  ...PROGRAMME_ROUTES,
  ...RULE_ROUTES,
  ...STORY_ROUTES,
};
