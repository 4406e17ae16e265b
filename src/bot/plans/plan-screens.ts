// /rencana: the three plans on one screen, each with its page or its form.
import { action, type Ids } from "../../domain/messages/action.js";
import { isWritten } from "../../domain/plans/work-plan.js";
import { belowLibrary } from "../../texts/layouts/plans-by-library.js";
import { paragraphs } from "../../texts/rich.js";
import { ownPlans, wordsBesidePlan } from "../../use-cases/index.js";
import { letterButtons } from "../completion/letter-handlers.js";
import type { BotContext, KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { send, show } from "../kit/show.js";
import { withNote } from "../registration/admission-note.js";
import { menuButtons } from "../talk/main-menu.js";
import { savedButtons } from "../talk/menu-with-saved-forms.js";
import { planView } from "./plan-facts.js";
import { planLabel } from "./plan-label.js";

export async function showPlans(ctx: BotContext, say = show): Promise<void> {
  const { texts, world, actor } = ctx;
  const plans = await ownPlans(ctx.world, ctx.actor);
  if (plans.length === 0) return send(ctx, { ...texts.workPlans.noPlans(), buttons: menuButtons(actor, texts) });
  const words = texts.workPlans;
  const buttons = plans.map((plan) => {
    const label = isWritten(plan.state) ? words.see(plan.type) : words.write(plan.type);
    return [{ label: planLabel(texts, plans, plan, label), data: action("plan", plan.id) }];
  });
  // Of two libraries one may be done: which of them has a letter is asked where anything is done at all.
  const isSomeDone = plans.some(({ state }) => state === "done");
  const list = {
    ...words.list(plans.map((plan) => planView(plan, world.clock.now()))),
    buttons: [...(await savedButtons(ctx)), ...(isSomeDone ? await letterButtons(ctx, plans) : []), ...buttons],
  };
  await say(ctx, withNote(texts, plans, list));
}

/** A written plan is shown; an unwritten one is asked for. */
export async function openPlan(ctx: KnownContext, [id]: Ids<"plan">): Promise<void> {
  const { texts, world } = ctx;
  const plans = await ownPlans(ctx.world, ctx.actor);
  const plan = plans.find((one) => one.id === id);
  if (plan === undefined) {
    await send(ctx, texts.common.oldMenu());
    return showPlans(ctx, send);
  }
  if (!isWritten(plan.state)) return startForm(ctx, "plan", `plan:${plan.id}`);
  const beside = await wordsBesidePlan(world, plan.id);
  const page = belowLibrary(plan, plans, texts.workPlans.page(planView(plan, world.clock.now())));
  await show(ctx, {
    ...(beside.length === 0 ? page : paragraphs(page, texts.duplicates.alsoWritten(beside))),
    buttons: [
      [{ label: texts.reports.about(plan.type), data: action("report", plan.id), tone: "primary" }],
      [
        { label: texts.workPlans.rewrite, data: action("rewrite", plan.id) },
        { label: texts.common.back, data: action("plans") },
      ],
    ],
  });
}

export async function rewritePlan(ctx: KnownContext, [id]: Ids<"rewrite">): Promise<void> {
  // Anyone who was forgotten still has old screens.
  await startForm(ctx, "plan", `plan:${id}`);
}
