// Somebody's number and Telegram account: /profil, another number, and moving to another account.
import { action, type Ids } from "../../domain/messages/action.js";
import { isKnown, zoneOf } from "../../domain/people/person.js";
import { readContactPhone, writePhone } from "../../domain/people/phone.js";
import { dayIn } from "../../domain/time/calendar.js";
import { plainDay } from "../../texts/dates.js";
import { textsFor } from "../../texts/index.js";
import {
  awaitsPhone,
  beginPhoneChange,
  changePhone,
  contestMove,
  decideMove,
  moveAccount,
  ownParticipations,
  ownStories,
  unfinishedDrafts,
  viewProfile,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { loadActor } from "../gate/actor.js";
import { inputOf } from "../kit/input.js";
import { once } from "../kit/once.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { handoverButtons } from "./handover-handlers.js";
import { registrationReceipt } from "./registration-receipt.js";
import { welcome } from "./welcome.js";

/** /saya: the receipt of registration again, behind it the number and the account; for those who take no part, these at once. */
export async function showMe(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const [latest] = await ownParticipations(world, actor);
  if (latest === undefined) return showProfile(ctx, send);
  const { stories } = await ownStories(world, actor);
  const own = [
    [{ label: texts.account.open, data: action("profile") }],
    [{ label: texts.pauses.menu, data: action("pause", null) }],
    ...(stories.length > 0 ? [[{ label: texts.stories.own.back, data: action("stories") }]] : []),
  ];
  const buttons = [...own, ...menuButtons(actor, texts)];
  await send(ctx, { ...(await registrationReceipt(world, texts, latest.id)), buttons });
}

export async function showProfile(ctx: KnownContext, say: typeof send | typeof show = show): Promise<void> {
  const { actor, texts, world } = ctx;
  if (actor.roles.length === 0 && !actor.takesPart) return welcome(ctx, null);
  const { person, boundAt } = await viewProfile(world, actor);
  const since = boundAt === null ? null : plainDay(texts.language, dayIn(zoneOf(person), boundAt));
  const phone = person.phone === null ? null : writePhone(person.phone);
  await say(ctx, {
    ...texts.account.profile({ name: person.name, phone, since }),
    buttons: [
      [{ label: texts.account.changePhone, data: action("change_phone") }],
      ...(await handoverButtons(ctx)),
      [{ label: texts.common.menu, data: action("menu") }],
    ],
  });
}

export async function askForPhone(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  if (actor.roles.length === 0 && !actor.takesPart) return welcome(ctx, null);
  await ctx.conversation.exitAll();
  await beginPhoneChange(world, actor);
  await send(ctx, { ...texts.account.askPhone(), keyboard: { askContact: texts.account.sharePhone, choices: [] } });
}

/** A shared contact outside of forms: the answer to askForPhone(). False when nothing waits for one. */
export async function takePhone(ctx: BotContext): Promise<boolean> {
  const { actor, texts, world } = ctx;
  const input = inputOf(ctx);
  if (input.kind !== "contact" || !isKnown(actor) || !(await awaitsPhone(world, actor))) return false;
  const reading = input.own ? readContactPhone(input.phone) : null;
  if (reading === null || !reading.ok) {
    await send(ctx, texts.account.notOwnPhone());
    return true;
  }
  const outcome = await changePhone(world, actor, reading.phone);
  const { phoneChanged, phoneSame, phoneTaken } = texts.account;
  const written = writePhone(outcome.phone);
  const words = { changed: () => phoneChanged(written), same: () => phoneSame(written), taken: phoneTaken };
  await send(ctx, { ...words[outcome.kind](), keyboard: "remove" });
  await showProfile(ctx as KnownContext, send);
  return true;
}

/** Under "registered to …": yes, that is me. */
export async function moveHere(ctx: KnownContext, [personId]: Ids<"move_account">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await moveAccount(world, actor, { personId, updateId: ctx.update.update_id });
  const { account } = texts;
  switch (outcome.kind) {
    case "moved": {
      // Else the open form's state would be written back when this update is over.
      await ctx.conversation.exitAll();
      const moved: BotContext = ctx;
      moved.actor = await loadActor(world, actor.telegramId, texts.language);
      moved.texts = textsFor(moved.actor.language);
      // What they had begun came along.
      moved.begun = once(() => unfinishedDrafts(world, moved.actor));
      await send(moved, { ...moved.texts.account.moved(outcome.person.name), keyboard: "remove" });
      return welcome(moved, null);
    }
    case "asked":
      return send(ctx, account.asked());
    case "refused":
      return send(ctx, account.refused());
    case "named_in_configuration":
      return send(ctx, account.namedAdmin());
    case "not_yours":
      return refuse(ctx, account.notYours());
  }
}

export async function notMe(ctx: BotContext, [moveId]: Ids<"not_me">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await contestMove(world, actor, { moveId, updateId: ctx.update.update_id });
  if (outcome.kind === "not_yours") return refuse(ctx);
  if (outcome.kind === "too_late") return refuse(ctx, texts.account.tooLate());
  ctx.actor = await loadActor(world, actor.telegramId);
  // Until now a stranger pressed, whose language was a guess.
  ctx.texts = textsFor(ctx.actor.language);
  await show(ctx, { ...ctx.texts.account.contested(), buttons: menuButtons(ctx.actor, ctx.texts) });
}

export async function decideAccount(ctx: KnownContext, [moveId, verdict]: Ids<"decide_move">): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await decideMove(world, actor, { moveId, verdict, updateId: ctx.update.update_id });
  if (outcome.kind === "not_yours") return refuse(ctx);
  const say =
    outcome.kind === "overtaken" ? texts.account.overtaken() : texts.account.decided(outcome.person.name, verdict);
  await show(ctx, { ...say, buttons: menuButtons(actor, texts) });
}
