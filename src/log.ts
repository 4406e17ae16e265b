// One JSON line an event: its level and name, ids, counts. What looks like a token or a phone number is struck out, should it ever get
// here. A storm is a few lines and a count.
import { type DestinationStream, pino } from "pino";
import type { Log, LogEvent, LogFields, LogLevel } from "./ports/queue/log.js";

/** The same event for the same cause is written so often in a minute; the others are counted. */
const MOST_A_MINUTE = 5;
const MINUTE = 60_000;

interface Storm {
  since: number;
  written: number;
  folded: number;
  /** Of the last one that was not written. */
  last: LogFields;
}

/** `now`: milliseconds that only grow. */
export function createLog(
  level: LogLevel,
  destination?: DestinationStream,
  now: () => number = () => performance.now(),
): Log {
  const logger = pino(
    {
      ...{ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: "event" },
      formatters: { level: (label) => ({ level: label }) },
    },
    destination as DestinationStream,
  );
  const storms = new Map<string, Storm & { level: LogLevel; event: LogEvent }>();

  /** What a minute held back is told at the next event of any kind: jobs run each minute. */
  const tellOfPast = (at: number) => {
    for (const [key, storm] of storms) {
      if (at - storm.since < MINUTE) continue;
      storms.delete(key);
      if (storm.folded > 0) logger[storm.level]({ ...storm.last, folded: storm.folded }, storm.event);
    }
  };

  const at =
    (name: LogLevel) =>
    (event: LogEvent, fields: LogFields = {}) => {
      const moment = now();
      tellOfPast(moment);
      const clean = scrubbed(fields);
      // Words tell apart, numbers do not: the same fault of a thousand posts is one storm, and fifty migrations are none.
      const words = Object.values(clean).filter((value) => typeof value === "string");
      const key = [name, event, ...words].join("\n");
      const storm = storms.get(key) ?? { level: name, event, since: moment, written: 0, folded: 0, last: clean };
      storms.set(key, storm);
      if (storm.written < MOST_A_MINUTE) {
        storm.written += 1;
        logger[name](clean, event);
      } else {
        storm.folded += 1;
        storm.last = clean;
      }
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
