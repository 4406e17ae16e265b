// "Later" under a reminder: to which moment, and that it is noted.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Zone } from "../../domain/time/zone.js";
import { ownPlans, snoozeMoments, snoozeReminder } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { welcome } from "../registration/welcome.js";

/** The moments that can be chosen now, in place of the reminder: they carry its number, wherever they end up being shown. */
export async function chooseSnooze(ctx: KnownContext): Promise<void> {
  const { actor, texts } = ctx;
  const messageId = ctx.callbackQuery?.message?.message_id;
  const zone = await zoneOf(ctx, actor);
  if (messageId === undefined || zone === null) return send(ctx, texts.common.oldMenu()).then(() => welcome(ctx, null));
  const { moments, buttons } = await choices(ctx, actor, zone, messageId);
  const { ask, lastDay } = texts.workPlans.snooze;
  await show(ctx, { ...(moments > 0 ? ask() : lastDay()), buttons });
}

export async function snoozeUntil(ctx: KnownContext, [messageId, until]: Ids<"snooze_until">): Promise<void> {
  const { actor, texts, world } = ctx;
  const zone = await zoneOf(ctx, actor);
  if (zone === null) return send(ctx, texts.common.oldMenu()).then(() => welcome(ctx, null));
  const { snooze } = texts.workPlans;
  const answerNow = { buttons: [[reportButton(ctx)]] };
  const outcome = await snoozeReminder(world, actor, { messageId, until, saidAt: ctx.saidAt });
  switch (outcome.kind) {
    case "snoozed":
      return show(ctx, { ...snooze.noted({ zone, dueAt: outcome.until, left: outcome.left }), ...answerNow });
    case "snoozed_before":
      return show(ctx, { ...snooze.noted({ zone, dueAt: outcome.until, left: null }), ...answerNow });
    case "enough":
      return show(ctx, { ...snooze.enough(), ...answerNow });
    case "nothing_left":
      return show(ctx, { ...snooze.nothingLeft(), ...answerNow });
    case "not_then":
    case "beyond_due": {
      const said = outcome.kind === "not_then" ? snooze.pastThat() : snooze.beyondDue();
      return show(ctx, { ...said, buttons: (await choices(ctx, actor, zone, messageId)).buttons });
    }
  }
}

async function choices(ctx: BotContext, actor: KnownActor, zone: Zone, messageId: number) {
  const { texts, world } = ctx;
  const moments = (await snoozeMoments(world, actor, { messageId, zone })).map(({ kind, at }): Button[] => [
    {
      label: texts.workPlans.snooze.choice(kind, { zone, dueAt: at }),
      data: action("snooze_until", messageId, at),
    },
  ]);
  const pause = { label: texts.pauses.menu, data: action("pause", null) };
  return { moments: moments.length, buttons: [...moments, [pause], [reportButton(ctx)]] };
}

function reportButton({ texts }: BotContext): Button {
  return { label: texts.reports.open, data: action("reports") };
}

/** The person's own, else that of a class whose plans they have. */
async function zoneOf({ world }: BotContext, actor: KnownActor): Promise<Zone | null> {
  return actor.person.zone ?? (await ownPlans(world, actor))[0]?.trainingClass.zone ?? null;
}
