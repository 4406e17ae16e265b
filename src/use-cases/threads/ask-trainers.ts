// A participant asks the trainers of their class something.
import type { KnownActor } from "../../domain/people/person.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { World } from "../../ports.js";
import { type PassedOn, passOn } from "./pass-on.js";

export interface AskTrainersInput {
  text: string;
  files: ThreadFile[];
  updateId: number;
}

export type AskTrainersOutcome = PassedOn | { kind: "no_class" };

/** Of several classes the latest. Twice is once: an update opens one thread. */
export async function askTrainers(
  world: World,
  actor: KnownActor,
  input: AskTrainersInput,
): Promise<AskTrainersOutcome> {
  const now = world.clock.now();
  const { person: author } = actor;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const [participant] = await store.participants.ofPerson(author.id);
    if (participant === undefined) return { kind: "no_class" };
    const { threadId, messageId } = await store.threads.open(
      { ...input, participantId: participant.id, authorId: author.id },
      now,
    );
    const thread = await store.threads.find(threadId);
    if (thread === null) throw new Error(`No thread ${threadId}, though it was just opened.`);
    return passOn(inside, thread, { messageId, author, text: input.text, files: input.files });
  });
}
