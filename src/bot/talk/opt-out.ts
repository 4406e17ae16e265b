// /berhenti and /mulai: which messages somebody does not want, by kind.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { OPT_OUTS, type OptOut } from "../../domain/messages/post-kind.js";
import { resumeMessages, stopMessages } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "./main-menu.js";

const EVERYTHING = "all";

export async function chooseOptOut(ctx: KnownContext): Promise<void> {
  const { actor, texts } = ctx;
  const { optedOut } = actor.person;
  const open = OPT_OUTS.filter((kind) => !optedOut.includes(kind));
  const choices = open.map((kind): Button[] => [{ label: texts.optOut.stop[kind], data: action("opt_out", kind) }]);
  const buttons = [
    ...choices,
    ...(open.length > 1 ? [[{ label: texts.optOut.all, data: action("opt_out", EVERYTHING) }]] : []),
    ...(optedOut.length > 0 ? [[resumeButton(ctx)]] : []),
  ];
  const message = open.length === 0 ? texts.optOut.stopped(optedOut) : texts.optOut.ask(optedOut);
  await send(ctx, { ...message, buttons });
}

export async function optOut(ctx: KnownContext, [what]: Ids<"opt_out">): Promise<void> {
  const { actor, texts, world } = ctx;
  const stop = what === EVERYTHING ? OPT_OUTS : [what];
  const stopped: OptOut[] = await stopMessages(world, actor, stop);
  await show(ctx, { ...texts.optOut.stopped(stopped), buttons: [[resumeButton(ctx)]] });
}

export async function optIn(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const changed = await resumeMessages(world, actor);
  await show(ctx, {
    ...(changed ? texts.optOut.resumed() : texts.optOut.alreadyOn()),
    buttons: menuButtons(actor, texts),
  });
}

function resumeButton({ texts }: BotContext): Button {
  return { label: texts.optOut.resume, data: action("opt_in"), tone: "primary" };
}
