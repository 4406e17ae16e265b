// One line that stands for a message.
import type { Message } from "grammy/types";

/** Its text, or what it is with its caption. */
export function summaryOf(message: Message): string {
  if (message.text !== undefined) return message.text;
  const what = kindOf(message);
  return message.caption === undefined ? what : `${what} ${message.caption}`;
}

function kindOf(message: Message): string {
  if (message.photo !== undefined) return "(photo)";
  if (message.document !== undefined) return `(file ${message.document.file_name ?? ""})`;
  if (message.voice !== undefined) return "(voice)";
  if (message.location !== undefined) return "(location)";
  if (message.sticker !== undefined) return "(sticker)";
  if (message.contact !== undefined) return `(contact ${message.contact.phone_number})`;
  return "(service message)";
}
