// Telegram: whether it can be reached, takes the token, has our time, and brings updates where the configuration says.
import { z } from "zod";
import type { Config } from "../config.js";
import { type Finding, look, ok, wrong } from "./finding.js";

const PATIENCE_MILLISECONDS = 15_000;
const MOST_SECONDS_APART = 30;

const anAnswer = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  error_code: z.number().optional(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});
const aBot = z.object({ username: z.string() });
const aWebhook = z.object({
  url: z.string(),
  pending_update_count: z.number(),
  last_error_date: z.number().optional(),
  last_error_message: z.string().optional(),
});

type Wanted = Pick<Config, "telegramApiRoot" | "botToken" | "webhook">;

/** Nothing of what it says holds the token or the secret. */
export async function lookAtTelegram(config: Wanted, now: () => Date): Promise<Finding[]> {
  const about = "telegram";
  const me = await call(config, "getMe");
  if (me.kind === "away") {
    const todo = `Look whether this machine may open ${new URL(config.telegramApiRoot).host} (a firewall, a proxy, the name server).`;
    return [wrong(about, `It cannot be reached: ${me.cause}.`, todo)];
  }
  if (me.kind === "refused") return [refusalFinding(about, me)];
  const { username } = aBot.parse(me.result);
  const apart = me.at === null ? 0 : Math.round((me.at.getTime() - now().getTime()) / 1000);
  const clock =
    Math.abs(apart) <= MOST_SECONDS_APART
      ? []
      : [wrong("clock", `This machine's clock is ${Math.abs(apart)} s off Telegram's.`, "Set it by a time server.")];
  return [ok(about, `It knows the bot as @${username}.`), ...clock, await webhookFinding(config, now())];
}

/** 401 and 404 are the token; whatever else Telegram refuses passes by itself, and a new token would only lose the old one. */
function refusalFinding(about: string, { code, wait }: Extract<Called, { kind: "refused" }>): Finding {
  if (code === 401 || code === 404) {
    const todo = "Ask @BotFather for the current token and put it into BOT_TOKEN.";
    return wrong(about, `It does not accept the token (${code}).`, todo);
  }
  if (code === 429) {
    const todo = "Ask again then. If it comes back, look whether another program uses the same token.";
    return look(about, `It asks to wait${wait === undefined ? "" : ` ${wait} s`} (429).`, todo);
  }
  return look(about, `It is in trouble (${code}).`, "Ask again in some minutes; what waits leaves by itself.");
}

async function webhookFinding(config: Wanted, now: Date): Promise<Finding> {
  const about = "webhook";
  const answer = await call(config, "getWebhookInfo");
  if (answer.kind !== "answered") return look(about, "Telegram did not say where it brings updates.", "Ask again.");
  const info = aWebhook.parse(answer.result);
  const wanted = config.webhook?.url ?? "";
  if (info.url !== wanted) {
    const words =
      wanted === ""
        ? "Telegram brings updates to an address, but the configuration says polling."
        : info.url === ""
          ? "The configuration names a webhook, and Telegram knows none."
          : "Telegram brings updates to another address than WEBHOOK_URL.";
    return look(
      about,
      words,
      "The next start puts it right. If it comes back, somebody else has the token: make a new one.",
    );
  }
  const minutes = info.last_error_date === undefined ? null : (now.getTime() / 1000 - info.last_error_date) / 60;
  if (info.pending_update_count > 0 && minutes !== null && minutes < 10) {
    const words = `${info.pending_update_count} updates wait, and Telegram says: ${info.last_error_message ?? "it could not bring them"}.`;
    return wrong(about, words, "Look at the certificate, the port and the proxy in front of the bot.");
  }
  return ok(
    about,
    wanted === "" ? "None is set: the bot fetches its updates." : "Telegram brings updates to WEBHOOK_URL.",
  );
}

type Called =
  | { kind: "answered"; result: unknown; at: Date | null }
  | { kind: "refused"; code: number; wait: number | undefined }
  | { kind: "away"; cause: string };

async function call({ telegramApiRoot, botToken }: Wanted, method: string): Promise<Called> {
  try {
    const response = await fetch(`${telegramApiRoot}/bot${botToken}/${method}`, {
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const answer = anAnswer.safeParse(await response.json().catch(() => null)).data;
    if (answer === undefined) return { kind: "away", cause: `a page instead of an answer (${response.status})` };
    if (!answer.ok) {
      const { error_code: code = response.status, parameters } = answer;
      return { kind: "refused", code, wait: parameters?.retry_after };
    }
    const said = Date.parse(response.headers.get("date") ?? "");
    return { kind: "answered", result: answer.result, at: Number.isNaN(said) ? null : new Date(said) };
  } catch (error) {
    // The message of a failed fetch may name the address, and that holds the token: only codes pass.
    const { name, cause } = error as Error & { cause?: { code?: unknown } };
    return { kind: "away", cause: typeof cause?.code === "string" ? cause.code : name };
  }
}
