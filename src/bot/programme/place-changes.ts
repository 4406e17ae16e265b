// What a new edition of the place data changed, for admins.
import { action, type Ids } from "../../domain/messages/action.js";
import { viewPlaceChanges } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** With the longest names five fit a message. */
const CHANGES_A_PAGE = 5;

export async function showPlaceChanges(ctx: KnownContext, [wanted]: Ids<"place_changes">): Promise<void> {
  const { world, actor, texts } = ctx;
  const view = await viewPlaceChanges(world, actor, { page: wanted, most: CHANGES_A_PAGE });
  if (view.kind === "not_allowed") return refuse(ctx);
  const back = [{ label: texts.programme.back, data: action("programme") }];
  await show(
    ctx,
    listScreen(texts, texts.placeChanges.page(view), {
      ...{ rows: [], back },
      pages: { at: view, to: (at) => action("place_changes", at) },
    }),
  );
}
