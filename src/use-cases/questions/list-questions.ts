// The questions that wait for a trainer's answer, oldest first.
import type { KnownActor } from "../../domain/person.js";
import type { QuestionThread } from "../../ports/questions.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

export async function listQuestions(
  world: World,
  actor: KnownActor,
  most: number,
): Promise<{ threads: QuestionThread[]; count: number }> {
  const { questions } = world.store;
  const { id } = actor.person;
  const threads = await questions.unansweredOf(id, most);
  const count = (await questions.countUnanswered([id])).get(id) ?? 0;
  if (threads.length > 0) {
    const shown = [...new Set(threads.map(({ asker }) => `person:${asker.id}`))];
    await noteLook(world, world.store, actor, {
      action: "question.list",
      subject: "questions",
      details: { count },
      shown,
    });
  }
  return { threads, count };
}
