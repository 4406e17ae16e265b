// Statements that are asked for every message or update are parsed and planned once a connection, not each time: planning a claim
// takes longer than carrying it out.
import { createHash } from "node:crypto";
import { Prisma } from "./generated/client.js";

/** Put before a statement of which there are few texts; each of them stays in the memory of every connection. */
export const IS_PREPARED = Prisma.raw("/* prepared */");

const names = new Map<string, string>();

/** The name under which a connection keeps the statement; empty: it is not kept. */
export function preparedName({ sql }: { sql: string }): string {
  if (!sql.startsWith(IS_PREPARED.sql)) return "";
  const name = names.get(sql) ?? createHash("sha1").update(sql).digest("base64url");
  names.set(sql, name);
  return name;
}
