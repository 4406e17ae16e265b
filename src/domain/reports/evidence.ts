// What can be kept as evidence: photos and the documents that offices can open, small enough to be fetched from Telegram.
import { LARGEST_FILE_BYTES } from "../files/largest-file.js";

/** At one sending: with more files a report is an archive, and nobody looks through it. Three full albums. What is added later counts anew. */
export const MOST_EVIDENCE_FILES = 30;

/** Anyone who sends a photo so soon after a receipt means that report. */
export const LOOSE_FILE_MINUTES = 15;

/** In place of a copy's path: there is none and there will be none. */
export const LOST_COPY = "lost";

/** Why there is no copy yet, where that is not our disk's fault: Telegram was away, or would not give out this file. */
export const TELEGRAM_AWAY = "later";
export const TELEGRAM_REFUSES = "unavailable";

export type EvidenceFault = "too_large" | "odd_type";

const DOCUMENT_NAMES = /\.(jpe?g|jfif|png|webp|hei[cf]|pdf|docx?|xlsx?|pptx?|od[tsp])$/i;

/** What programs say that do not know; a better word is the name, and the last word have the bytes (file-type.ts). */
const SAYS_NOTHING =
  /^((application|binary)\/(x-)?(octet-stream|binary|download|force-download|unknown|unknown-content-type))$/;

const DOCUMENT_TYPES =
  /^(image\/(jpe?g|pjpeg|png|webp|heic|heif)|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\..+))$/;

/** Why a file cannot be kept; null when it can, as far as can be told before its bytes are there. */
export function evidenceFault(file: {
  kind: "photo" | "document";
  mimeType: string | null;
  byteSize: number | null;
  name?: string | null;
}): EvidenceFault | null {
  if ((file.byteSize ?? 0) > LARGEST_FILE_BYTES) return "too_large";
  return file.kind === "photo" || mayBeDocument(plainType(file.mimeType ?? ""), (file.name ?? "").trim())
    ? null
    : "odd_type";
}

function mayBeDocument(type: string, name: string): boolean {
  if (DOCUMENT_TYPES.test(type) || DOCUMENT_NAMES.test(name)) return true;
  // "surat" says nothing either; "surat.exe" does.
  return SAYS_NOTHING.test(type) && !/\.[a-z0-9]{2,5}$/i.test(name);
}

/** "IMAGE/JPEG; charset=binary" is "image/jpeg": phones and office programs write types as they like. */
function plainType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}
