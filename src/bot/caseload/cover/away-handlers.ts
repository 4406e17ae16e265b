// When a trainer is away, and for whom they cover: the page, and its buttons. Who may is decided by the use cases, at every press.
import { action, type Ids } from "../../../domain/messages/action.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { isTrainer } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";
import { type AwayView, absenceWords, declineCover, endAbsence, viewAway } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { refuse } from "../../kit/refuse.js";
import { show } from "../../kit/show.js";
import { showStaff } from "../../programme/staff/staff-handlers.js";
import { toStaff } from "../../programme/staff/staff-screens.js";

export async function showAway(ctx: KnownContext, [personId]: Ids<"away">): Promise<void> {
  // An admin who is no trainer says it for somebody on the list.
  if (personId === null && !isTrainer(ctx.actor)) return showStaff(ctx, [0]);
  const view = await viewAway(ctx.world, ctx.actor, personId ?? ctx.actor.person.id);
  await (view.kind === "found" ? show(ctx, awayPage(ctx.texts, view, ctx.world.clock.now())) : refuse(ctx));
}

export async function sayThatAway(ctx: KnownContext, [personId]: Ids<"say_away">): Promise<void> {
  const id = personId ?? ctx.actor.person.id;
  const view = await viewAway(ctx.world, ctx.actor, id);
  await (view.kind === "found" ? startForm(ctx, "away", `person:${id}`) : refuse(ctx));
}

export async function changeCover(ctx: KnownContext, [absenceId]: Ids<"change_cover">): Promise<void> {
  await startForm(ctx, "cover", `absence:${absenceId}`);
}

export async function comeBack(ctx: KnownContext, [absenceId]: Ids<"end_absence">): Promise<void> {
  const outcome = await endAbsence(ctx.world, ctx.actor, absenceId);
  if (outcome.kind === "not_yours") return refuse(ctx);
  const { personId } = outcome.absence;
  const isSelf = personId === ctx.actor.person.id;
  const back = { label: ctx.texts.cover.menu, data: isSelf ? action("away") : action("away", personId) };
  await show(ctx, { ...ctx.texts.cover.ended(), buttons: [[back]] });
}

export async function cannotCover(ctx: KnownContext, [absenceId]: Ids<"decline_cover">): Promise<void> {
  const { cover } = ctx.texts;
  const outcome = await declineCover(ctx.world, ctx.actor, absenceId);
  if (outcome.kind === "not_yours") return refuse(ctx);
  const said = outcome.kind === "declined" ? cover.declined(absenceWords(outcome.absence)) : cover.over();
  await show(ctx, { ...said, buttons: [[{ label: cover.menu, data: action("away") }]] });
}

function awayPage(texts: Texts, { person, isSelf, absences, covering }: AwayView, now: Date): Message {
  const { cover } = texts;
  const rows = absences.map((absence): Button[] => {
    const { from } = absenceWords(absence);
    return [
      { label: cover.chooseFor(from), data: action("change_cover", absence.id) },
      {
        label: absence.startsAt <= now ? cover.back : cover.callOff(from),
        data: action("end_absence", absence.id),
      },
    ];
  });
  const noes = isSelf
    ? covering.map(({ id, person: { name } }): Button[] => [
        { label: cover.cannotFor(name), data: action("decline_cover", id) },
      ])
    : [];
  const page = {
    name: person.name,
    isSelf,
    absences: absences.map(absenceWords),
    covering: covering.map(absenceWords),
  };
  return {
    ...cover.page(page),
    buttons: [
      ...rows.flatMap((row) => row.map((button) => [button])),
      ...noes,
      [{ label: cover.say, data: isSelf ? action("say_away") : action("say_away", person.id) }],
      [isSelf ? { label: texts.classPages.menu, data: action("classes") } : toStaff(texts, person.id)],
    ],
  };
}
