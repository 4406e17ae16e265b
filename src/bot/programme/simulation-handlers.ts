// A wave lived through before it begins: asked for on its page, shown how far it is, and brought as a workbook.
import { action, type Ids } from "../../domain/messages/action.js";
import type { Button } from "../../domain/messages/message.js";
import { simulationSheets } from "../../texts/files/sheets/simulation-sheets.js";
import { summaryOf } from "../../texts/layouts/simulation.js";
import { planSimulation, simulateWave } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";

type Asked = Ids<"simulation">;

export async function showSimulation(ctx: KnownContext, asked: Asked): Promise<void> {
  const { actor, texts, world } = ctx;
  const [waveId, provinceCode] = asked;
  const planned = await planSimulation(world, actor, { waveId, provinceCode });
  if (planned.kind !== "planned") return showWhyNot(ctx, asked, planned.kind);
  const { wave, people, leftOut, simulation } = planned;
  const words = texts.simulation.ask({
    ...{ wave: wave.number, people, leftOut, classes: simulation.classes.length, days: simulation.days },
  });
  await show(ctx, { ...words, buttons: [[startOf(ctx, asked)], [backTo(ctx, asked)]] });
}

export async function simulate(ctx: KnownContext, asked: Asked): Promise<void> {
  const { actor, texts, world } = ctx;
  const [waveId, provinceCode] = asked;
  const simulated = await simulateWave(world, actor, { waveId, provinceCode });
  if (simulated.kind !== "simulated") return showWhyNot(ctx, asked, simulated.kind);
  const { outcome, wave } = simulated;
  const bytes = await world.sheets.xlsx(simulationSheets(texts, outcome), texts.simulation.sheets.about);
  await send(ctx, {
    ...texts.simulation.done(summaryOf(wave.number, outcome)),
    attachment: {
      ...{ kind: "document", name: `${texts.simulation.fileName}-${wave.number}.xlsx` },
      base64: Buffer.from(bytes).toString("base64"),
    },
    buttons: [[backTo(ctx, asked)]],
  });
}

async function showWhyNot(
  ctx: KnownContext,
  asked: Asked,
  because: "not_allowed" | "no_class" | "busy" | "took_too_much",
): Promise<void> {
  if (because === "not_allowed") return refuse(ctx);
  const { noClass, busy, failed } = ctx.texts.simulation;
  if (because === "busy") {
    return show(ctx, { ...busy(), buttons: [[startOf(ctx, asked)], [backTo(ctx, asked)]] });
  }
  await show(ctx, { ...(because === "no_class" ? noClass() : failed()), buttons: [[backTo(ctx, asked)]] });
}

function startOf({ texts }: KnownContext, [waveId, provinceCode]: Asked): Button {
  return { label: texts.simulation.start, data: action("simulate", waveId, provinceCode) };
}

function backTo({ texts }: KnownContext, [waveId, provinceCode]: Asked): Button {
  const data = provinceCode === null ? action("wave", waveId, 0) : action("wave_province", waveId, provinceCode, 0);
  return { label: texts.programme.toWave, data };
}
