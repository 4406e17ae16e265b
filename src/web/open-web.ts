// The process's web from its first second on: while it starts it lives and is not ready.
import { isFromTelegram } from "../intake/doors/receive-webhook.js";
import type { Metrics } from "./metrics.js";
import type { Readiness } from "./readiness.js";
import { startWeb, type Web, type WebOptions } from "./server.js";

/** What the web's door leads to, once the start is over. */
export interface Ready {
  readiness: Readiness;
  metrics: Metrics;
  receive(body: string): Promise<number>;
}

interface Doors extends Pick<WebOptions, "port" | "metricsAt"> {
  webhook: { url: string; secret: string } | undefined;
}

const STARTING = [{ name: "start", reason: "it is still starting" }];

/** `started.ready`: from when on it is ready for more than saying that it lives. The webhook's secret is looked at here. */
export function openWeb({ port, metricsAt, webhook }: Doors, started: { ready: Ready | undefined }): Promise<Web> {
  return startWeb({
    port,
    metricsAt,
    notReady: async () => (started.ready === undefined ? STARTING : started.ready.readiness.missing()),
    metrics: () => started.ready?.metrics,
    webhook: webhook && {
      path: new URL(webhook.url).pathname,
      isAllowed: (secret) => isFromTelegram(secret, webhook.secret),
      // Telegram brings it again.
      receive: async (body) => started.ready?.receive(body) ?? 503,
    },
  });
}
