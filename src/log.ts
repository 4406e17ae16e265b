// One JSON line an event: a name, ids, counts. What looks like a token or a phone number is struck out, should it ever get here.
import { type DestinationStream, pino } from "pino";
import type { Log, LogFields } from "./ports/queue/log.js";

export function createLog(level: "debug" | "info" | "warn" | "error", destination?: DestinationStream): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination as DestinationStream,
  );
  const at = (name: "debug" | "info" | "warn" | "error") => (event: string, fields?: LogFields) => {
    logger[name](scrubbed(fields ?? {}), event);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

const TOKEN = /\d{6,}:[\w-]{20,}/g;
/** +62 or 08 and at least eight digits, whatever stands between them. */
const PHONE = /(\+\s?\d|\b0\s?8|\b628)[\d\s-]{8,}/g;

function scrubbed(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === "string" ? value.replace(TOKEN, "[token]").replace(PHONE, "[phone]") : value,
    ]),
  );
}
