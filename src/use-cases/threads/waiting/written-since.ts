// What the asker wrote while somebody answered something else: no answer to that settles it.
import { waitsForNoAnswer } from "../../../domain/words/small-talk.js";
import type { Store } from "../../../ports.js";

/** `shownAt`: all that was written until then stood before the one who answers. The first word that did not, if it waits for an answer. */
export async function writtenSince(
  { threads }: Pick<Store, "threads">,
  { threadId, readerId, shownAt }: { threadId: number; readerId: number; shownAt: Date | undefined },
): Promise<{ messageId: number; sentAt: Date } | null> {
  if (shownAt === undefined) return null;
  const unread = await threads.unreadBy(threadId, readerId);
  const waiting = unread.find(
    ({ sentAt, text, files }) => sentAt > shownAt && (files.length > 0 || !waitsForNoAnswer(text)),
  );
  return waiting ?? null;
}
