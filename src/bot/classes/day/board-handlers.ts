// A class day on one message: who joined, who is there; and by name who is not.
import { action, type Ids } from "../../../domain/messages/action.js";
import { pageOf } from "../../../domain/paging.js";
import type { Day } from "../../../domain/time/calendar.js";
import { boardMessage, keepBoard, stateOfBoard, viewClassDay } from "../../../use-cases/index.js";
import type { KnownContext } from "../../context.js";
import { pageRow } from "../../kit/page-row.js";
import { refuse } from "../../kit/refuse.js";
import { present, show } from "../../kit/show.js";

/** As many names as a small phone shows without scrolling. */
const NAMES_A_PAGE = 12;

/** From here on this message is the day's board. */
export async function showBoard(ctx: KnownContext, [classId, day]: Ids<"board">): Promise<void> {
  const { actor, texts, world } = ctx;
  // Before the page is read: what happens in between is then another state, and shown.
  const state = await stateOfBoard(world, { classId, day });
  const view = await dayOrRefuse(ctx, classId, day);
  if (view === null) return;
  const message = boardMessage(texts, actor.person, view, world.clock.now());
  const { messageId, refused } = await present(ctx, [message], "in place");
  if (!refused) await keepBoard(world, actor, { view, messageId, state });
}

export async function showNotHere(ctx: KnownContext, [classId, day, wanted]: Ids<"not_here">): Promise<void> {
  const { texts } = ctx;
  const view = await dayOrRefuse(ctx, classId, day);
  if (view === null) return;
  const { trainingClass, atHand, expected } = view;
  const people = (["absent", "late", null] as const).flatMap((which) =>
    expected.filter(({ answer }) => answer === which).toSorted((a, b) => Number(b.hasJoined) - Number(a.hasJoined)),
  );
  const page = pageOf(people, NAMES_A_PAGE, wanted);
  await show(ctx, {
    ...texts.classDay.absentees({
      ...{ session: atHand, zone: ctx.actor.person.zone ?? trainingClass.zone },
      ...{ shown: page.shown, from: page.from, total: people.length },
    }),
    buttons: [
      ...pageRow(texts, page, (to) => action("not_here", trainingClass.id, day, to)),
      [
        { label: texts.classDay.mark, data: action("mark", atHand.id) },
        { label: texts.classDay.back, data: action("board", trainingClass.id, day) },
      ],
    ],
  });
}

/** Null when there is nothing to show, which then was said. */
async function dayOrRefuse(ctx: KnownContext, classId: number, day: Day) {
  const found = await viewClassDay(ctx.world, ctx.actor, { classId, day });
  if (found.kind === "found") return found.view;
  if (found.kind === "not_allowed") await refuse(ctx);
  else {
    const { classPages, classDay } = ctx.texts;
    const back = { label: classPages.toClass, data: action("class", found.trainingClass.id) };
    await show(ctx, { ...classDay.noSessions(day), buttons: [[back]] });
  }
  return null;
}
