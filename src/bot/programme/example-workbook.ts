// [📄 Unduh contoh Excel]: a workbook to fill in, by which a whole programme is set up at once.
import { action } from "../../domain/messages/action.js";
import { addDays, dayIn, weekday } from "../../domain/time/calendar.js";
import { EXAMPLE_FILE, exampleWorkbook } from "../../texts/files/workbooks/office-workbook.js";
import { placesWithin, programmeInWorkbook } from "../../use-cases/index.js";
import type { BotContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send } from "../kit/show.js";

/** Far enough ahead to be no class that anybody takes for a real one of this week. */
const DAYS_AHEAD = 42;

export async function sendExampleWorkbook(ctx: BotContext): Promise<void> {
  const { actor, texts, world } = ctx;
  const there = await programmeInWorkbook(world, actor);
  if (there.kind === "not_allowed") return refuse(ctx);
  const provinces = (await placesWithin(world, null)).map(({ name }) => name);
  const ahead = addDays(dayIn("Asia/Jakarta", world.clock.now()), DAYS_AHEAD);
  const monday = addDays(ahead, 1 - weekday(ahead));
  const bytes = await world.workbooks.write(exampleWorkbook(provinces, [monday, addDays(monday, 4)], there));
  const base64 = Buffer.from(bytes).toString("base64");
  await send(ctx, {
    ...texts.roster.exampleCaption(there.classes.length),
    attachment: { kind: "document", name: EXAMPLE_FILE, base64 },
    buttons: [[{ label: texts.programme.back, data: action("programme") }]],
  });
}
