// A list of trainers or admins was on somebody's screen.
import { noteLook } from "../../../use-cases/index.js";
import type { BotContext } from "../../context.js";

/** `subject`: staff, or the class whose trainers they are. */
export async function noteStaffLook(
  { actor, world }: BotContext,
  subject: string,
  staff: readonly { personId: number }[],
  details: Record<string, string | number>,
): Promise<void> {
  const shown = [...new Set(staff.map(({ personId }) => `person:${personId}`))];
  await noteLook(world, actor, {
    ...{ action: "staff.list" as const, subject, shown },
    details: { count: staff.length, ...details },
  });
}
