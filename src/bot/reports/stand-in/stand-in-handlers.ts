// "Laporkan untuknya": a trainer tells of the plans of somebody who has not joined, or cannot be reached.
import { action, type Ids } from "../../../domain/messages/action.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button, Message } from "../../../domain/messages/message.js";
import { isWritten, PLAN_TYPES } from "../../../domain/plans/work-plan.js";
import type { Texts } from "../../../texts/index.js";
import { beginStandIn, openStandIn, type WhoFor } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { startForm } from "../../forms/fill-in-form.js";
import { show } from "../../kit/show.js";
import { planView } from "../../plans/plan-facts.js";
import { menuButtons } from "../../talk/main-menu.js";

export async function showStandIn(ctx: KnownContext, [participantId, rosterRowId]: Ids<"stand_in">): Promise<void> {
  const { actor, texts, world } = ctx;
  const { standIn: words, planWords } = texts;
  const found = await openStandIn(world, actor, whoFor(participantId, rosterRowId));
  if (found.kind === "found") {
    const lightOf = (type: (typeof PLAN_TYPES)[number]) => {
      const plan = found.plans.find((one) => one.type === type);
      return plan === undefined ? "" : `${planWords.lights[planView(plan, world.clock.now()).light]} `;
    };
    const buttons = PLAN_TYPES.map((type) => [
      {
        label: `${lightOf(type)}${planWords.types[type]}`,
        data: action("stand_in_plan", type, participantId, rosterRowId),
      },
    ]);
    return show(ctx, { ...words.choose(found), buttons: [...buttons, back(texts, participantId, rosterRowId)] });
  }
  const say = {
    can_write: () => words.canWrite(found.kind === "can_write" ? found.names : []),
    no_library: () => words.noLibrary(found.kind === "no_library" ? found.name : ""),
    no_plans: words.noPlans,
    not_yours: texts.caseload.notYours,
  }[found.kind]();
  const buttons = found.kind === "not_yours" ? menuButtons(actor, texts) : [back(texts, participantId, rosterRowId)];
  await show(ctx, { ...say, buttons });
}

/** Unwritten it is written first; else it can be reported on or changed. */
export async function openStandInPlan(
  ctx: KnownContext,
  [type, participantId, rosterRowId]: Ids<"stand_in_plan">,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const plan = await beginStandIn(world, actor, { type, ...whoFor(participantId, rosterRowId) });
  if (plan === null) return showStandIn(ctx, [participantId, rosterRowId]);
  if (!isWritten(plan.state)) return startForm(ctx, "plan", `plan:${plan.id}`);
  const toOthers = { label: texts.common.back, data: action("stand_in", participantId, rosterRowId) };
  const screen: Message = {
    ...texts.workPlans.page(planView(plan, world.clock.now())),
    buttons: [
      [{ label: texts.reports.about(type), data: action("report", plan.id), tone: "primary" }],
      ...rowsThatFit<Button>([{ label: texts.workPlans.rewrite, data: action("rewrite", plan.id) }, toOthers], 2),
    ],
  };
  await show(ctx, screen);
}

function whoFor(participantId: number | null, rosterRowId: number | null): WhoFor {
  return participantId === null ? { rosterRowId: rosterRowId ?? 0 } : { participantId };
}

function back({ caseload }: Texts, participantId: number | null, rosterRowId: number | null): Button[] {
  const data = participantId === null ? action("invited", rosterRowId ?? 0) : action("person", participantId);
  return [{ label: caseload.backToPerson, data }];
}
