// What people send along in a thread of questions: how it is packed into as few messages as Telegram allows.
import type { Album, Attachment } from "../messages/message.js";
import { MOST_IN_ALBUM } from "../messages/message-bounds.js";

export interface ThreadFile extends Attachment {
  /** The album in which it came, as Telegram names it; null: by itself. */
  albumId: string | null;
}

/** Of one question or answer. */
export const MOST_FILES_OF_A_QUESTION = 10;

/** One message each: photos together, documents together, in the order in which they came. */
export function packed(files: readonly ThreadFile[]): (Attachment | Album)[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  return kinds.flatMap((kind): (Attachment | Album)[] => {
    const fileIds = files.filter((file) => file.kind === kind).map(({ fileId }) => fileId);
    return kind === "voice"
      ? fileIds.map((fileId) => ({ kind, fileId }))
      : inTens(fileIds).map((some) => oneOf(kind, some));
  });
}

function oneOf(kind: "photo" | "document", fileIds: string[]): Attachment | Album {
  const [only, ...more] = fileIds;
  return only !== undefined && more.length === 0 ? { kind, fileId: only } : { kind: `${kind}s`, fileIds };
}

function inTens(fileIds: string[]): string[][] {
  const count = Math.ceil(fileIds.length / MOST_IN_ALBUM);
  return Array.from({ length: count }, (_, n) => fileIds.slice(n * MOST_IN_ALBUM, (n + 1) * MOST_IN_ALBUM));
}
