// The questions that wait for an answer of a trainer, or of an admin whom they have reached, oldest first.
import type { KnownActor } from "../../domain/people/person.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted, practiceSubject } from "../caseload/care-wanted.js";

export async function listQuestions(
  world: World,
  actor: KnownActor,
  { most, practice = false }: { most: number; practice?: boolean },
): Promise<{ threads: QuestionThread[]; count: number }> {
  const { threads, total: count } = await world.store.threads.unansweredIn(careWanted(actor, { practice }), most);
  if (threads.length > 0) {
    const shown = [...new Set(threads.map(({ asker }) => `person:${asker.id}`))];
    await noteLook(world, actor, {
      action: "question.list",
      subject: practice ? practiceSubject(actor) : "questions",
      details: { count },
      shown,
    });
  }
  return { threads, count };
}
