// What can be kept as evidence: photos and the documents that offices can open, small enough to be fetched from Telegram.

/** Telegram lets a bot download so much and no more. */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;

/** A report with more files than this is an archive: nobody looks through it. Three full albums. */
export const MOST_FILES = 30;

export type EvidenceFault = "too_large" | "odd_type";

const DOCUMENT_TYPES =
  /^(image\/(jpe?g|pjpeg|png|webp|heic|heif)|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\..+))$/;

/** Why a file cannot be kept; null when it can. */
export function evidenceFault(file: {
  kind: "photo" | "document";
  mimeType: string | null;
  byteSize: number | null;
}): EvidenceFault | null {
  if ((file.byteSize ?? 0) > LARGEST_FILE_BYTES) return "too_large";
  if (file.kind === "document" && !DOCUMENT_TYPES.test(plainType(file.mimeType ?? ""))) return "odd_type";
  return null;
}

/** "IMAGE/JPEG; charset=binary" is "image/jpeg": phones and office programs write types as they like. */
function plainType(mimeType: string): string {
  return (mimeType.split(";")[0] ?? "").trim().toLowerCase();
}
