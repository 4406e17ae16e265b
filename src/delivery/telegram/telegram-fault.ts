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

/**
 * What the wire throws while no connection stands: refused, reset in the middle of the TLS handshake, a certificate that is not Telegram's.
 * The request that saw its connection says it: no code of an error does, because ECONNRESET or EHOSTUNREACH come before and after alike, and
 * what is wrongly taken for not sent is a message sent twice.
 */
export class NeverConnectedError extends Error {
  constructor(cause: unknown) {
    super("no connection stood", { cause });
    this.name = "NeverConnectedError";
  }
}

/** Names a network error and says whether anything can have been sent. */
export function faultFrom(method: string, error: unknown): TelegramFault {
  if (error instanceof TelegramFault) return error;
  const codes = innermost(error).map(codeOf);
  // Codes are capital letters by Node's convention; anything else could be a text with somebody's words in it.
  const reason = codes.find((code) => /^[A-Z0-9_]+$/.test(code)) ?? "network error";
  return new TelegramFault(method, reason, error instanceof NeverConnectedError ? "no" : "unknown");
}

// Trying IPv4 and IPv6 at once gives one reason for each; and an error may hide its reason as a cause.
function innermost(error: unknown): unknown[] {
  if (error instanceof AggregateError) return error.errors.flatMap(innermost);
  if (error instanceof Error && error.cause !== undefined) return innermost(error.cause);
  return [error];
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
