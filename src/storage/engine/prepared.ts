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
/** Some thousand texts are all that the product has; lists of every length make more of them. */
const MOST_KEPT = 1_000;

/** Says under which name a connection keeps a statement; empty: it is not kept. */
type NameStatement = (statement: { sql: string }) => string;

/** For a server: names the statements that are marked, and those of Prisma's that are asked often. */
export function nameWhatIsFrequent(): NameStatement {
  const isMeant = (sql: string) => BY_PRISMA.test(sql) && !BY_BEGINNING.test(sql);
  return nameRepeated({ times: OFTEN, most: MOST_NAMED, isMeant });
}

/**
 * Names every statement from its second time on, up to so many of them: for the embedded database, where parsing costs more than
 * the rest, and whose one connection lives as long as the process.
 */
export function nameOnceRepeated(most = MOST_KEPT): NameStatement {
  return nameRepeated({ times: 2, most, isMeant: () => true });
}

function nameRepeated({
  times,
  most,
  isMeant,
}: {
  times: number;
  most: number;
  isMeant: (sql: string) => boolean;
}): NameStatement {
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
    if (!isMeant(sql) || names.size >= most) return "";
    const soFar = (asked.get(sql) ?? 0) + 1;
    if (soFar >= times) {
      asked.delete(sql);
      return name(sql);
    }
    // What is asked rarely makes room again.
    if (asked.size >= Math.max(most, MOST_KEPT)) asked.clear();
    asked.set(sql, soFar);
    return "";
  };
}
