// Where updates are brought to; logging out and closing.

import type { World } from "../shapes.js";
import { badRequest } from "./errors.js";
import { booleanField, integerField, stringField } from "./fields.js";
import type { Handlers } from "./handler.js";
import { allowedUpdates } from "./updates.js";

export const webhookMethods = {
  setWebhook: ({ world, params }) => {
    const url = stringField(params, "url") ?? "";
    const secretToken = stringField(params, "secret_token");
    if (url === "") return drop(world, booleanField(params, "drop_pending_updates"));
    if (!URL.canParse(url)) badRequest("bad webhook: invalid webhook URL specified");
    // A Bot API server of one's own takes plain HTTP too; this one does so for addresses of one's own machines.
    if (new URL(url).protocol !== "https:" && !isOwnHost(new URL(url).hostname)) {
      badRequest("bad webhook: An HTTPS URL must be provided for webhook");
    }
    if (secretToken !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secretToken)) {
      badRequest("secret token contains unallowed characters");
    }
    world.updates.allow(allowedUpdates(params));
    if (booleanField(params, "drop_pending_updates")) world.updates.take();
    const maxConnections = Math.min(Math.max(integerField(params, "max_connections") ?? 40, 1), 100);
    world.webhook = { url, secretToken, maxConnections, lastError: undefined };
    world.poller?.terminate("Conflict: terminated by setWebhook request");
    world.changed({ kind: "webhook" });
    return true;
  },
  deleteWebhook: ({ world, params }) => drop(world, booleanField(params, "drop_pending_updates")),
  getWebhookInfo: ({ world }) => ({
    url: world.webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: world.updates.size,
    ...(world.webhook === undefined ? {} : { max_connections: world.webhook.maxConnections }),
    ...(world.updates.allowed.length === 0 ? {} : { allowed_updates: [...world.updates.allowed] }),
    ...(world.webhook?.lastError === undefined
      ? {}
      : {
          last_error_date: Math.floor(world.webhook.lastError.at.getTime() / 1000),
          last_error_message: world.webhook.lastError.message,
        }),
  }),
  logOut: () => true,
  close: () => true,
} satisfies Handlers;

function drop(world: World, pendingToo: boolean): true {
  world.webhook = undefined;
  if (pendingToo) world.updates.take();
  world.changed({ kind: "webhook" });
  return true;
}

function isOwnHost(host: string): boolean {
  return !host.includes(".") || /^(127|10|172|192\.168)\./.test(host) || host.endsWith(".local");
}
