// What became of all posts of a simulation: which left together, and what did not leave and why.
import { fateOf, type PostFacts } from "../../domain/fates/fate.js";
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { SimulatedHeld } from "../../domain/simulation/simulation.js";
import type { Db } from "../engine/database.js";

export interface LeftPost {
  kind: PostKind;
  personId: number | null;
  messageId: number;
}

/** Not what they say: of thousands that is most of a row. */
const COLUMNS = {
  ...{ key: true, kind: true, personId: true, state: true, cause: true },
  ...{ dueAt: true, leftAt: true, settledAt: true, telegramMessageId: true },
} as const;

/** Posts that left, by the message they left in; and the others, counted by kind and reason. */
export async function readOutcome(db: Db): Promise<{ left: LeftPost[]; held: SimulatedHeld[] }> {
  const rows = await db.outbox.findMany({ select: COLUMNS, orderBy: { id: "asc" } });
  const counted = new Map<string, SimulatedHeld>();
  const count = (one: Omit<SimulatedHeld, "count">, more: number) => {
    const key = `${one.kind} ${one.end} ${one.reason}`;
    const before = counted.get(key) ?? { ...one, count: 0 };
    counted.set(key, { ...before, count: before.count + more });
  };
  const left: LeftPost[] = [];
  for (const row of rows) {
    const { kind, personId, telegramMessageId, state } = row;
    if (state === "sent" && telegramMessageId !== null) {
      left.push({ kind: kind as PostKind, personId, messageId: Number(telegramMessageId) });
      continue;
    }
    const { key, cause, dueAt, leftAt, settledAt } = row;
    const facts = { ...{ key, kind, state, cause, dueAt, leftAt, settledAt }, isPaused: false, together: 0 };
    const { end, reason } = fateOf(facts as PostFacts);
    count({ kind: kind as PostKind, end, reason }, 1);
  }
  const held = await db.heldBack.groupBy({ by: ["kind", "reason"], _count: true });
  for (const { kind, reason, _count } of held) {
    count({ kind: kind as PostKind, end: "held", reason: reason as SimulatedHeld["reason"] }, _count);
  }
  return { left, held: [...counted.values()].sort((a, b) => b.count - a.count) };
}
