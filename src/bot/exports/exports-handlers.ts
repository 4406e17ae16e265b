// /ekspor, and the button for another file.
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";

export async function openExports(ctx: KnownContext): Promise<void> {
  await startForm(ctx, "exports", "new");
}
