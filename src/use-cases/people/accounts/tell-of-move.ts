// What is said of an account that changes hands: to the accounts themselves, and to those who are asked which one is right.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Person } from "../../../domain/people/person.js";
import type { AccountMove } from "../../../ports/account-moves.js";
import type { Store, World } from "../../../ports.js";
import { type Texts, textsFor } from "../../../texts/index.js";
import { postTo } from "../../posting.js";

export function accountMoved({ id, person }: AccountMove): Message {
  const { account } = textsFor(person.language);
  return { ...account.movedAway(), buttons: [[{ label: account.notMe, data: action("not_me", id), tone: "danger" }]] };
}

/**
 * Those who know the person: of a participant the trainers and the province, of a trainer the province, of an admin other admins. Never
 * the person themselves.
 */
async function decidersOf(store: Store, person: Person, now: Date): Promise<Person[]> {
  const roles = await store.people.rolesOf(person.id);
  const isAdmin = roles.some(({ role }) => role === "admin");
  const taught = await store.classes.ofTrainer(person.id);
  const joined = (await store.participants.ofPerson(person.id)).map(({ trainingClass }) => trainingClass);
  const deciders = new Map<number, Person>();
  const add = (people: Person[]) => {
    for (const one of people) deciders.set(one.id, one);
  };
  if (!isAdmin) {
    for (const { id } of [...joined, ...taught]) add(await store.classes.adminsOver(id));
    if (roles.length === 0) for (const { id } of joined) add(await store.classes.carersOf(id, now));
  }
  deciders.delete(person.id);
  if (deciders.size === 0) add(await store.troubles.operators());
  deciders.delete(person.id);
  return [...deciders.values()];
}

/** asked: nothing has moved yet · contested: the old account said no. */
export async function askDeciders(inside: World, move: AccountMove, why: "asked" | "contested"): Promise<void> {
  const { person } = move;
  const deciders = await decidersOf(inside.store, person, inside.clock.now());
  await postTo(
    inside,
    deciders.map((to) => ({
      key: `account-${why}:${move.id}:${to.id}`,
      kind: "account_question" as const,
      to,
      names: [person.id],
      subjects: [moveSubject(move.id)],
      say: (texts: Texts) => moveQuestion(texts, move, why),
    })),
  );
}

export function moveSubject(id: number): string {
  return `account_move:${id}`;
}

function moveQuestion({ account }: Texts, { id, person }: AccountMove, why: "asked" | "contested"): Message {
  return {
    ...account.question(person.name, why),
    buttons: [
      [{ label: account.newIsRight, data: action("decide_move", id, "new"), tone: "success" }],
      [{ label: account.oldIsRight, data: action("decide_move", id, "old"), tone: "danger" }],
    ],
  };
}
