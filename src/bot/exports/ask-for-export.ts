// Where a button gives a file with personal data: asks what it is for, and gives the file then.
import type { BotContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import type { ExportKindName } from "./export-kinds.js";

/** `about`: the announcement's id, …: what its line in EXPORT_KINDS reads. `below`: what was pressed stays where it is. */
export async function askForExport(
  ctx: BotContext,
  kind: ExportKindName,
  about: string | number,
  below = false,
): Promise<void> {
  await startForm(ctx, "export", `${kind}:${about}`, below);
}
