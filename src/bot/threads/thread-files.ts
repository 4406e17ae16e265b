// What can be sent along in a thread: photos, the documents of offices, voice messages. Nothing that may be a program goes to others.

import type { RichText } from "../../domain/messages/message.js";
import { evidenceFault } from "../../domain/reports/evidence.js";
import type { ThreadFile } from "../../domain/threads/thread-file.js";
import type { Texts } from "../../texts/index.js";
import type { Input } from "../forms/form.js";

/** Null where it is none, or not one that is passed on. */
export function threadFileIn(input: Input): ThreadFile | null {
  if (input.kind === "other" && input.voiceId !== undefined) {
    return { kind: "voice", fileId: input.voiceId, albumId: null };
  }
  if (input.kind !== "file") return null;
  const { kind, fileId, albumId } = input.file;
  // Telegram passes on what it would not let us download.
  return evidenceFault({ ...input.file, byteSize: null }) === null ? { kind, fileId, albumId } : null;
}

/** The words below a photo or document. */
export function captionIn(input: Input): string {
  return input.kind === "file" ? (input.file.caption ?? "").trim() : "";
}

/** What is said about anything else. */
export function notPassedOn({ threads }: Texts, input: Input): RichText {
  if (input.kind === "file") return threads.oddFile();
  return input.kind === "other" && input.what === "video" ? threads.noVideo() : threads.textOrPhoto();
}
