// A trainer writes to one of their participants, to some, or to a class: each gets it alone, and can answer it in a thread of their own.

import { isAboutOne, type Scope, scopeSubject } from "../../../domain/caseload/scope.js";
import { action } from "../../../domain/messages/action.js";
import { isTrainer, type KnownActor, type Person } from "../../../domain/people/person.js";
import type { Store, World } from "../../../ports.js";
import { postTo } from "../../posting.js";
import { endNoticesOf } from "../../threads/waiting/end-notices.js";
import { firstUnread } from "../../threads/waiting/written-since.js";
import { signatureOf, signersOf } from "../cover/signature.js";
import { countFates, type Fate, type FateCounts, fatesOf, isPosted, leavesAt } from "./who-gets-it.js";
import { type Found, holdWhoIsIn, type PersonInScope, type WhoIsIn } from "./who-is-in.js";

export interface WriteFirstInput {
  scope: Scope;
  chosen?: number[] | null;
  /** {nama} stands for the receiver's name. */
  text: string;
  updateId: number;
}

export type WriteFirstOutcome =
  | { kind: "written"; actId: number; counts: FateCounts; names: { name: string; fate: Fate }[] }
  | Exclude<WhoIsIn, { kind: "in" }>;

/** Answers go to the trainers of the class, so only they begin: admins have announcements. Twice is once. */
export async function writeFirst(
  world: World,
  actor: KnownActor,
  { scope, chosen = null, text, updateId }: WriteFirstInput,
): Promise<WriteFirstOutcome> {
  const now = world.clock.now();
  const byId = actor.person.id;
  if (!isTrainer(actor)) return { kind: "not_yours" };
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await holdWhoIsIn(inside, asTrainerAlone(actor), scope);
    if (found.kind !== "in") return found;
    const { act, isNew } = await store.careActs.begin(
      { kind: "write", scope: scopeSubject(scope), actorId: byId, updateId },
      now,
    );
    const counts = (act.details as { counts?: FateCounts } | null)?.counts ?? {};
    if (!isNew) return { kind: "written", actId: act.id, counts, names: [] };
    const receivers = receiversIn(found, chosen);
    const fates = await letterFates(
      inside,
      scope,
      receivers.map(({ person }) => person),
    );
    const open = receivers.filter(({ person }) => isPosted(fates.get(person.id) ?? "erased"));
    const to = [];
    for (const { participantId, person } of open) {
      // What is said to all is no answer to what one of them has asked.
      const threadId = isAboutOne(scope) ? await threadToGoOnIn(store, person.id, participantId, byId) : null;
      to.push({ participantId, threadId, text: forName(text, person) });
    }
    const { written, before } = await store.threads.writeFirst(to, { actId: act.id, authorId: byId }, now);
    const threads = await endNoticesOf(inside, before);
    const byParticipant = new Map(written.map((one) => [one.participantId, one]));
    await postTo(
      inside,
      open.flatMap(({ participantId, person, plans }) => {
        const of = byParticipant.get(participantId);
        if (of === undefined) return [];
        return [
          {
            ...{ key: `thread_message:${of.messageId}:${person.id}`, kind: kindOf(scope), to: person },
            ...{ at: leavesAt(world), names: signersOf(actor, plans) },
            subjects: [`thread:${of.threadId}`, `thread_message:${of.messageId}`, `act:${act.id}`],
            say: (texts) => ({
              ...texts.threads.fromTrainer(signatureOf(texts, actor, plans), forName(text, person)),
              buttons: [[{ label: texts.threads.replyOn, data: action("question", of.threadId) }]],
            }),
          },
        ];
      }),
    );
    const all = countFates(fates.values(), chosen === null ? found.notJoined : 0);
    await store.careActs.note(act.id, { counts: all as Record<string, number>, threads });
    const shown = { scope: scopeSubject(scope), count: open.length };
    await store.audit.record({ actorId: byId, action: "message.write", subject: `act:${act.id}`, details: shown }, now);
    const names = receivers.map(({ person }) => ({
      name: person.name,
      fate: fates.get(person.id) ?? ("erased" as const),
    }));
    return { kind: "written", actId: act.id, counts: all, names };
  });
}

/** Their last thread; none where a question waits in it that the writer was not sent: this letter cannot be its answer. */
async function threadToGoOnIn(store: Store, personId: number, participantId: number, byId: number) {
  const last = await store.threads.latestOf(personId);
  if (last?.participantId !== participantId) return null;
  return (await firstUnread(store, { threadId: last.id, readerId: byId })) === null ? last.id : null;
}

/** With the people of their own classes alone. */
export function asTrainerAlone(actor: KnownActor): KnownActor {
  return { ...actor, roles: actor.roles.filter(({ role }) => role === "trainer") };
}

export interface Receiver extends Pick<PersonInScope, "person" | "plans"> {
  participantId: number;
}

export function receiversIn({ people }: Found, chosen: number[] | null): Receiver[] {
  return people.flatMap(({ participantId, ...one }) =>
    participantId === null || (chosen !== null && !chosen.includes(one.person.id)) ? [] : [{ ...one, participantId }],
  );
}

/** Nothing keeps a trainer from writing twice a day; the budget decides when it arrives. */
export function letterFates(world: World, scope: Scope, people: Person[]): Promise<Map<number, Fate>> {
  return fatesOf(world, { kind: kindOf(scope), people, keyOf: ({ id }) => `letter:${id}` });
}

function kindOf(scope: Scope): "trainer_message" | "class_message" {
  return isAboutOne(scope) ? "trainer_message" : "class_message";
}

/** The receiver's name in place of {nama}. */
export function forName(text: string, { name }: Pick<Person, "name">): string {
  return text.replaceAll(/\{(nama|name)\}/gi, () => name);
}
