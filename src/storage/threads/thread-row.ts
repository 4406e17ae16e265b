// A thread as it is read, with all that a trainer must see of it.
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { Zone } from "../../domain/time/zone.js";
import type { QuestionThread } from "../../ports/plans/threads.js";
import type { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";

export const WITH_ALL = {
  participant: { include: { person: true, library: true, trainingClass: { include: { wave: true } } } },
  followUps: { select: { id: true }, take: 1 },
  // A word that the answer is still to come is not what waits for it.
  messages: { where: { holds: false }, include: { author: true }, orderBy: { id: "desc" }, take: 1 },
} satisfies Prisma.QuestionThreadInclude;

export function toThread(row: Prisma.QuestionThreadGetPayload<{ include: typeof WITH_ALL }>): QuestionThread {
  const { person, library, trainingClass } = row.participant;
  const [last] = row.messages;
  if (last === undefined) throw new Error(`The thread ${row.id} has no message, though it was opened by one.`);
  return {
    id: row.id,
    state: row.state,
    asker: toPerson(person),
    libraryName: library?.name ?? null,
    participantId: row.participantId,
    classId: trainingClass.id,
    className: trainingClass.name,
    provinceCode: trainingClass.provinceCode,
    cohortId: trainingClass.wave.cohortId,
    zone: trainingClass.zone as Zone,
    isHelp: row.followUps.length > 0,
    askedAt: row.askedAt,
    lastAt: row.lastAt,
    escalatedAt: row.escalatedAt,
    last: {
      ...{ text: last.text, authorId: last.authorId, authorName: last.author.name },
      files: (last.files as unknown as ThreadFile[]).map(({ kind }) => kind),
    },
  };
}
