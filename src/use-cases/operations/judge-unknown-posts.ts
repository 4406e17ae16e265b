// An operator looks at the messages of which nobody knows whether they arrived, and decides: once more, or taken as arrived.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { UnknownPost } from "../../ports/upkeep/troubles.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";

/** As many as fit one screen with two buttons each. */
const SHOWN = 5;

export type UnknownPosts = { kind: "not_allowed" } | { kind: "listed"; posts: UnknownPost[] };

export async function listUnknownPosts(world: World, actor: KnownActor): Promise<UnknownPosts> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const posts = await world.store.troubles.unknownPosts(SHOWN);
  if (posts.length > 0) {
    const details = { count: posts.length };
    await noteLook(world, actor, { action: "post.list" as const, subject: "unknown posts", details });
  }
  return { kind: "listed", posts };
}

/** `forgotten`: it is so old that its text is not kept any more. */
export type JudgeUnknownOutcome = { kind: "not_allowed" | "decided" | "decided_before" | "forgotten" };

export async function judgeUnknownPost(
  world: World,
  actor: KnownActor,
  { outboxId, decision }: { outboxId: number; decision: "send_again" | "taken_as_sent" },
): Promise<JudgeUnknownOutcome> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const settled = await store.troubles.settleUnknown(outboxId, decision, now);
    if (settled !== "settled") return { kind: settled === "forgotten" ? "forgotten" : "decided_before" };
    const entry = { actorId: actor.person.id, action: "post.decide_unknown" as const, subject: `post:${outboxId}` };
    await store.audit.record({ ...entry, details: { decision } }, now);
    return { kind: "decided" };
  });
}
