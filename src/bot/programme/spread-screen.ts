// Classes without a trainer are given out together: who would get which, then one button that does it.
import { action, type Ids } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Message } from "../../domain/messages/message.js";
import { type SpreadView, spreadTrainers, viewSpread } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { noteStaffLook } from "./staff/note-staff-look.js";

const CHOICES = [1, 2, 3, 4, 5];
/** Where it begins; the other numbers are one press away. */
const FIRST_SHOWN = 2;

interface Wish {
  waveId: number;
  provinceCode: string;
  most: number;
}

export async function showSpread(ctx: KnownContext, [waveId, provinceCode, most]: Ids<"spread">): Promise<void> {
  const wish = { waveId, provinceCode, most: most || FIRST_SHOWN };
  const view = await viewSpread(ctx.world, ctx.actor, wish);
  await (view.kind === "found" ? propose(ctx, view, wish) : refuse(ctx));
}

export async function spread(
  ctx: KnownContext,
  [waveId, provinceCode, most, mark]: Ids<"confirm_spread">,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const wish = { waveId, provinceCode, most };
  const outcome = await spreadTrainers(world, actor, { ...wish, mark });
  if (outcome.kind === "not_allowed") return refuse(ctx);
  if (outcome.kind === "changed") return propose(ctx, outcome.view, wish);
  await show(ctx, { ...texts.staffDesk.spread.done(outcome.view.given.length), buttons: [[back(ctx, wish)]] });
}

async function propose(ctx: BotContext, view: SpreadView, wish: Wish): Promise<void> {
  await noteStaffLook(ctx, "staff", view.loads, { waveId: wish.waveId, provinceCode: wish.provinceCode });
  await show(ctx, screen(ctx, view, wish));
}

function screen(ctx: BotContext, view: SpreadView, wish: Wish): Message {
  const { spread: words } = ctx.texts.staffDesk;
  const { waveId, provinceCode, most } = wish;
  const lines = view.given.map(({ trainingClass, trainerName }) => ({ className: trainingClass.name, trainerName }));
  const left = view.left.map(({ name }) => name);
  return {
    ...words.preview({ ...view, given: lines, left, most }),
    buttons: [
      ...rowsThatFit(
        CHOICES.map((one) => ({
          label: one === most ? `✅ ${one}` : String(one),
          data: action("spread", waveId, provinceCode, one),
        })),
        3,
      ),
      ...(view.given.length === 0
        ? []
        : [
            [
              {
                label: words.confirm(view.given.length),
                data: action("confirm_spread", waveId, provinceCode, most, view.mark),
                tone: "success" as const,
              },
            ],
          ]),
      [back(ctx, wish)],
    ],
  };
}

function back({ texts }: BotContext, { waveId, provinceCode }: { waveId: number; provinceCode: string }) {
  return { label: texts.programme.toProvince, data: action("wave_province", waveId, provinceCode, 0) };
}
