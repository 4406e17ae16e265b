// Whether the database can be written: one that only answers is no place for what people entrust to us.
import { causeOf } from "../../ports/queue/log.js";
import type { Db } from "../engine/database.js";

/** Null when a row could be written; else why not: a class of error with its code, or "slow". */
export async function probeDatabase(db: Db, patienceMilliseconds: number): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("slow"), patienceMilliseconds);
  });
  // The row stays what it is; a read-only or full disk refuses it all the same.
  const written = db.$executeRaw`UPDATE database_home SET identity = identity WHERE id = 1`.then(
    () => null,
    (error: unknown) => causeOf(error),
  );
  return Promise.race([written, late]).finally(() => clearTimeout(timer));
}
