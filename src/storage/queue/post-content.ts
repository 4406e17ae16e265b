// Reads the JSON columns of an outbox row: parsed at the door, trusted inside.
import { z } from "zod";
import { variablesIn } from "../../domain/announcements/announcement.js";
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import type { PostContent } from "../../ports/queue/delivery.js";

const range = { offset: z.number().int().min(0), length: z.number().int().min(1) };
const mark = z.union([
  z.object({ type: z.literal("text_link"), ...range, url: z.string() }),
  z.object({ type: z.enum(["bold", "italic", "underline", "strikethrough", "code", "blockquote"]), ...range }),
]);
const tone = z.enum(["primary", "success", "danger"]).optional();
const button = z.union([
  z.object({ label: z.string(), tone, data: z.string() }),
  z.object({ label: z.string(), tone, url: z.string() }),
]);
const kind = z.enum(["photo", "document"]);
const attachment = z.union([
  z.object({ kind: z.enum(["photo", "document", "voice"]), fileId: z.string() }),
  z.object({
    kind: z.enum(["photos", "documents"]),
    fileIds: z.array(z.string()).min(2),
    saidOnce: z.literal(true).optional(),
  }),
  z.object({ kind, name: z.string(), base64: z.string() }),
]);
const message = z.object({
  text: z.string(),
  marks: z.array(mark).default([]),
  buttons: z.array(z.array(button)).optional(),
  keyboard: z
    .union([z.literal("remove"), z.object({ askContact: z.string(), choices: z.array(z.string()) })])
    .optional(),
  attachment: attachment.optional(),
  silent: z.literal(true).optional(),
  replyTo: z.number().int().positive().optional(),
});
const labels = z.object({ ask: z.string(), done: z.string() });
const template = message.extend({ asksRead: z.object({ id: labels, en: labels }).optional() });
const variables = z.record(z.string(), z.string());

interface ContentColumns {
  message: unknown;
  content: unknown;
  variables: unknown;
  announcement_id: number | null;
  /** The receiver's. */
  language: string | null;
}

/** A row that makes no sense must not stop the others: it is told apart here and given up by the dispatcher. */
export function readPostContent(row: ContentColumns, hasRead = false): PostContent {
  if (row.message !== null) {
    const own = message.safeParse(row.message);
    return own.success ? { message: own.data as Message } : { unreadable: true };
  }
  const content = template.safeParse(row.content);
  const words = variables.safeParse(row.variables ?? {});
  if (!content.success || !words.success) return { unreadable: true };
  // Forgotten by age: better not at all than "Halo {nama}" to ten thousand people.
  if (variablesIn(content.data).some((name) => !Object.hasOwn(words.data, name))) return { unreadable: true };
  const { asksRead, ...said } = content.data;
  const labels = asksRead?.[row.language === "en" ? "en" : "id"];
  // Telegram puts no buttons below an album.
  const asks = labels !== undefined && row.announcement_id !== null && !("fileIds" in (said.attachment ?? {}));
  const ask = asks ? [[readButton(labels, row.announcement_id ?? 0, hasRead)]] : [];
  const buttons = [...(said.buttons ?? []), ...ask];
  return { template: { ...said, ...(buttons.length > 0 && { buttons }) } as Message, variables: words.data };
}

function readButton({ ask, done }: { ask: string; done: string }, announcementId: number, hasRead: boolean): Button {
  return { label: hasRead ? done : ask, data: action("read_announcement", announcementId) };
}
