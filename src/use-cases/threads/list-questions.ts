// The questions that wait for an answer of a trainer, or of an admin whom they have reached, oldest first.
import { isTrainer, type KnownActor } from "../../domain/people/person.js";
import type { AwayTrainer } from "../../ports/people/absences.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { careWanted, practiceSubject } from "../caseload/care-wanted.js";

export async function listQuestions(
  world: World,
  actor: KnownActor,
  { most, practice = false }: { most: number; practice?: boolean },
): Promise<{ threads: QuestionThread[]; count: number; away: AwayTrainer[] }> {
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
  return { threads, count, away: practice ? [] : await awayNow(world, actor, threads) };
}

/** The one who asks where they are away themselves, the ones they cover for, and of what is shown the trainers who are. */
function awayNow({ clock, store }: World, actor: KnownActor, threads: QuestionThread[]): Promise<AwayTrainer[]> {
  const classIds = [...new Set(threads.map(({ classId }) => classId))];
  const personIds = [actor.person.id, ...(actor.covers ?? []).map(({ personId }) => personId)];
  return store.absences.awayIn({ classIds, personIds: isTrainer(actor) ? personIds : [] }, clock.now());
}
