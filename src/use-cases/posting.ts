// Puts messages into the outbox: in the receiver's language, and for a time at which they may be disturbed.

import type { Message } from "../domain/messages/message.js";
import { POST_KINDS } from "../domain/messages/post-kind.js";
import { isQuiet } from "../domain/people/pause.js";
import { type Person, personSubject } from "../domain/people/person.js";
import type { Day } from "../domain/time/calendar.js";
import { nextWorkingInstant } from "../domain/time/working-hours.js";
import type { Post, PostedKind } from "../ports/queue/outbox.js";
import type { Held } from "../ports/upkeep/held-back.js";
import type { Store, World } from "../ports.js";
import { type Texts, textsFor } from "../texts/index.js";
import { withoutCheer } from "../texts/without-cheer.js";

export interface ToPost {
  /** Natural key: the same key is posted once, however often it is asked for. */
  key: string;
  kind: PostedKind;
  to: Person;
  say(texts: Texts): Message;
  /** People whom the words name, by name or by what they wrote: erasing one of them erases the message. */
  names: number[];
  /** Not before this instant; now when missing. Moved into the receiver's working hours where the kind asks for it. */
  at?: Date;
  notAfter?: Date;
  /** As Post.exempt and Post.countsOn. */
  exempt?: boolean;
  countsOn?: Day;
  subjects?: string[];
}

/**
 * Call it in the transaction that writes the fact. Returns how many were new; who cannot be reached is passed over, and so is what
 * names somebody who has been erased meanwhile. Where other rows are locked before, hold the people first (PeoplePort.hold).
 */
export async function postTo(inside: World, toPost: ToPost[]): Promise<number> {
  const now = inside.clock.now();
  if (toPost.length === 0) return 0;
  const erased = await inside.store.people.hold([...new Set(toPost.flatMap(({ to, names }) => [to.id, ...names]))]);
  const held: Held[] = [];
  const posts = toPost.flatMap(({ to, say, at = now, names, subjects = [], ...rest }): Post[] => {
    const dueAt = whenToDisturb(inside, rest.kind, to, at);
    if (dueAt === null || (rest.notAfter !== undefined && dueAt > rest.notAfter)) {
      const reason = dueAt === null ? "no_zone" : "too_late";
      if (!erased.has(to.id)) held.push({ personId: to.id, fact: rest.key, kind: rest.kind, reason, until: null });
      return [];
    }
    const others = [...new Set(names)].filter((id) => id !== to.id);
    if ([to.id, ...others].some((id) => erased.has(id))) return [];
    const about = [...subjects, ...others.map(personSubject)];
    return [
      { ...rest, personId: to.id, message: inTone(say(textsFor(to.language)), to, dueAt), dueAt, subjects: about },
    ];
  });
  await inside.store.heldBack.note(held, now);
  return posts.length === 0 ? 0 : inside.store.outbox.post(posts, now);
}

/** Nothing cheerful reaches somebody in mourning. */
function inTone(message: Message, to: Person, at: Date): Message {
  return isQuiet(to, at) ? withoutCheer(message) : message;
}

/** Null for somebody whose zone is not known: we cannot tell whether they sleep. */
function whenToDisturb(world: World, kind: PostedKind, to: Person, at: Date): Date | null {
  if (POST_KINDS[kind].hours === "any") return at;
  return to.zone === null ? null : nextWorkingInstant(to.zone, at, world.settings.rest, to.id);
}

/** Read anew so often where somebody in it was erased meanwhile; what still names them then is not posted. */
const MOST_READS = 3;

/** What was read, with the people in it held until the transaction ends. Call it before anything is locked. */
export async function readHolding<T>(
  store: Store,
  read: () => Promise<T>,
  peopleIn: (found: T) => number[],
): Promise<T> {
  for (let reads = 1; ; reads += 1) {
    const found = await read();
    const erased = await store.people.hold([...new Set(peopleIn(found))]);
    if (erased.size === 0 || reads === MOST_READS) return found;
  }
}
