// What was typed behind `npm run seed --`.
import { parseArgs } from "node:util";
import { isDay } from "../../src/domain/time/calendar.js";
import type { SeedOptions } from "./seed.js";

export const HELP = `Fills the database with the cohort TPBIS 2024 (made-up people, for trying out): npm run seed -- [options]

  --start DATE       first day of the Kepulauan Riau class; all other days move with it (default 2024-06-03)
  --now INSTANT      what lies before it has happened: 2024-06-02T19:00+07:00, or a date (default: the clock)
  --participants N   from 154 (the five classes of the press, the default) to 40000; 10000 is the national size
  --trainers N       from 9; default: one for every 53 people
  --seed N           another number makes other people and other links (default 2024)
  --bot NAME         the bot's @name: tokens are then told as whole links too
  --json             prints classes, trainers, admins and people as JSON and nothing else;
                     npm adds two lines of its own unless told not to: npm run --silent seed -- --json
  --help             prints this

DATABASE_URL names a PostgreSQL database; without it the embedded one in DATA_DIR (default ./data) is filled.
The database's tables and places are brought up to date first. On a seeded database nothing is changed.
`;

export type SeedArguments =
  | { kind: "seed"; json: boolean; bot: string | null; options: SeedOptions }
  | { kind: "help" }
  /** `message` names the argument and what it should be. */
  | { kind: "fault"; message: string };

/** `clock` is now, unless --now says otherwise. */
export function readArguments(typed: readonly string[], clock: Date): SeedArguments {
  const parsed = parse(typed);
  if (typeof parsed === "string") return { kind: "fault", message: parsed };
  if (parsed.help) return { kind: "help" };
  const now = parsed.now === undefined ? clock : new Date(parsed.now);
  if (Number.isNaN(now.getTime())) return { kind: "fault", message: `--now is no instant or day: ${parsed.now}` };
  const options: SeedOptions = { now };
  if (parsed.start !== undefined) {
    if (!isDay(parsed.start))
      return { kind: "fault", message: `--start is no day such as 2024-06-03: ${parsed.start}` };
    options.start = parsed.start;
  }
  for (const name of ["participants", "trainers", "seed"] as const) {
    const text = parsed[name];
    if (text === undefined) continue;
    if (!/^\d{1,9}$/.test(text)) return { kind: "fault", message: `--${name} is no whole number: ${text}` };
    options[name] = Number(text);
  }
  return { kind: "seed", json: parsed.json, bot: parsed.bot?.replace(/^@/, "") ?? null, options };
}

/** The options as texts, or what is wrong with them. */
function parse(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      options: {
        start: { type: "string" },
        now: { type: "string" },
        participants: { type: "string" },
        trainers: { type: "string" },
        seed: { type: "string" },
        bot: { type: "string" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    // An unknown option, or one without its value: Node's own sentence says which.
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      return error.message;
    }
    throw error;
  }
}
