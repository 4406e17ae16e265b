// Updates fetched by the bot. Waiting for them is the wire's matter, see long-poll.ts.

import type { UpdateKind } from "../state/updates.js";
import { refuse } from "./errors.js";
import { arrayField, integerField, type Params } from "./fields.js";
import type { Handlers } from "./handler.js";

export const updateMethods = {
  getUpdates: ({ world, params }) => {
    if (world.webhook !== undefined) {
      refuse(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    world.updates.allow(allowedUpdates(params));
    const offset = integerField(params, "offset") ?? 0;
    if (offset > 0) world.updates.confirmBefore(offset);
    const limit = Math.min(Math.max(integerField(params, "limit") ?? 100, 1), 100);
    return world.updates.pending(limit);
  },
} satisfies Handlers;

export function allowedUpdates(params: Params): readonly UpdateKind[] | undefined {
  return arrayField(params, "allowed_updates") as readonly UpdateKind[] | undefined;
}
