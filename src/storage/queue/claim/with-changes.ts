// What the claimed posts that change a delivered copy of an announcement come to: which message, and what shall stand there.
import { DELETABLE_MILLISECONDS } from "../../../domain/announcements/correction.js";
import { fillPlaceholders } from "../../../domain/messages/fill-placeholders.js";
import type { Message } from "../../../domain/messages/message.js";
import { mergeMessages } from "../../../domain/messages/together/merge-messages.js";
import type { ClaimedPost, PostContent } from "../../../ports/queue/delivery.js";
import type { Db } from "../../engine/database.js";
import { Prisma } from "../../generated/client.js";
import { POSTS } from "../../upkeep/posts.js";
import { readPostContent } from "../post-content.js";

interface ChangeRow {
  id: number;
  kind: "amend" | "withdraw";
  correction_state: string;
  announcement_id: number;
  content: unknown;
  copy_id: number;
  copy_state: string;
  copy_chat: bigint;
  message_id: bigint | null;
  more_ids: bigint[];
  left_at: Date | null;
  variables: unknown;
  language: string | null;
  has_read: boolean;
}

/** Read when it is claimed, not when it was posted: whether they have read it and what left with the copy is known only now. */
export async function withChanges(db: Db, posts: ClaimedPost[], now: Date): Promise<ClaimedPost[]> {
  const ids = posts.filter(({ kind }) => kind === "announcement_change").map(({ id }) => id);
  if (ids.length === 0) return posts;
  const rows = await db.$queryRaw<ChangeRow[]>`
    SELECT o.id, k.kind::text, k.state::text AS correction_state, k.announcement_id, k.content, c.id AS copy_id,
      c.state::text AS copy_state, c.chat_id AS copy_chat, c.telegram_message_id AS message_id, c.more_message_ids AS more_ids,
      c.left_at, c.variables, p.language::text, r.read_at IS NOT NULL AS has_read
    FROM outbox o JOIN announcement_corrections k ON k.id = o.correction_id JOIN outbox c ON c.id = o.copy_id
    LEFT JOIN people p ON p.id = o.person_id
    LEFT JOIN announcement_recipients r ON r.announcement_id = k.announcement_id AND r.person_id = o.person_id
    WHERE o.id = ANY(${ids}::int[])`;
  const changes = new Map<number, PostContent>();
  for (const row of rows) {
    const chatId = posts.find(({ id }) => id === row.id)?.chatId ?? 0;
    changes.set(row.id, await changeOf(db, row, chatId, now));
  }
  return posts.map((post) => (ids.includes(post.id) ? { ...post, content: changes.get(post.id) ?? NOTHING } : post));
}

const NOTHING: PostContent = { unchangeable: "no copy" };

async function changeOf(db: Db, row: ChangeRow, chatId: number, now: Date): Promise<PostContent> {
  if (row.correction_state !== "running") return { unchangeable: "overtaken" };
  // It was on its way when it was corrected, came back, and left or will leave with the new words.
  if (row.copy_state === "waiting") return { unchangeable: "sent anew" };
  if (row.message_id === null) return { unchangeable: "no message id" };
  if (Number(row.copy_chat) !== chatId) return { unchangeable: "another account" };
  const beside = await besideOf(db, row);
  const others = beside.filter(({ isCopy }) => !isCopy).map(({ message }) => message);
  if (others.includes(null)) return { unchangeable: "no words" };
  if (row.kind === "withdraw" && others.length === 0) {
    const isTooOld = row.left_at === null || now.getTime() - row.left_at.getTime() >= DELETABLE_MILLISECONDS;
    if (isTooOld) return { unchangeable: "too old" };
    return { change: { remove: [row.message_id, ...row.more_ids].map(Number) } };
  }
  const own = messageOf(readPostContent({ ...row, message: null }, row.has_read));
  const parts = beside.map(({ isCopy, message }) => (isCopy ? own : message));
  const kept = row.kind === "withdraw" ? others : parts;
  if (kept.includes(null)) return { unchangeable: "no words" };
  return { change: { edit: Number(row.message_id), to: mergeMessages(kept as Message[]) } };
}

/** What left as one message with this copy, itself included, in the order in which it stands there. Some of it may be in the archive by now. */
async function besideOf(db: Db, { copy_id, copy_chat, message_id }: ChangeRow) {
  const rows = await db.$queryRaw<(Parameters<typeof readPostContent>[0] & { id: number; has_read: boolean })[]>`
    SELECT o.id, o.message, COALESCE(k.content, a.content) AS content, o.variables, o.announcement_id, p.language::text,
      r.read_at IS NOT NULL AS has_read
    FROM ${POSTS} o LEFT JOIN announcements a ON a.id = o.announcement_id LEFT JOIN people p ON p.id = o.person_id
    LEFT JOIN announcement_recipients r ON r.announcement_id = o.announcement_id AND r.person_id = o.person_id
    LEFT JOIN LATERAL (${latestCorrection}) k ON TRUE
    WHERE o.chat_id = ${copy_chat}::bigint AND o.state = 'sent' AND o.telegram_message_id = ${message_id}::bigint
      AND o.copy_id IS NULL AND (o.id = ${copy_id} OR k.kind IS DISTINCT FROM 'withdraw')
    ORDER BY o.priority, o.due_at, o.id`;
  return rows.map((row) => ({ isCopy: row.id === copy_id, message: messageOf(readPostContent(row, row.has_read)) }));
}

/** Another announcement that left in the same message may have been corrected too. */
const latestCorrection = Prisma.sql`
  SELECT l.kind::text AS kind, l.content FROM announcement_corrections l
  WHERE l.announcement_id = o.announcement_id AND l.state = 'running' ORDER BY l.id DESC LIMIT 1`;

function messageOf(content: PostContent): Message | null {
  if ("message" in content) return content.message;
  return "template" in content
    ? { ...content.template, ...fillPlaceholders(content.template, content.variables) }
    : null;
}
