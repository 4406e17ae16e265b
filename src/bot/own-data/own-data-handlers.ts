// /dataku and /hapus: what is kept about somebody, and how they are forgotten.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Message } from "../../domain/messages/message.js";
import { isKnown, type KnownActor } from "../../domain/people/person.js";
import { type ErasureHindrance, erasePerson, ownStories, showOwnData, viewErasure } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { confirmScreen } from "../kit/confirm.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

export async function sendOwnData(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return send(ctx, texts.ownData.nothingKept(world.settings.dataContact));
  const outcome = await showOwnData(world, actor, { updateId: ctx.update.update_id });
  if (outcome.kind === "too_soon") {
    return send(ctx, { ...texts.ownData.shownJustNow(), buttons: menuButtons(actor, texts) });
  }
  await send(ctx, { ...texts.ownData.page(), attachment: outcome.page });
  const { stories } = await ownStories(world, actor);
  const toStories = stories.length === 0 ? [] : [[{ label: texts.stories.own.back, data: action("stories") }]];
  await send(ctx, { ...texts.ownData.json(), attachment: outcome.json, buttons: toStories });
}

export async function askToErase(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  if (!isKnown(actor)) return send(ctx, texts.ownData.nothingKept(world.settings.dataContact));
  await send(ctx, eraseScreen(ctx, actor, await viewErasure(world, actor)));
}

/** The question, or what has to happen before it can be asked. */
function eraseScreen({ texts, world }: BotContext, actor: KnownActor, hindrance: ErasureHindrance | null): Message {
  const { ownData } = texts;
  const contact = world.settings.dataContact;
  const no = { label: ownData.eraseKeep, data: action("keep_data") };
  // With the person's id: an old button must not erase the one who registers on this phone later.
  const yes = (label: string, endsRoles: boolean) => ({ label, data: action("erase", actor.person.id, endsRoles) });
  switch (hindrance?.kind) {
    case undefined:
      return confirmScreen(ownData.eraseAsk(), { yes: yes(ownData.eraseConfirm, false), no });
    case "has_role":
      return confirmScreen(ownData.eraseAskStaff(hindrance.roles), { yes: yes(ownData.eraseConfirmStaff, true), no });
    case "last_admin":
      return {
        ...ownData.lastAdmin(contact),
        buttons: [[{ label: texts.staffDesk.addAdmin, data: action("invite_admin") }], ...menuButtons(actor, texts)],
      };
    case "named_in_configuration":
      return { ...ownData.namedAdmin(contact), buttons: menuButtons(actor, texts) };
  }
}

export async function erase(ctx: BotContext, [personId, endsRoles]: Ids<"erase">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await erasePerson(world, actor, { personId, endsRoles });
  switch (outcome.kind) {
    case "erased":
      // Else the open form's state would be written back when this update is over.
      await ctx.conversation.exitAll();
      return show(ctx, texts.ownData.erased(outcome.number));
    case "nobody":
      return isKnown(actor) ? keepData(ctx) : show(ctx, texts.ownData.nothingKept(world.settings.dataContact));
    default:
      // A role came, or the last colleague went, since the question was asked.
      return isKnown(actor) ? show(ctx, eraseScreen(ctx, actor, outcome)) : keepData(ctx);
  }
}

export async function keepData(ctx: BotContext): Promise<void> {
  const { actor, texts } = ctx;
  await show(ctx, { ...texts.ownData.kept(), buttons: menuButtons(actor, texts) });
}
