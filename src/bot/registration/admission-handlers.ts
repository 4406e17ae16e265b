// Who may act for a library: the list of a class, one person's page, yes and no; and the entries that were kept apart.

import { action, type Ids } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import type { AdmissionCase } from "../../ports/people/admissions.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import { paragraphs } from "../../texts/rich.js";
import {
  adoptEntries,
  decideAdmission,
  findEntriesApart,
  openAdmission,
  openAdmissions,
  requestMessage,
} from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";

export async function showAdmissions(ctx: KnownContext, [classId, wanted]: Ids<"admissions">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await openAdmissions(world, actor, classId, wanted);
  if (found.kind !== "found") return refuse(ctx);
  const { trainingClass, counts, shown, page, last } = found;
  const list = listScreen(texts, texts.admission.list({ className: trainingClass.name, ...counts }), {
    rows: shown.map(({ participant: { id, person, admission } }) => [
      { label: texts.admission.entry(person.name, admission), data: action("admission", id) },
    ]),
    pages: { at: { page, last }, to: (at) => action("admissions", trainingClass.id, at) },
    back: [{ label: texts.classPages.toClass, data: action("class", trainingClass.id) }],
  });
  await show(ctx, list);
}

export async function showAdmission(ctx: KnownContext, [id]: Ids<"admission">): Promise<void> {
  const { actor, world } = ctx;
  const found = await openAdmission(world, actor, id);
  if (found.kind !== "found") return found.kind === "gone" ? gone(ctx) : refuse(ctx);
  await show(ctx, admissionPage(ctx, found.admission));
}

export async function letThemIn(ctx: KnownContext, ids: Ids<"let_in">): Promise<void> {
  await decide(ctx, ids, "yes");
}

export async function turnAway(ctx: KnownContext, ids: Ids<"turn_away">): Promise<void> {
  await decide(ctx, ids, "no");
}

async function decide(ctx: KnownContext, [id, undoes]: Ids<"let_in">, decision: "yes" | "no"): Promise<void> {
  const { actor, texts, world } = ctx;
  const outcome = await decideAdmission(world, actor, { participantId: id, decision, undoes });
  if (outcome.kind === "gone") return gone(ctx);
  if (outcome.kind === "not_yours") return refuse(ctx);
  if (outcome.kind === "decided") return show(ctx, admissionPage(ctx, outcome.admission));
  const { participant } = outcome.admission;
  const { said, undoYes, undoNo } = texts.admission;
  const words = { name: participant.person.name, library: participant.library.name };
  const undo = (label: string, data: string): Button[][] => [
    [{ label, data }],
    ...backToList(ctx, participant.trainingClass),
  ];
  switch (outcome.kind) {
    case "admitted":
      return show(ctx, {
        ...said.yes({ ...words, plans: outcome.merged?.plans ?? 0 }),
        buttons: undo(undoYes, action("turn_away", participant.id, true)),
      });
    case "refused":
      return show(ctx, {
        ...said.no({ ...words, parted: outcome.parted }),
        buttons: undo(undoNo, action("let_in", participant.id, true)),
      });
    case "invited":
      return show(ctx, { ...said.invited(words.name), buttons: backToList(ctx, participant.trainingClass) });
  }
}

/** Their page: what is asked, or how it was decided, with the other answer as a button. */
export function admissionPage({ actor, texts }: BotContext, found: AdmissionCase): Message {
  const { participant } = found;
  const { id, admission, person, trainingClass } = participant;
  const request = requestMessage(texts, found, "asked", person.zone ?? actor.person?.zone ?? trainingClass.zone);
  const back = backToList({ texts }, trainingClass);
  if (admission === "waiting" || admission === "begun") {
    return {
      ...paragraphs(texts.admission.standing[admission](), request),
      buttons: [...(request.buttons ?? []), ...back],
    };
  }
  const { about, decidedBy, standing, undoNo, undoYes } = texts.admission;
  const by =
    found.decidedBy === null || found.decidedBy.name === ""
      ? standing[admission]()
      : decidedBy(admission, found.decidedBy.name);
  const other =
    admission === "refused"
      ? { label: undoNo, data: action("let_in", id, true) }
      : { label: undoYes, data: action("turn_away", id, true) };
  return {
    ...paragraphs(about(person.name, participant.library.name), by),
    buttons: [[other], ...back],
  };
}

/** What somebody who was let in entered before, beside what the library has. */
export async function compareEntries(ctx: KnownContext, [ownId]: Ids<"compare">): Promise<void> {
  const { actor, texts, world } = ctx;
  const found = await findEntriesApart(world, actor, ownId);
  if (found.kind === "not_yours") return gone(ctx, texts.admission.notThere());
  if (found.kind === "adopted") return show(ctx, adopted(ctx, found.plan));
  await show(ctx, {
    ...texts.admission.compared(found),
    buttons: [
      [{ label: texts.admission.adopt, data: action("adopt", found.own.id), tone: "primary" }],
      [{ label: texts.admission.keepTheirs, data: action("plan", found.ofLibrary.id) }],
    ],
  });
}

export async function adopt(ctx: KnownContext, [ownId]: Ids<"adopt">): Promise<void> {
  const { actor, texts, world } = ctx;
  const done = await adoptEntries(world, actor, ownId);
  if (done.kind !== "adopted") return gone(ctx, texts.admission.notThere());
  await show(ctx, adopted(ctx, done.plan));
}

function adopted({ texts }: BotContext, plan: WorkPlan): Message {
  return {
    ...texts.admission.adopted(plan.type),
    buttons: [[{ label: texts.workPlans.see(plan.type), data: action("plan", plan.id) }]],
  };
}

function backToList({ texts }: Pick<BotContext, "texts">, { id }: TrainingClass): Button[][] {
  return [[{ label: texts.admission.back, data: action("admissions", id) }]];
}

async function gone(ctx: BotContext, say = ctx.texts.admission.gone()): Promise<void> {
  await send(ctx, { ...say, buttons: menuButtons(ctx.actor, ctx.texts) });
}
