// What a command is: its name, who may use it, and who answers it.
import type { Who } from "../../../domain/people/is-among.js";
import type { Texts } from "../../../texts/index.js";
import type { BotContext, KnownContext } from "../../context.js";

interface Named {
  name: string;
  aliases: string[];
  /** It serves the person's own rights, so it is answered also while a notice waits to be agreed to. */
  beforeConsent?: true;
  /** For participants, and of use to trainers and admins too. */
  forStaffToo?: true;
  about(texts: Texts): string;
}

/** `argument`: what stands behind the command. */
export type Command = Named &
  (
    | { who: "everyone"; run(ctx: BotContext, argument: string): Promise<void> }
    | { who: Exclude<Who, "everyone">; run(ctx: KnownContext, argument: string): Promise<void> }
  );
