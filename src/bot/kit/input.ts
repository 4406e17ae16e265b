// Reads an update as what a person did at a question.
import type { Context } from "grammy";
import type { IncomingFile, Input, OtherKind } from "../forms/form.js";
import type { Cleaned } from "../gate/clean-update.js";
import { marksOf } from "./marks-of.js";

export function inputOf(ctx: Context): Input {
  if (ctx.callbackQuery?.data !== undefined) return { kind: "press", value: ctx.callbackQuery.data };
  const { message } = ctx;
  if (message?.contact !== undefined) {
    const { phone_number: phone, user_id: userId } = message.contact;
    // Telegram fills in whose number it is; anybody can forward somebody else's, or let another bot write one.
    const isShared = message.forward_origin === undefined && message.via_bot === undefined;
    return { kind: "contact", phone, own: isShared && userId !== undefined && userId === ctx.from?.id };
  }
  const file = fileOf(message);
  if (file !== null) return { kind: "file", file };
  if (message?.text !== undefined) {
    const { sent_length: sentLength }: Cleaned = message as Cleaned;
    const sent = sentLength === undefined ? {} : { sentLength };
    return { kind: "text", text: message.text, marks: marksOf(message.entities), ...sent };
  }
  const voice = message?.voice === undefined ? {} : { voiceId: message.voice.file_id };
  return { kind: "other", what: otherOf(message), albumId: message?.media_group_id ?? null, ...voice };
}

function otherOf(message: Context["message"]): OtherKind {
  if (message?.voice !== undefined || message?.audio !== undefined) return "voice";
  if (message?.video !== undefined || message?.video_note !== undefined || message?.animation !== undefined)
    return "video";
  if (message?.sticker !== undefined) return "sticker";
  return message?.location !== undefined ? "location" : "unknown";
}

function fileOf(message: Context["message"]): IncomingFile | null {
  // A moving picture comes as a document too.
  if (message === undefined || message.animation !== undefined) return null;
  const common = {
    albumId: message.media_group_id ?? null,
    caption: message.caption ?? null,
    captionMarks: marksOf(message.caption_entities),
  };
  const largest = message.photo?.at(-1);
  if (largest !== undefined) {
    return {
      kind: "photo",
      fileId: largest.file_id,
      fileUniqueId: largest.file_unique_id,
      mimeType: "image/jpeg",
      byteSize: largest.file_size ?? null,
      ...common,
    };
  }
  const { document } = message;
  if (document === undefined) return null;
  return {
    kind: "document",
    fileId: document.file_id,
    fileUniqueId: document.file_unique_id,
    mimeType: document.mime_type ?? null,
    byteSize: document.file_size ?? null,
    name: document.file_name ?? null,
    ...common,
  };
}
