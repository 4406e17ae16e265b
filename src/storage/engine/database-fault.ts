// What the operator can put right about a database that answers and refuses, in words.
import { sqlStateOf } from "./sql-state.js";

/** The database refuses us; the message says what to do. It names no password. */
export class DatabaseRefusedError extends Error {
  override readonly name = "DatabaseRefusedError";
}

/** By PostgreSQL's own codes. */
const WORDS: Record<string, string> = {
  "28P01": "The database does not accept the password. Look at DATABASE_URL, or at PGPASSWORD beside it.",
  "28000":
    "The database does not let this user in. Look at the user in DATABASE_URL, and at pg_hba.conf of the server.",
  "3D000": "There is no such database. Make one (CREATE DATABASE bot), or look at its name at the end of DATABASE_URL.",
  "3F000": "There is no such schema. Make it, or leave ?schema= out of DATABASE_URL.",
  "42501":
    "The user in DATABASE_URL may not make tables there. Let it own the database (ALTER DATABASE bot OWNER TO bot), or its schema.",
  "25006": "The database can only be read. Give the address of the server that takes writes, or free its disk.",
};

/** Undefined for what is a fault of ours, or passes by itself. */
export function refusalOf(error: unknown): DatabaseRefusedError | undefined {
  const words = WORDS[sqlStateOf(error) ?? kindOf(error) ?? ""];
  return words === undefined ? undefined : new DatabaseRefusedError(words);
}

/** Prisma's adapter keeps only its own name for some of them. */
const KINDS: Record<string, string> = {
  AuthenticationFailed: "28P01",
  DatabaseDoesNotExist: "3D000",
  DatabaseAccessDenied: "28000",
};

function kindOf(error: unknown): string | undefined {
  for (let depth = 0, seen: unknown = error; depth < 6 && typeof seen === "object" && seen !== null; depth++) {
    const { kind, meta, cause, driverAdapterError } = seen as Record<string, unknown>;
    if (typeof kind === "string" && kind in KINDS) return KINDS[kind];
    seen = driverAdapterError ?? cause ?? meta;
  }
  return undefined;
}
