// The office's desk of materials in /kelola. Who may change them is decided by the use cases, at every press.
import type { Ids } from "../../domain/messages/action.js";
import { removeMaterial, viewMaterial, viewMaterials } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { startForm } from "../forms/fill-in-form.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";
import { askRemovePage, deskEntryPage, deskPage } from "./material-screens.js";

type Words = ReturnType<KnownContext["texts"]["materials"]["gone"]>;

export async function openDesk(ctx: KnownContext, [page]: Ids<"materials_desk">): Promise<void> {
  await showDesk(ctx, page);
}

/** `said`: above it, what has just happened. */
async function showDesk(ctx: KnownContext, page: number, said?: Words): Promise<void> {
  const view = await viewMaterials(ctx.world, ctx.actor);
  await (view.kind === "found" ? show(ctx, deskPage(ctx.texts, view, page, said)) : refuse(ctx));
}

export async function showDeskMaterial(ctx: KnownContext, [id]: Ids<"desk_material">): Promise<void> {
  const view = await viewMaterial(ctx.world, ctx.actor, id);
  if (view.kind === "not_yours") return refuse(ctx);
  if (view.kind === "gone") return showDesk(ctx, 0, ctx.texts.materials.gone());
  await show(ctx, deskEntryPage(ctx.texts, view));
}

export async function writeOneMaterial(ctx: KnownContext, [id]: Ids<"write_material">): Promise<void> {
  const view = await (id === null ? viewMaterials(ctx.world, ctx.actor) : viewMaterial(ctx.world, ctx.actor, id));
  if (view.kind === "gone") return showDesk(ctx, 0, ctx.texts.materials.gone());
  if (view.kind === "not_yours" || !view.mayChange) return refuse(ctx);
  await startForm(ctx, "material", id === null ? "new" : `material:${id}`);
}

export async function askRemoveMaterial(ctx: KnownContext, [id]: Ids<"remove_material">): Promise<void> {
  const view = await viewMaterial(ctx.world, ctx.actor, id);
  if (view.kind === "gone") return showDesk(ctx, 0, ctx.texts.materials.gone());
  if (view.kind === "not_yours" || !view.mayChange) return refuse(ctx);
  await show(ctx, askRemovePage(ctx.texts, view.material));
}

export async function removeOneMaterial(ctx: KnownContext, [id]: Ids<"confirm_remove_material">): Promise<void> {
  const { materials } = ctx.texts;
  const outcome = await removeMaterial(ctx.world, ctx.actor, id);
  if (outcome.kind === "not_allowed") return refuse(ctx);
  await showDesk(
    ctx,
    0,
    outcome.kind === "removed" ? materials.desk.removed(outcome.material.title) : materials.gone(),
  );
}
