// Puts messages into the outbox: in the receiver's language, and for a time at which they may be disturbed.
import type { Day } from "../domain/calendar.js";
import type { Message } from "../domain/message.js";
import type { Person } from "../domain/person.js";
import { POST_KINDS } from "../domain/post-kind.js";
import { nextWorkingInstant } from "../domain/working-hours.js";
import type { Post, PostedKind } from "../ports/outbox.js";
import type { Store, World } from "../ports.js";
import { type Texts, textsFor } from "../texts/index.js";

export interface Wish {
  /** Natural key: the same wish is posted once, however often it is wished. */
  key: string;
  kind: PostedKind;
  to: Person;
  say(texts: Texts): Message;
  /** Not before this instant; now when missing. Moved into the receiver's working hours where the kind asks for it. */
  at?: Date;
  notAfter?: Date;
  /** As Post.exempt and Post.countsOn. */
  exempt?: boolean;
  countsOn?: Day;
  subjects?: string[];
}

/** Call it in the transaction that writes the fact. Returns how many were new; who cannot be reached is passed over. */
export async function postTo(store: Store, world: World, wishes: Wish[]): Promise<number> {
  const now = world.clock.now();
  const posts = wishes.flatMap(({ to, say, at = now, ...wish }): Post[] => {
    const dueAt = whenToDisturb(world, wish.kind, to, at);
    if (dueAt === null || (wish.notAfter !== undefined && dueAt > wish.notAfter)) return [];
    return [{ ...wish, personId: to.id, message: say(textsFor(to.language)), dueAt }];
  });
  return posts.length === 0 ? 0 : store.outbox.post(posts, now);
}

/** Null for somebody whose zone is not known: we cannot tell whether they sleep. */
function whenToDisturb(world: World, kind: PostedKind, to: Person, at: Date): Date | null {
  if (POST_KINDS[kind].hours === "any") return at;
  return to.zone === null ? null : nextWorkingInstant(to.zone, at, world.settings.rest, to.id);
}
