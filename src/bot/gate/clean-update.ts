// An update with its words cleaned (domain/words/clean-words.ts): done once, before anything reads it, so that commands, forms, replies,
// searches and what is kept of them never see an invisible character. The inbox keeps it as it came.
import type { Contact, Document, Message, MessageEntity, Update, User } from "grammy/types";
import { cleanMarked, cleanWords } from "../../domain/words/clean-words.js";

export function cleanUpdate(update: Update): Update {
  const { message, edited_message: edited, callback_query: pressed } = update;
  return {
    ...update,
    ...(message !== undefined && { message: cleanMessage(message) }),
    ...(edited !== undefined && { edited_message: cleanMessage(edited) }),
    ...(pressed !== undefined && { callback_query: { ...pressed, from: cleanNames(pressed.from) } }),
  };
}

/** `sent_length`: of the text as it came, where cleaning has changed it. A phone cuts a long text by that length. */
export interface Cleaned {
  sent_length?: number;
}

function cleanMessage<M extends Message>(message: M): M {
  const { text, entities, caption, caption_entities: marks, contact, document, from } = message;
  return {
    ...message,
    ...(text !== undefined && cleanText("text", text, "entities", entities)),
    ...(caption !== undefined && cleanText("caption", caption, "caption_entities", marks)),
    ...(contact !== undefined && { contact: cleanFields<Contact>(contact, "phone_number", "first_name", "last_name") }),
    ...(document !== undefined && { document: cleanFields<Document>(document, "file_name") }),
    ...(from !== undefined && { from: cleanNames(from) }),
  };
}

function cleanText(textField: string, text: string, marksField: string, marks: MessageEntity[] | undefined) {
  const cleaned = cleanMarked(text, marks ?? []);
  const sent: Cleaned = cleaned.text.length === text.length ? {} : { sent_length: text.length };
  return { [textField]: cleaned.text, ...sent, ...(marks !== undefined && { [marksField]: cleaned.marks }) };
}

function cleanNames(user: User): User {
  return cleanFields<User>(user, "first_name", "last_name");
}

function cleanFields<T extends object>(object: T, ...fields: (keyof T)[]): T {
  const cleaned = fields.flatMap((field) => {
    const value = object[field];
    return typeof value === "string" ? [[field, cleanWords(value)]] : [];
  });
  return { ...object, ...Object.fromEntries(cleaned) };
}
