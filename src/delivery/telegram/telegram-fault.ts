// What went wrong on the wire, told without the token: every error of a Bot API call that is not Telegram's own answer.

/** "no": Telegram cannot have seen the call. "unknown": it may have been carried out. */
export type Sent = "no" | "unknown";

export class TelegramFault extends Error {
  constructor(
    readonly method: string,
    /** A code such as ECONNREFUSED, "time-out" or "bad answer 502": safe to log and to keep. */
    readonly reason: string,
    readonly sent: Sent,
  ) {
    super(`${method}: ${reason}`);
    this.name = "TelegramFault";
  }
}

/** grammY wraps what our fetch throws; this finds it again. */
export function faultOf(error: unknown): TelegramFault | undefined {
  if (error instanceof TelegramFault) return error;
  if (error instanceof Error && "error" in error) return faultOf(error.error);
  return undefined;
}

// Only what happens before a connection stands is surely not sent: an allow-list, because a wrong "no" is a message sent twice.
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Names a network error and says whether anything can have been sent. */
export function faultFrom(method: string, error: unknown): TelegramFault {
  if (error instanceof TelegramFault) return error;
  const causes = innermost(error);
  const codes = causes.map(codeOf);
  const never = causes.length > 0 && causes.every((cause) => happenedBeforeSending(cause));
  // Codes are capital letters by Node's convention; anything else could be a text with somebody's words in it.
  const reason = codes.find((code) => /^[A-Z0-9_]+$/.test(code)) ?? "network error";
  return new TelegramFault(method, reason, never ? "no" : "unknown");
}

// Trying IPv4 and IPv6 at once gives one reason for each; and fetch, which tests put underneath, hides its reason as a cause.
function innermost(error: unknown): unknown[] {
  if (error instanceof AggregateError) return error.errors.flatMap(innermost);
  if (error instanceof Error && error.cause !== undefined) return innermost(error.cause);
  return [error];
}

function happenedBeforeSending(cause: unknown): boolean {
  const code = codeOf(cause);
  // ETIMEDOUT is also what a broken connection says; only while connecting it is harmless.
  const whileConnecting = cause instanceof Error && "syscall" in cause && cause.syscall === "connect";
  return BEFORE_SENDING.has(code) || (code === "ETIMEDOUT" && whileConnecting);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
