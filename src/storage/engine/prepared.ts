// Statements that are asked for every message or update are parsed and planned once a connection, not each time: planning a claim
// takes longer than carrying it out.
import { createHash } from "node:crypto";
import { Prisma } from "../generated/client.js";

/** Put before a statement of which there are few texts; each of them stays in the memory of every connection. */
export const IS_PREPARED = Prisma.raw("/* prepared */");

/** Prisma's own: it finds rows by what they hold, so that one plan serves all values. Ours look for lists of every length and kind. */
const BY_PRISMA = /^(SELECT "t0"|INSERT INTO "|UPDATE "|DELETE FROM ")/;
/** How a text begins decides how rows are found, and the plan that is kept does not know it. */
const BY_BEGINNING = / I?LIKE /;
/** Asked so often, a statement is worth its place in the memory of every connection; so many find one. */
const OFTEN = 20;
const MOST_NAMED = 150;

/**
 * Returns what says under which name a connection to a server keeps a statement; empty: it is not kept. Those that are marked are, and those of
 * Prisma's that are asked often.
 */
export function nameWhatIsFrequent(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  const asked = new Map<string, number>();
  const name = (sql: string) => {
    const made = createHash("sha1").update(sql).digest("base64url");
    names.set(sql, made);
    return made;
  };
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (sql.startsWith(IS_PREPARED.sql)) return name(sql);
    if (!BY_PRISMA.test(sql) || BY_BEGINNING.test(sql) || names.size >= MOST_NAMED) return "";
    const times = (asked.get(sql) ?? 0) + 1;
    if (times >= OFTEN) {
      asked.delete(sql);
      return name(sql);
    }
    // What is asked rarely makes room again.
    if (asked.size >= MOST_KEPT) asked.clear();
    asked.set(sql, times);
    return "";
  };
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
