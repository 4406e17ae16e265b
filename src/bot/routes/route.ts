// What a line in the table of routes says: who may press the button, and what answers.
import type { ActionName, Ids } from "../../domain/messages/action.js";
import type { Who } from "../../domain/people/is-among.js";
import type { BotContext, KnownContext } from "../context.js";

interface Open<Name extends ActionName> {
  who: "everyone";
  run(ctx: BotContext, ids: Ids<Name>): Promise<unknown>;
}

interface Guarded<Name extends ActionName> {
  who: Exclude<Who, "everyone">;
  run(ctx: KnownContext, ids: Ids<Name>): Promise<unknown>;
}

/** `beforeConsent`: it serves the person's own rights, so it is answered also while a notice waits to be agreed to. */
export type Route<Name extends ActionName> = (Open<Name> | Guarded<Name>) & { beforeConsent?: true };

export type Routes = { [Name in ActionName]: Route<Name> };
