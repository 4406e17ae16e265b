// Photos, documents, voice messages and albums, from uploads or from file identifiers.
import type { Message } from "grammy/types";
import { addPhoto, documentContent, photoSize, voiceContent } from "../../media/media-content.js";
import { pictureSize } from "../../media/pictures.js";
import type { Content } from "../../state/chat.js";
import type { FileKind, StoredFile, Upload } from "../../state/files.js";
import { badRequest } from "../errors.js";
import { arrayField, integerField, isObject, type JsonObject, stringField } from "../fields.js";
import type { Handlers } from "../handler.js";
import { captionIn } from "./captions.js";
import { type Call, deliver, deliverAll } from "./deliver.js";

/** Telegram takes photos up to 10 MB and other files up to 50 MB from a bot. */
const LARGEST_PHOTO = 10 * 1024 * 1024;
const LARGEST_FILE = 50 * 1024 * 1024;

export const mediaMethods = {
  sendPhoto: (call) =>
    deliver(call, {
      ...photoContent(call, call.params.photo, "photo"),
      ...captionIn(call.params),
    }) as Message.PhotoMessage,
  sendDocument: (call) =>
    deliver(call, {
      ...fileContent(call, call.params.document, "document"),
      ...captionIn(call.params),
    }) as Message.DocumentMessage,
  sendVoice: (call) => {
    const duration = integerField(call.params, "duration") ?? 0;
    const voice = voiceContent(storedFile(call, call.params.voice, "voice"), duration);
    return deliver(call, { ...voice, ...captionIn(call.params) }) as Message.VoiceMessage;
  },
  sendMediaGroup: (call) => {
    const items = arrayField(call.params, "media") ?? badRequest("can't parse media JSON object");
    if (items.length < 2 || items.length > 10) badRequest("media must include 2-10 items");
    if (call.params.reply_markup !== undefined) badRequest("reply markup is not allowed in media groups");
    const kinds = new Set(items.map((item) => (isObject(item) ? item.type : undefined)));
    if (kinds.size > 1) badRequest("documents can't be mixed with other media types");
    const contents = items.map((item) => inputMediaContent(call, item));
    const media_group_id = call.world.nextAlbumId();
    return deliverAll(
      call,
      contents.map((content) => ({ ...content, media_group_id })),
    ) as (Message.PhotoMessage | Message.DocumentMessage)[];
  },
} satisfies Handlers;

/** One InputMedia object: a photo or a document with its own caption. */
export function inputMediaContent(call: Call, item: unknown): Content {
  if (!isObject(item)) return badRequest("can't parse InputMedia: expected an Object");
  const media = stringField(item, "media") ?? badRequest("can't parse InputMedia: media not found");
  return { ...inputMediaFile(call, item, media), ...captionIn(item) };
}

function inputMediaFile(call: Call, item: JsonObject, media: string): Content {
  switch (item.type) {
    case "photo":
      return photoContent(call, media, "media");
    case "document":
      return fileContent(call, media, "media");
    default:
      return badRequest(`can't parse InputMedia: type must be one of photo, document`);
  }
}

function photoContent(call: Call, value: unknown, field: string): Content {
  const upload = uploadOf(call, value, field);
  if (upload === undefined) return { photo: [photoSize(knownFile(call, value, "photo"))] };
  if (upload.bytes.byteLength === 0) badRequest("file must be non-empty");
  if (upload.bytes.byteLength > LARGEST_PHOTO) {
    badRequest(`file "${upload.filename}" with size ${upload.bytes.byteLength} bytes is too big for a photo`);
  }
  const size = pictureSize(upload.bytes) ?? badRequest("IMAGE_PROCESS_FAILED");
  const ratio = Math.max(size.width, size.height) / Math.min(size.width, size.height);
  if (size.width + size.height > 10_000 || ratio > 20) badRequest("PHOTO_INVALID_DIMENSIONS");
  return { photo: addPhoto(call.world.files, { bytes: upload.bytes }) };
}

function fileContent(call: Call, value: unknown, field: string): Content {
  return documentContent(storedFile(call, value, field === "media" ? "document" : field));
}

function storedFile(call: Call, value: unknown, field: string): StoredFile {
  const kind: FileKind = field === "voice" ? "voice" : "document";
  const upload = uploadOf(call, value, field);
  if (upload === undefined) return knownFile(call, value, kind);
  if (upload.bytes.byteLength === 0) badRequest("file must be non-empty");
  if (upload.bytes.byteLength > LARGEST_FILE) {
    badRequest(`file "${upload.filename}" with size ${upload.bytes.byteLength} bytes is too big`);
  }
  return call.world.files.add({ kind, name: upload.filename, mime: mimeOf(upload), bytes: upload.bytes });
}

/** An upload stands in a part named like the field, or in one that attach:// names. */
function uploadOf({ uploads }: Call, value: unknown, field: string): Upload | undefined {
  if (typeof value === "string" && value.startsWith("attach://")) {
    return uploads.get(value.slice("attach://".length)) ?? badRequest("wrong file identifier/HTTP URL specified");
  }
  return value === undefined ? uploads.get(field) : undefined;
}

function knownFile({ world }: Call, value: unknown, kind: FileKind): StoredFile {
  if (value === undefined || value === "") badRequest(`there is no ${kind} in the request`);
  if (typeof value !== "string") badRequest(`field "${kind}" must be of type String`);
  // There is no internet in here to fetch an address from.
  if (/^https?:/i.test(value)) badRequest("failed to get HTTP URL content");
  const file = world.files.byId(value) ?? badRequest("wrong file identifier/HTTP URL specified");
  if (file.kind !== kind) badRequest(`can't use file of type ${file.kind} as ${kind}`);
  return file;
}

const MIME_BY_EXTENSION: Readonly<Record<string, string>> = {
  csv: "text/csv",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

/** Telegram tells the type from the name when the upload says nothing. */
function mimeOf({ filename, mime }: Upload): string {
  const extension = filename.split(".").at(-1)?.toLowerCase() ?? "";
  return mime === "application/octet-stream" ? (MIME_BY_EXTENSION[extension] ?? mime) : mime;
}
