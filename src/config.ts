// The environment, read once and checked: nobody else makes sense of process.env. Every variable is explained in .env.example.
import { join } from "node:path";
import { z } from "zod";
import { misspelt } from "./config/misspelt.js";
import { webhookFault } from "./config/webhook-address-fault.js";

export interface Config {
  botToken: string;
  telegramApiRoot: string;
  /** Undefined: the embedded database in dataDir. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** The folder of the archives. */
  backupsDir: string;
  adminTelegramIds: number[];
  port: number;
  /** Where /metrics answers, and nowhere else; undefined: on `port`. */
  metricsAt: { host: string | undefined; port: number } | undefined;
  webhook: { url: string; secret: string } | undefined;
  logLevel: "debug" | "info" | "warn" | "error";
  dataContact: string;
  /** What is missing is as domain/registration/consent-notice.ts and domain/own-data/keeping.ts say. */
  keeping: { dataController?: string; keptYears?: number };
  /** What is missing is as domain/registration/consent-notice.ts says. */
  noticeTerms: { refusalIsFree?: boolean; namesConsultants?: boolean };
  /** The folder of what reports ask; undefined: the one that comes with the program. */
  questionsDir: string | undefined;
  /** A folder with the shape of files for SIM, and which libraries have an account there; the shipped one when it is not said. */
  simDir: string | undefined;
  /** Added to the holidays we know of, and taken out of them. */
  holidays: { added: string[]; removed: string[] };
  /** Variables that were set and look like misspelt ones of ours. */
  misspelt: { written: string; meant: string }[];
  /** What is missing is as domain/messages/message-budget.ts says. */
  budget: { perDay?: number; perWeek?: number; perClassDay?: number };
  /** What is missing is as domain/caseload/with-province.ts says. */
  provinceRule: { lateDays?: number; tries?: number };
}

/** Some variable is missing or wrong; the message names each and says what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const MISSING_TOKEN =
  "BOT_TOKEN is missing. Open Telegram, write to @BotFather, send /newbot, and put the token it gives you into BOT_TOKEN. To try everything without a token, run: npm run demo";

// An empty line in an .env file means "not set".
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);

const httpUrl = z.url({ protocol: /^https?$/, error: "must be a URL beginning with http:// or https://" });

/** Where none would mean that nobody is ever reminded, or all is erased at once, and nobody would know why. */
const atLeastOne = optional(
  z.coerce
    .number({ error: "must be a whole number" })
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .optional(),
);

const yesOrNo = optional(
  z
    .enum(["yes", "no"], { error: "must be yes or no" })
    .transform((said) => said === "yes")
    .optional(),
);

/** Telegram promises 52 significant bits. */
const LARGEST_TELEGRAM_ID = 2 ** 52;

const database = z.object({
  DATABASE_URL: optional(
    z.url({ protocol: /^postgres(ql)?$/, error: "must be a URL beginning with postgresql://" }).optional(),
  ),
  DATA_DIR: optional(z.string().default("./data")),
  BACKUPS_DIR: optional(z.string().optional()),
  HOLIDAYS: optional(
    z
      .string()
      .transform((text) => text.split(",").map((day) => day.trim()))
      .refine((days) => days.every((day) => z.iso.date().safeParse(day.replace(/^-/, "")).success), {
        error: "must be days with commas between them, such as 2027-01-01,-2026-12-24; a minus takes one out",
      })
      .default([]),
  ),
  MESSAGES_PER_DAY: atLeastOne,
  MESSAGES_PER_WEEK: atLeastOne,
  MESSAGES_PER_CLASS_DAY: atLeastOne,
});

const environment = database.extend({
  BOT_TOKEN: optional(
    z
      .string({ error: MISSING_TOKEN })
      .regex(/^\d+:[\w-]{20,}$/, "does not look like a token; @BotFather gives one such as 123456789:AAF…"),
  ),
  TELEGRAM_API_ROOT: optional(httpUrl.default("https://api.telegram.org")),
  ADMIN_TELEGRAM_IDS: optional(
    z
      .string()
      .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, "must be Telegram ids with commas between them, such as 12345678,87654321")
      .transform((text) => text.split(",").map(Number))
      .refine((ids) => ids.every((id) => id > 0 && id <= LARGEST_TELEGRAM_ID), {
        error: "holds a number that is no Telegram id: they have at most 16 digits",
      })
      .default([]),
  ),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, "must be a port number, such as 8080")
      .transform(Number)
      .refine((port) => port <= 65_535, { error: "must be at most 65535" })
      .default(8080),
  ),
  METRICS_LISTEN: optional(
    z
      .string()
      .regex(/^(\S+:)?\d{1,5}$/, "must be an address such as 127.0.0.1:9464, or a port")
      .transform(listenAddress)
      .refine(({ port }) => port <= 65_535, { error: "must be at most 65535" })
      .optional(),
  ),
  WEBHOOK_URL: optional(
    z.url({ protocol: /^https?$/, error: "must be the https:// address Telegram calls" }).optional(),
  ),
  WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(/^[\w-]{16,256}$/, "must be 16 to 256 letters, digits, _ or -")
      .optional(),
  ),
  LOG_LEVEL: optional(
    z.enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" }).default("info"),
  ),
  PROVINCE_AFTER_DAYS: atLeastOne,
  PROVINCE_AFTER_TRIES: atLeastOne,
  QUESTIONS_DIR: optional(z.string().optional()),
  SIM_DIR: optional(z.string().optional()),
  KEEP_YEARS: atLeastOne,
  DATA_CONTROLLER: optional(z.string().optional()),
  REFUSAL_IS_FREE: yesOrNo,
  NAME_CONSULTANTS: yesOrNo,
  // The address of the house itself, until the programme names its data protection officer.
  DATA_CONTACT: optional(z.string().default("Perpusnas, Jl. Medan Merdeka Selatan 11, Jakarta")),
});

/** @throws ConfigError that names every variable that is missing or wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const values = parse(environment, env);
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = values;
  const apiRoot = values.TELEGRAM_API_ROOT.replace(/\/+$/, "");
  const fault = url === undefined ? null : webhookFault(url, apiRoot);
  if (fault !== null) throw new ConfigError(`WEBHOOK_URL ${fault}.`);
  if (url === undefined && secret !== undefined) {
    throw new ConfigError(
      "WEBHOOK_URL is missing: WEBHOOK_SECRET is set. Give the https:// address that Telegram shall call, or take the secret out.",
    );
  }
  if (url !== undefined && secret === undefined) {
    throw new ConfigError(
      "WEBHOOK_SECRET is missing: WEBHOOK_URL is set, and without a secret anybody could write to it.",
    );
  }
  return {
    botToken: values.BOT_TOKEN,
    telegramApiRoot: apiRoot,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    backupsDir: backupsSaid(values),
    adminTelegramIds: values.ADMIN_TELEGRAM_IDS,
    port: values.PORT,
    metricsAt: values.METRICS_LISTEN,
    webhook: url !== undefined && secret !== undefined ? { url, secret } : undefined,
    logLevel: values.LOG_LEVEL,
    dataContact: values.DATA_CONTACT,
    keeping: {
      ...(values.DATA_CONTROLLER !== undefined && { dataController: values.DATA_CONTROLLER }),
      ...(values.KEEP_YEARS !== undefined && { keptYears: values.KEEP_YEARS }),
    },
    noticeTerms: {
      ...(values.REFUSAL_IS_FREE !== undefined && { refusalIsFree: values.REFUSAL_IS_FREE }),
      ...(values.NAME_CONSULTANTS !== undefined && { namesConsultants: values.NAME_CONSULTANTS }),
    },
    questionsDir: values.QUESTIONS_DIR,
    simDir: values.SIM_DIR,
    holidays: holidaysSaid(values.HOLIDAYS),
    misspelt: misspelt(Object.keys(environment.shape), env),
    budget: budgetSaid(values),
    provinceRule: {
      ...(values.PROVINCE_AFTER_DAYS !== undefined && { lateDays: values.PROVINCE_AFTER_DAYS }),
      ...(values.PROVINCE_AFTER_TRIES !== undefined && { tries: values.PROVINCE_AFTER_TRIES }),
    },
  };
}

function listenAddress(text: string): { host: string | undefined; port: number } {
  const at = text.lastIndexOf(":");
  // An address of version 6 stands in brackets: [::1]:9464.
  return { host: at < 0 ? undefined : text.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(text.slice(at + 1)) };
}

/** Where the data and their backups lie, which days are holidays and how many messages a day has, for tools that need no token. @throws ConfigError */
export function readDatabaseConfig(
  env: Record<string, string | undefined>,
): Pick<Config, "dataDir" | "backupsDir" | "holidays" | "budget"> & { url: string | undefined } {
  const values = parse(database, env);
  const { DATABASE_URL: url, DATA_DIR: dataDir, HOLIDAYS } = values;
  const backupsDir = backupsSaid(values);
  return { url, dataDir, backupsDir, holidays: holidaysSaid(HOLIDAYS), budget: budgetSaid(values) };
}

function backupsSaid({ BACKUPS_DIR, DATA_DIR }: z.output<typeof database>): string {
  return BACKUPS_DIR ?? join(DATA_DIR, "backups");
}

function budgetSaid(values: z.output<typeof database>): Config["budget"] {
  return {
    ...(values.MESSAGES_PER_DAY !== undefined && { perDay: values.MESSAGES_PER_DAY }),
    ...(values.MESSAGES_PER_WEEK !== undefined && { perWeek: values.MESSAGES_PER_WEEK }),
    ...(values.MESSAGES_PER_CLASS_DAY !== undefined && { perClassDay: values.MESSAGES_PER_CLASS_DAY }),
  };
}

function holidaysSaid(days: string[]): Config["holidays"] {
  return {
    added: days.filter((day) => !day.startsWith("-")),
    removed: days.filter((day) => day.startsWith("-")).map((day) => day.slice(1)),
  };
}

function parse<T extends z.ZodType>(schema: T, env: Record<string, string | undefined>): z.output<T> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const sentences = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return message.startsWith(name) ? message : `${name} ${message}.`;
  });
  throw new ConfigError(sentences.join("\n"));
}
