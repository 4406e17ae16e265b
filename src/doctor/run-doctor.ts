// Looks at all that the bot needs, in the order in which a start needs it, and ends with what to do.
import { join } from "node:path";
import { type Config, ConfigError, readConfig, readDatabaseConfig } from "../config.js";
import { readQuestions, SHIPPED_QUESTIONS } from "../questionnaire.js";
import { readSimMapping, SHIPPED_SIM, SimMappingError } from "../sim-mapping.js";
import { openDatabase } from "../storage/engine/open-database.js";
import { FolderInUseError } from "../storage/folders/folder-lock.js";
import { type Finding, look, ok, wrong } from "./finding.js";
import { lookAtDatabase } from "./look-at-database.js";
import { isThere, lookAtServer, type Place } from "./look-at-server.js";
import { lookAtTelegram } from "./look-at-telegram.js";

export interface DoctorOptions {
  env: Record<string, string | undefined>;
  now(): Date;
  out(text: string): void;
}

/** Returns 0 when nothing is wrong, 1 when something is. */
export async function runDoctor({ env, now, out }: DoctorOptions): Promise<number> {
  const findings: Finding[] = [];
  const config = settings(env, findings);
  const place = config ?? placeOf(env);
  if (place !== null) findings.push(...(await lookAtServer(place, now())));
  // One that DATA_DIR does not hold cannot be looked at.
  const canOpen = place !== null && !findings.some(({ about, state }) => about === "files" && state === "wrong");
  if (canOpen) findings.push(...(await databaseFindings(place, now)));
  if (config !== null) findings.push(...(await questionFindings(config)), ...(await lookAtTelegram(config, now)));
  const words = { ok: "ok   ", look: "look ", wrong: "WRONG" };
  for (const { state, about, words: found } of findings) out(`${words[state]}  ${about}: ${found}\n`);
  const todo = findings.flatMap((one) => (one.todo === undefined ? [] : [`- ${one.about}: ${one.todo}`]));
  out(todo.length === 0 ? "\nNothing to do.\n" : `\nWhat to do:\n${todo.join("\n")}\n`);
  return findings.some(({ state }) => state === "wrong") ? 1 : 0;
}

function settings(env: DoctorOptions["env"], findings: Finding[]): Config | null {
  try {
    const config = readConfig(env);
    findings.push(ok("settings", "All that are set can be read."));
    for (const { written, meant } of config.misspelt) {
      findings.push(look("settings", `${written} is no setting of ours.`, `If it means ${meant}, write it so.`));
    }
    if (config.adminTelegramIds.length === 0) {
      const todo =
        "Put your own Telegram id into it (@userinfobot tells it): nobody becomes admin in any other way at first.";
      findings.push(look("settings", "ADMIN_TELEGRAM_IDS names nobody.", todo));
    }
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.message.split("\n")) findings.push(wrong("settings", line, "Put it right as it says."));
    return null;
  }
}

/** Where the data and their backups lie, also where another setting is wrong. */
function placeOf(env: DoctorOptions["env"]): (Place & { databaseUrl: string | undefined }) | null {
  try {
    const { url, dataDir, backupsDir } = readDatabaseConfig(env);
    return { databaseUrl: url, dataDir, backupsDir };
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

async function databaseFindings(
  { databaseUrl, dataDir }: { databaseUrl: string | undefined; dataDir: string },
  now: () => Date,
): Promise<Finding[]> {
  if (databaseUrl === undefined && !(await isThere(join(dataDir, "database")))) {
    return [
      look(
        "database",
        "None is there yet: the first start makes one embedded in the program.",
        "For real data set DATABASE_URL.",
      ),
    ];
  }
  try {
    const database = await openDatabase({ url: databaseUrl, dataDir });
    try {
      return await lookAtDatabase(database, now);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    return [look("database", "It is embedded, and the bot is running on it.", "Stop the bot to have it looked at.")];
  }
}

async function questionFindings({ questionsDir, simDir }: Config): Promise<Finding[]> {
  try {
    const questions = await readQuestions(questionsDir ?? SHIPPED_QUESTIONS);
    await readSimMapping(simDir ?? SHIPPED_SIM, questions);
    return [ok("questions", "What reports ask can be read, and how files for SIM are shaped.")];
  } catch (error) {
    if (error instanceof SimMappingError)
      return [wrong("SIM", error.message, "Put the file right, or leave SIM_DIR empty.")];
    return [wrong("questions", (error as Error).message, "Put the file right, or leave QUESTIONS_DIR empty.")];
  }
}
