// What the asker wrote while somebody answered something else: no answer to that settles it.
import { waitsForNoAnswer } from "../../../domain/words/small-talk.js";
import type { Store } from "../../../ports.js";

interface Read {
  threadId: number;
  readerId: number;
}

/** `shownAt`: all that was written until then stood before the one who answers. The first word that did not, if it waits for an answer. */
export async function writtenSince(
  store: Pick<Store, "threads">,
  { shownAt, ...read }: Read & { shownAt: Date | undefined },
): Promise<{ messageId: number; sentAt: Date } | null> {
  return shownAt === undefined ? null : firstUnread(store, { ...read, after: shownAt });
}

/** The first word that waits for an answer and was never sent to this reader. */
export async function firstUnread(
  { threads }: Pick<Store, "threads">,
  { threadId, readerId, after }: Read & { after?: Date },
): Promise<{ messageId: number; sentAt: Date } | null> {
  const unread = await threads.unreadBy(threadId, readerId);
  const waiting = unread.find(
    ({ sentAt, text, files }) =>
      (after === undefined || sentAt > after) && (files.length > 0 || !waitsForNoAnswer(text)),
  );
  return waiting ?? null;
}
