// The office's rules in /kelola. Who may see and change them is decided by the use cases, at every press.
import type { Ids } from "../../domain/messages/action.js";
import type { Message, RichText } from "../../domain/messages/message.js";
import { zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { rulesWorkbook } from "../../texts/files/workbooks/rules-workbook.js";
import { paragraphs } from "../../texts/rich.js";
import { previewTakeBack, takeRulesBack, viewRules } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { present, send, show } from "../kit/show.js";
import { rulesDetails } from "./rules-details.js";
import { askBackPage, rulesPage, toRules, versionPage, versionsPage } from "./rules-screens.js";

export async function openRules(ctx: KnownContext): Promise<void> {
  await showRules(ctx);
}

/** `said`: above it, what has just happened. */
async function showRules(ctx: KnownContext, said?: RichText): Promise<void> {
  const view = await viewRules(ctx.world, ctx.actor);
  if (view.kind !== "found") return refuse(ctx);
  const page = rulesPage(ctx.texts, view, zoneOf(ctx.actor.person));
  await show(ctx, { ...page, ...paragraphs(said, page) });
}

export async function sendRulesFile(ctx: KnownContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const view = await viewRules(world, actor);
  if (view.kind !== "found") return refuse(ctx);
  const today = dayIn("Asia/Jakarta", world.clock.now());
  const bytes = await world.workbooks.write(rulesWorkbook(texts.language, { ...view, today }));
  const base64 = Buffer.from(bytes).toString("base64");
  await send(ctx, {
    ...texts.rules.caption(),
    attachment: { kind: "document", name: texts.rules.file, base64 },
    buttons: [toRules(texts)],
  });
}

export async function takeRulesFile(ctx: KnownContext): Promise<void> {
  const view = await viewRules(ctx.world, ctx.actor);
  if (view.kind !== "found") return refuse(ctx);
  await startForm(ctx, "rules", "office");
}

export async function showVersions(ctx: KnownContext, [page]: Ids<"rules_versions">): Promise<void> {
  const view = await viewRules(ctx.world, ctx.actor);
  if (view.kind !== "found") return refuse(ctx);
  await show(ctx, versionsPage(ctx.texts, view, page, zoneOf(ctx.actor.person)));
}

export async function showVersion(ctx: KnownContext, [number]: Ids<"rules_version">): Promise<void> {
  const view = await viewRules(ctx.world, ctx.actor);
  if (view.kind !== "found") return refuse(ctx);
  const version = view.versions.find((one) => one.number === number);
  if (version === undefined) return showRules(ctx, ctx.texts.rules.gone());
  const zone = zoneOf(ctx.actor.person);
  const { differences } = version;
  await showWithDetails(ctx, versionPage(ctx.texts, version, { isInForce: number === view.number, zone }), {
    differences,
  });
}

export async function askRulesBack(ctx: KnownContext, [number]: Ids<"ask_rules_back">): Promise<void> {
  const { rules } = ctx.texts;
  const preview = await previewTakeBack(ctx.world, ctx.actor, number);
  if (preview.kind === "not_allowed") return refuse(ctx);
  if (preview.kind === "gone") return showRules(ctx, rules.gone());
  if (preview.differences.length === 0) return showRules(ctx, rules.same(preview.keepsLess));
  await showWithDetails(ctx, askBackPage(ctx.texts, preview), preview);
}

/** What a message does not hold goes above it as a file. */
async function showWithDetails(
  ctx: KnownContext,
  page: Message,
  told: Parameters<typeof rulesDetails>[1],
): Promise<void> {
  const details = await rulesDetails(ctx, told, page);
  if (details.length === 0) return show(ctx, page);
  await present(ctx, [...details, page], "below");
}

export async function takeRulesBackTo(ctx: KnownContext, [number, seen]: Ids<"rules_back">): Promise<void> {
  const { rules } = ctx.texts;
  const outcome = await takeRulesBack(ctx.world, ctx.actor, { number, seen });
  switch (outcome.kind) {
    case "not_allowed":
      return refuse(ctx);
    case "gone":
      return showRules(ctx, rules.gone());
    case "nothing":
      return showRules(ctx, rules.same(outcome.keepsLess));
    case "meanwhile":
      return showRules(ctx, rules.askAgain());
    case "taken_back":
      return showRules(ctx, rules.takenBack(outcome.number));
  }
}
