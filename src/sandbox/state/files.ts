// The files that Telegram holds: their bytes, and the two identifiers of each.
import { createHash } from "node:crypto";

/** A file that came with a form upload. */
export interface Upload {
  readonly filename: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export type FileKind = "photo" | "document" | "voice" | "sticker";

export interface StoredFile {
  readonly fileId: string;
  readonly fileUniqueId: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface NewFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly fileUniqueId?: string;
  /** Pretends to be larger than the bytes: a file too big to download need not be held. */
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface FileStore {
  add(file: NewFile): StoredFile;
  byId(fileId: string): StoredFile | undefined;
  byPath(path: string): StoredFile | undefined;
}

/** Real identifiers begin like this, by kind; the length (72 characters) is real too. */
const PREFIX: Record<FileKind, string> = {
  photo: "AgACAgUAAxkB",
  document: "BQACAgUAAxkB",
  voice: "AwACAgUAAxkB",
  sticker: "CAACAgUAAxkB",
};
const FOLDER: Record<FileKind, string> = {
  photo: "photos",
  document: "documents",
  voice: "voice",
  sticker: "stickers",
};

export function createFileStore(seed: number): FileStore {
  let count = 0;
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();
  const token = (label: string, length: number) =>
    createHash("sha512").update(`${seed}:${label}`).digest("base64url").slice(0, length);
  return {
    add: (file) => {
      const number = count++;
      const extension = /\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? "";
      const stored: StoredFile = {
        fileId: PREFIX[file.kind] + token(`id:${number}`, 60),
        fileUniqueId: file.fileUniqueId ?? `AQAD${token(`unique:${number}`, 11)}`,
        kind: file.kind,
        path: `${FOLDER[file.kind]}/file_${number}${extension}`,
        name: file.name,
        mime: file.mime,
        size: file.size ?? file.bytes.byteLength,
        bytes: file.bytes,
        width: file.width ?? 0,
        height: file.height ?? 0,
      };
      byId.set(stored.fileId, stored);
      byPath.set(stored.path, stored);
      return stored;
    },
    byId: (fileId) => byId.get(fileId),
    byPath: (path) => byPath.get(path),
  };
}
