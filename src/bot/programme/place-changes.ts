// What a new edition of the place data changed, for admins.
import { action, type Ids } from "../../domain/messages/action.js";
import { pageOf } from "../../domain/paging.js";
import { viewPlaceChanges } from "../../use-cases/index.js";
import type { KnownContext } from "../context.js";
import { listScreen } from "../kit/list-screen.js";
import { refuse } from "../kit/refuse.js";
import { show } from "../kit/show.js";

/** With the longest names five fit a message. */
const CHANGES_A_PAGE = 5;

export async function showPlaceChanges(ctx: KnownContext, [wanted]: Ids<"place_changes">): Promise<void> {
  const { world, actor, texts } = ctx;
  const counted = await viewPlaceChanges(world, actor, { skip: 0, take: 0 });
  if (counted.kind === "not_allowed") return refuse(ctx);
  const { page, last } = pageOf(Array.from({ length: counted.total }), CHANGES_A_PAGE, wanted);
  const view = await viewPlaceChanges(world, actor, { skip: page * CHANGES_A_PAGE, take: CHANGES_A_PAGE });
  if (view.kind === "not_allowed") return refuse(ctx);
  const back = [{ label: texts.programme.back, data: action("programme") }];
  await show(
    ctx,
    listScreen(texts, texts.placeChanges.page(view), {
      ...{ rows: [], back },
      pages: { at: { page, last }, to: (at) => action("place_changes", at) },
    }),
  );
}
