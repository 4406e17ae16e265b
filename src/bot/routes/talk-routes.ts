// The menu, language, forms that were put aside, messages one wants or not.

import { answerMissed } from "../gate/coming-back.js";
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
} satisfies Partial<Routes>;
