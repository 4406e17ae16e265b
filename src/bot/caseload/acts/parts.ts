// What is about more people than can be acted on at once: its parts as buttons, so that each is one press away.
import { isWide, type Scope } from "../../../domain/caseload/scope.js";
import { action, type Ids } from "../../../domain/messages/action.js";
import { fitLabel, rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Button } from "../../../domain/messages/message.js";
import { pageOf } from "../../../domain/paging.js";
import { isAdmin } from "../../../domain/people/person.js";
import { listParts, type PartToActOn, viewScope } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { listScreen } from "../../kit/list-screen.js";
import { show } from "../../kit/show.js";
import { menuButtons } from "../../talk/main-menu.js";
import { backFrom, refusalOf } from "./scope-name.js";

export type ActOnMany = "remind" | "write" | "extend_for";

/** A choice with little to read above it, so that two more fit. */
const PARTS_A_PAGE = 10;

export async function showParts(
  ctx: KnownContext,
  [act, scope, byClass, page]: Ids<"parts">,
  put = show,
): Promise<void> {
  const { actor, texts, world } = ctx;
  const viewed = await viewScope(world, actor, scope);
  if (viewed.kind !== "viewed" && viewed.kind !== "too_many") {
    return put(ctx, { ...refusalOf(texts, viewed), buttons: menuButtons(actor, texts) });
  }
  const parts = isWide(scope) ? await listParts(world, actor, scope, byClass) : [];
  const total = viewed.kind === "too_many" ? viewed.total : viewed.found.people.length;
  const { shown, ...at } = pageOf(parts, PARTS_A_PAGE, page);
  const { careActs, announcement } = texts;
  const announce = { label: announcement.menu, data: action("announcements") };
  await put(
    ctx,
    listScreen(texts, parts.length === 0 ? careActs.tooManyAtAll(total) : careActs.tooMany(total), {
      rows: rowsThatFit(
        shown.map((part) => partButton(texts.careActs.part(part.name, part.count), act, part)),
        2,
      ),
      pages: { at, to: (to) => action("parts", act, scope, byClass, to) },
      more: [otherDivision(ctx, act, scope, byClass), isAdmin(actor) ? [announce] : []],
      back: [backFrom(texts, scope)],
    }),
  );
}

function partButton(label: string, act: ActOnMany, { scope, fits }: PartToActOn): Button {
  return { label: fitLabel(label), data: fits ? action(act, scope) : action("parts", act, scope) };
}

/** By class instead of by place, and back. */
function otherDivision(
  { texts: { careActs } }: KnownContext,
  act: ActOnMany,
  scope: Scope,
  byClass: boolean,
): Button[] {
  if (!isWide(scope) || (scope.area?.classId ?? null) !== null) return [];
  return byClass
    ? [{ label: careActs.byPlace, data: action("parts", act, scope) }]
    : [{ label: careActs.byClass, data: action("parts", act, scope, true) }];
}
