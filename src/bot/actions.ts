// Who answers which button. Every action has its line; a missing one does not compile.
import type { ActionName } from "../domain/action.js";
import type { BotContext } from "./context.js";
import { resumeForm } from "./handlers/fallback.js";
import { setLanguage } from "./handlers/language.js";
import { consented, refused, welcome } from "./handlers/start.js";

export const ACTION_HANDLERS: Record<ActionName, (ctx: BotContext, ids: string[]) => Promise<unknown>> = {
  menu: (ctx) => welcome(ctx, null),
  consent: consented,
  refuse: refused,
  language: setLanguage,
  resume: async (ctx) => (await resumeForm(ctx)) || welcome(ctx, null),
};
