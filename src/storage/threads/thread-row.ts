// A thread as it is read, with all that a trainer must see of it.
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { Zone } from "../../domain/time/zone.js";
import { waitsForNoAnswer } from "../../domain/words/small-talk.js";
import type { QuestionThread, ThreadWord } from "../../ports/plans/threads.js";
import type { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";

/** Nobody thanks more often than this between a question and its answer. */
const WORDS_READ = 10;

export const WITH_ALL = {
  participant: { include: { person: true, library: true, trainingClass: { include: { wave: true } } } },
  followUps: { select: { id: true }, take: 1 },
  // A word that the answer is still to come is not what waits for it.
  messages: { where: { holds: false }, include: { author: true }, orderBy: { id: "desc" }, take: WORDS_READ },
} satisfies Prisma.QuestionThreadInclude;

type Row = Prisma.QuestionThreadGetPayload<{ include: typeof WITH_ALL }>;

export function toThread(row: Row): QuestionThread {
  const { person, library, trainingClass } = row.participant;
  const words = row.messages.map(toWord);
  const [last] = words;
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
    last,
    asked: newestOf(words, person.id) ?? last,
    answer: words.find((word) => word.authorId !== person.id && isLeft(word)) ?? null,
  };
}

/** Who is erased leaves an empty place. */
function isLeft({ text, files, authorName }: ThreadWord): boolean {
  return authorName !== "" && (text !== "" || files.length > 0);
}

function newestOf(words: ThreadWord[], askerId: number): ThreadWord | undefined {
  const theirs = words.filter(({ authorId }) => authorId === askerId);
  return theirs.find(({ text, files }) => files.length > 0 || !waitsForNoAnswer(text)) ?? theirs[0];
}

function toWord({ text, files, authorId, author }: Row["messages"][number]): ThreadWord {
  const kinds = (files as unknown as ThreadFile[]).map(({ kind }) => kind);
  return { text, files: kinds, authorId, authorName: author.name };
}
