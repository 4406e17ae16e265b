// One process a folder: a lock file that names its holder, and is taken over when that one is gone. Who can look at the same processes asks
// for the holder's; a container or another machine cannot, and there the file itself must show that somebody still writes it.
import { closeSync, openSync, readFileSync, readlinkSync, statSync, unlinkSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { PRIVATE_FILE } from "./private-folder.js";

export class FolderInUseError extends Error {
  constructor(folder: string, { by, advice }: User) {
    super(
      `The folder ${folder} is in use by ${by}. ${advice}, or set DATA_DIR to another folder, or use PostgreSQL by DATABASE_URL.`,
    );
  }
}

/** Who uses the folder, and how to end that. */
interface User {
  by: string;
  advice: string;
}

/** Which process, and where; empty where a system does not tell. A process id alone is anybody's after a restart, and 1 in every container. */
export interface Holder {
  pid: number;
  /** When the process started, in the system's own count. */
  start: string;
  /** Another with each start of the machine; the containers of a machine share it. */
  boot: string;
  /** Who shares it sees the same processes. */
  space: string;
  host: string;
}

const BEAT_MILLISECONDS = 5000;
/** Six beats: a slow disk, or a long statement of the embedded database, ends nobody's hold. */
const SILENT_AFTER_MILLISECONDS = 30_000;

/**
 * Takes the folder for this process and returns what gives it back.
 * @throws FolderInUseError when somebody else has it, or may have.
 */
export function lockFolder(folder: string, self: Holder = thisProcess()): () => void {
  const path = join(folder, "in-use.pid");
  const found = read(path);
  if (found !== undefined) {
    const user = userOf(holderOf(found), self, path);
    if (user !== undefined) throw new FolderInUseError(folder, user);
    unlinkSync(path);
  }
  // "wx" fails when another process was quicker: better no start than two.
  const file = openSync(path, "wx", PRIVATE_FILE);
  const text = [self.pid, self.start, self.boot, self.space, self.host, ""].join("\n");
  writeSync(file, text, 0);
  // The same bytes in the same place: only the file's time changes, and one that has become somebody else's is not touched.
  const beating = setInterval(() => told(() => writeSync(file, text, 0)), BEAT_MILLISECONDS).unref();
  return () => {
    clearInterval(beating);
    closeSync(file);
    if (read(path) === text) unlinkSync(path);
  };
}

export function thisProcess(): Holder {
  const { pid } = process;
  const boot = told(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const space = told(() => readlinkSync("/proc/self/ns/pid"));
  return { pid, start: startOf(pid), boot, space, host: hostname() };
}

function userOf(holder: Partial<Holder>, self: Holder, path: string): User | undefined {
  const { pid, start, boot, space, host } = holder;
  const isSeen = self.boot === "" ? host === self.host : boot === self.boot && space === self.space;
  // The program of before wrote its process id alone.
  if (pid !== undefined && (isSeen || boot === undefined)) {
    const isOver = pid === self.pid || !isAlive(pid) || (start !== undefined && start !== startOf(pid));
    return isOver ? undefined : { by: `process ${pid}`, advice: "Stop that process" };
  }
  // This machine was started anew since: the process that held the folder is gone.
  if (host === self.host && boot !== self.boot) return undefined;
  if (isSilent(path)) return undefined;
  const by = `a program in another container or on another machine${host === undefined ? "" : ` (${host})`}`;
  return { by, advice: "Stop it, and if it has ended already start again in half a minute" };
}

/** By the clock of the disk, for two machines may have two. */
function isSilent(path: string): boolean {
  const probe = `${path}.now`;
  closeSync(openSync(probe, "w", PRIVATE_FILE));
  const now = statSync(probe).mtimeMs;
  unlinkSync(probe);
  return Math.abs(now - statSync(path).mtimeMs) > SILENT_AFTER_MILLISECONDS;
}

/** Nothing of a file that a power cut left empty. */
function holderOf(text: string): Partial<Holder> {
  const pid = Number.parseInt(text, 10);
  const [, start, boot, space, host] = text.split("\n");
  return { ...(pid > 0 && { pid }), ...(host !== undefined && { start, boot, space, host }) } as Partial<Holder>;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 asks whether the process exists and sends nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The twenty-second word of what Linux says of a process; the second is its name, in brackets, and may hold anything. */
export function startOf(pid: number): string {
  return told(() => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19] ?? "");
}

/** What not every system tells. */
function told(ask: () => unknown): string {
  try {
    return String(ask());
  } catch {
    return "";
  }
}
