// Builds the media part of a message from a stored file, as Telegram describes it.
import type { PhotoSize } from "grammy/types";
import type { Content } from "../state/chat.js";
import type { FileStore, NewFile, StoredFile } from "../state/files.js";
import { pictureSize } from "./pictures.js";

/** Telegram keeps a photo in several sizes; the longest side of each. */
const PHOTO_SIDES = [90, 320, 800, 1280];

export interface PhotoSource {
  readonly bytes: Uint8Array;
  readonly fileUniqueId?: string;
  readonly size?: number;
}

export function addPhoto(files: FileStore, source: PhotoSource): PhotoSize[] {
  const real = pictureSize(source.bytes) ?? { width: 960, height: 1280 };
  const longest = Math.max(real.width, real.height);
  const sides = PHOTO_SIDES.filter((side) => side < longest);
  const scales = [...sides.map((side) => side / longest), Math.min(1, 1280 / longest)];
  return scales
    .filter((scale, i) => scales.indexOf(scale) === i)
    .map((scale, i, all) => {
      const largest = i === all.length - 1;
      // Only the largest size answers to the given unique id: that is the one which programs keep.
      const stored = files.add({
        kind: "photo",
        name: "photo.jpg",
        mime: "image/jpeg",
        bytes: source.bytes,
        width: Math.max(1, Math.round(real.width * scale)),
        height: Math.max(1, Math.round(real.height * scale)),
        ...(largest && source.fileUniqueId !== undefined ? { fileUniqueId: source.fileUniqueId } : {}),
        ...(source.size === undefined ? {} : { size: source.size }),
      });
      return photoSize(stored);
    });
}

export function photoSize(file: StoredFile): PhotoSize {
  return {
    file_id: file.fileId,
    file_unique_id: file.fileUniqueId,
    width: file.width,
    height: file.height,
    file_size: file.size,
  };
}

export function documentContent(file: StoredFile): Content {
  return {
    document: {
      file_id: file.fileId,
      file_unique_id: file.fileUniqueId,
      file_name: file.name,
      mime_type: file.mime,
      file_size: file.size,
    },
  };
}

export function voiceContent(file: StoredFile, duration: number): Content {
  return {
    voice: {
      file_id: file.fileId,
      file_unique_id: file.fileUniqueId,
      duration,
      mime_type: file.mime,
      file_size: file.size,
    },
  };
}

export function stickerFile(): NewFile {
  return {
    kind: "sticker",
    name: "sticker.webp",
    mime: "image/webp",
    bytes: new Uint8Array(),
    width: 512,
    height: 512,
  };
}

export function stickerContent(file: StoredFile): Content {
  return {
    sticker: {
      file_id: file.fileId,
      file_unique_id: file.fileUniqueId,
      type: "regular",
      width: file.width,
      height: file.height,
      is_animated: false,
      is_video: false,
      emoji: "👍",
      file_size: file.size,
    },
  };
}
