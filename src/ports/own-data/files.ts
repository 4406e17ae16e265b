// Our own copies of what people send: Telegram keeps its files for as long as it likes, the programme for years.

export type KeptFile =
  /** `storedAs`: the path below DATA_DIR/files. `mimeType`: by its bytes; null where that is nothing that is kept as evidence. */
  | { kind: "kept"; storedAs: string; byteSize: number; mimeType: string | null }
  /** Telegram does not give it out (any more): too large, or forgotten. */
  | { kind: "gone" }
  | Later
  /** Our own disk refuses it, or lets nobody write: `cause` is the system's word for it, such as ENOSPC. Nothing half-written stays. */
  | { kind: "failed"; cause: string };

/** Telegram cannot be reached now, or asks for patience. `isRefused`: it answered, and its answer is about this file alone. */
export interface Later {
  kind: "later";
  isRefused?: true;
}

/** Fetches the bytes of a file from Telegram: what join.ts hands to the storage of files. */
export type Download = (fileId: string) => Promise<{ kind: "bytes"; bytes: Uint8Array } | { kind: "gone" } | Later>;

export interface Files {
  /** Copies a file that Telegram holds. Twice is once: the same file has the same place. */
  keep(fileId: string): Promise<KeptFile>;
  /** Forgets a copy. Twice is once. */
  remove(storedAs: string): Promise<void>;
}
