// /audit and its buttons.
import type { Ids } from "../../domain/messages/action.js";
import { NEWEST, NO_FILTER, writeAuditFilter } from "../../domain/own-data/audit-filter.js";
import type { KnownContext } from "../context.js";
import { askForExport } from "../exports/ask-for-export.js";
import { startForm } from "../forms/fill-in-form.js";
import { send, show } from "../kit/show.js";
import { auditScreen } from "./audit-screen.js";

export async function openAudit(ctx: KnownContext): Promise<void> {
  await send(ctx, await auditScreen(ctx.world, ctx.actor, ctx.texts, NO_FILTER, NEWEST));
}

export async function showAudit(ctx: KnownContext, [filter, at]: Ids<"audit">): Promise<void> {
  await show(ctx, await auditScreen(ctx.world, ctx.actor, ctx.texts, filter, at));
}

export async function findInAudit(ctx: KnownContext, [what, filter]: Ids<"audit_find">): Promise<void> {
  await startForm(ctx, "audit_find", `${what}:${writeAuditFilter(filter)}`);
}

export async function exportTheAudit(ctx: KnownContext, [format, filter]: Ids<"export_audit">): Promise<void> {
  await askForExport(ctx, "audit", `${format}:${writeAuditFilter(filter)}`);
}
