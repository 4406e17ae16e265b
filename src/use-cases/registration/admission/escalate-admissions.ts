// Job: somebody has waited three working days for a trainer's yes or no, so the province's admins are asked, once.
import { DAYS_TO_ANSWER, provinceAskedAt } from "../../../domain/registration/admission.js";
import type { World } from "../../../ports.js";
import { postTo, readHolding } from "../../posting.js";
import { peopleAround } from "./entries/hold-people.js";
import { requestsTo } from "./tell-of-arrival.js";

/** So many that those whose days are not over, because of a holiday, do not hide the others. */
const BATCH = 1000;

/** Twice is once: a case is marked with its telling. */
export async function escalateAdmissions(world: World): Promise<{ escalated: number }> {
  const now = world.clock.now();
  const before = new Date(now.getTime() - DAYS_TO_ANSWER * 86_400_000);
  let escalated = 0;
  for (const { participant, askedAt } of await world.store.admissions.unanswered(before, BATCH)) {
    const { id, trainingClass } = participant;
    if (askedAt === null || provinceAskedAt(trainingClass.zone, askedAt, world.settings.rest) > now) continue;
    escalated += await world.transaction((inside) => escalate(inside, id));
  }
  return { escalated };
}

async function escalate(inside: World, participantId: number): Promise<number> {
  const now = inside.clock.now();
  const read = async () => {
    const found = await inside.store.admissions.find(participantId);
    const people =
      found === null ? [] : [found.participant.person.id, ...(await peopleAround(inside.store, found.participant))];
    return { found, people };
  };
  const { found } = await readHolding(inside.store, read, ({ people }) => people);
  if (found === null) return 0;
  const admins = await inside.store.classes.adminsOver(found.participant.trainingClass.id);
  // Nobody there: it is asked again at the next run, when there may be somebody.
  if (admins.length === 0 || !(await inside.store.admissions.markEscalated(participantId, now))) return 0;
  const subject = `participant:${participantId}`;
  await inside.store.audit.record({ actorId: null, action: "admission.escalate", subject }, now);
  return (await postTo(inside, requestsTo(admins, found, "unanswered"))) === 0 ? 0 : 1;
}
