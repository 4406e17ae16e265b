// /statistik: where the programme stands, from the whole of one's reach down to a class; its files, and what the numbers mean.
import { provinceRuleIn } from "../../domain/caseload/with-province.js";
import { action, type Ids } from "../../domain/messages/action.js";
import type { Message, NewFile } from "../../domain/messages/message.js";
import { type Area, homeOf } from "../../domain/overview/area.js";
import { adminReach } from "../../domain/people/admin-reach.js";
import { overviewFileName, overviewSheet, overviewWorkbook } from "../../texts/files/sheets/overview-sheet.js";
import { type Overview, type OverviewAsked, viewOverview } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { send, show } from "../kit/show.js";
import { menuButtons } from "../talk/main-menu.js";
import { overviewScreen, partsScreen } from "./overview-screen.js";

export async function openOverview(ctx: KnownContext): Promise<void> {
  await page(ctx, homeOf(adminReach(ctx.actor.roles)), null);
}

export async function showOverview(ctx: KnownContext, [area, cohortId]: Ids<"overview">): Promise<void> {
  await page(ctx, area, cohortId);
}

async function page(ctx: KnownContext, area: Area, cohortId: number | null): Promise<void> {
  const found = await find(ctx, { area, cohortId });
  if (found !== null) await show(ctx, overviewScreen(ctx.texts, found));
}

export async function showParts(
  ctx: KnownContext,
  [area, part, wanted, cohortId]: Ids<"overview_parts">,
): Promise<void> {
  const found = await find(ctx, { area, cohortId, part });
  if (found !== null) await show(ctx, partsScreen(ctx.texts, found, wanted));
}

export async function showMeaning(ctx: KnownContext, [area, cohortId, wanted]: Ids<"overview_meaning">): Promise<void> {
  const { overview } = ctx.texts;
  const of = wanted ?? "numbers";
  const other = of === "numbers" ? "standings" : "numbers";
  const more = { label: overview.meaning[other].open, data: action("overview_meaning", area, cohortId, other) };
  const back = { label: overview.back, data: action("overview", area, cohortId) };
  await show(ctx, { ...overview.meaning[of].say(provinceRuleIn(ctx.world.settings)), buttons: [[more], [back]] });
}

export async function sendOverviewFile(
  ctx: KnownContext,
  [area, file, cohortId, part]: Ids<"overview_file">,
): Promise<void> {
  const found = await find(ctx, { area, cohortId, ...(part !== null && { part }) });
  if (found === null) return;
  const { overview } = ctx.texts;
  const back = { label: overview.back, data: action("overview", area, cohortId) };
  const message: Message = { ...overview.fileCaption(found.name, found), buttons: [[back]] };
  await send(ctx, { ...message, attachment: await fileOf(ctx, found, file) });
}

async function fileOf(
  { world: { sheets }, texts }: KnownContext,
  found: Overview,
  file: Ids<"overview_file">[1],
): Promise<NewFile> {
  const name = overviewFileName(texts, found);
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  switch (file) {
    case "picture":
      return { kind: "photo", name: `${name}.png`, base64: base64(await sheets.picture(overviewSheet(texts, found))) };
    case "pdf":
      return { kind: "document", name: `${name}.pdf`, base64: base64(await sheets.pdf([overviewSheet(texts, found)])) };
    case "xlsx": {
      const bytes = await sheets.xlsx([overviewWorkbook(texts, found)], texts.overview.sheet.about);
      return { kind: "document", name: `${name}.xlsx`, base64: base64(bytes) };
    }
  }
}

/** Null where it was refused, and told. */
async function find(ctx: KnownContext, asked: OverviewAsked): Promise<Overview | null> {
  const found = await viewOverview(ctx.world, ctx.actor, asked);
  if (found.kind === "found") return found;
  const { overview } = ctx.texts;
  const say = { not_yours: overview.notYours, gone: overview.gone, no_cohort: overview.noCohort }[found.kind];
  await show(ctx, { ...say(), buttons: menuButtons(ctx.actor, ctx.texts) });
  return null;
}
