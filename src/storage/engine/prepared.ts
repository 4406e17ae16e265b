// Statements that are asked for every message or update are parsed and planned once a connection, not each time: planning a claim
// takes longer than carrying it out.
import { createHash } from "node:crypto";
import { Prisma } from "../generated/client.js";

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

/** Some thousand texts are all that the product has; lists of every length make more of them. */
const MOST_KEPT = 1_000;

/**
 * Names every statement from its second time on, up to so many of them: for the embedded database, where parsing costs more than
 * the rest, and whose one connection lives as long as the process.
 */
export function nameOnceRepeated(most = MOST_KEPT): (statement: { sql: string }) => string {
  const kept = new Map<string, string>();
  const once = new Set<string>();
  return ({ sql }) => {
    const name = kept.get(sql);
    if (name !== undefined) return name;
    if (!once.has(sql)) {
      if (once.size === most) once.clear();
      once.add(sql);
      return "";
    }
    if (kept.size === most) return "";
    once.delete(sql);
    kept.set(sql, `s${kept.size}`);
    return kept.get(sql) ?? "";
  };
}
