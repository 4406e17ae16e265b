// Who of a class's roster has joined; those who have not are named.
import type { Actor } from "../../domain/people/person.js";
import type { JoinBoard } from "../../ports/programme/schedule.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

/** For somebody who may run the class. */
export async function viewJoinBoard(
  world: World,
  actor: Actor,
  { classId, page }: { classId: number; page: number },
): Promise<JoinBoard> {
  const board = await world.store.schedule.joinBoard(classId);
  if (board.missing.length > 0) {
    const details = { count: board.missing.length, page };
    await noteLook(world, actor, { action: "class.view", subject: `class:${classId}`, details });
  }
  return board;
}
