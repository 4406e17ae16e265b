// F35: a backup taken in the middle of an announcement, put back on another server: by our own tools, and by PostgreSQL's.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { makeBackup } from "../../../src/backup/make-backup.js";
import { restoreBackup } from "../../../src/backup/restore-backup.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openPostgres } from "../../../src/storage/engine/database.js";
import { databaseUrl, onServer } from "../../support/global-setup.js";
import { adminOf } from "../process/office.js";
import { openScene, type Scene } from "../process/scene.js";
import type { Fault, Outcome } from "../report.js";

const run = promisify(execFile);

const PEOPLE = 400;
/** Sent when the backup was taken, and when the server was lost. */
const [AT_BACKUP, AT_LOSS] = [120, 302];
/** As long as a newly started bot could need to send something by itself. */
const WATCHED_MILLISECONDS = 8000;

interface Way {
  name: string;
  /** Takes a backup now; returns what puts it into a database of this URL, which is not there yet. */
  takes(scene: Scene, folder: string): Promise<(url: string, name: string) => Promise<void>>;
}

export const OURS: Way = {
  name: "npm run backup and restore",
  async takes({ database }, folder) {
    const { path } = await makeBackup({
      database,
      dataDir: folder,
      to: join(folder, "backups"),
      keep: 1,
      now: new Date(),
    });
    return async (url, name) => {
      await onServer(databaseUrl(database.url, "postgres"), `CREATE DATABASE ${name}`);
      const empty = openPostgres(url);
      const dataDir = join(folder, "restored");
      await restoreBackup({ archive: path, database: empty, dataDir, now: new Date() });
      await empty.close();
    };
  },
};

const POSTGRES: Way = {
  name: "pg_dump and pg_restore",
  async takes({ database }, folder) {
    const file = join(folder, "dump");
    await run("pg_dump", ["-Fc", "-f", file, database.url]);
    return async (url, name) => {
      await onServer(databaseUrl(database.url, "postgres"), `CREATE DATABASE ${name}`);
      await run("pg_restore", ["--no-owner", "-d", url, file]);
    };
  },
};

export async function restoreInTheMiddle({ name: way, takes }: Way): Promise<Outcome> {
  const scene = await openScene();
  const folder = await mkdtemp(join(tmpdir(), "bot-restore-"));
  const second = `${new URL(scene.database.url).pathname.slice(1)}_again`;
  const secondUrl = databaseUrl(scene.database.url, second);
  try {
    const sri = await adminOf(scene, "Sri");
    const people = await scene.people(PEOPLE);
    const dataDir = (of: string) => ({ DATA_DIR: join(folder, of) });
    const first = scene.bot(dataDir("first"));
    await first.ready;
    await scene.post(people);
    const sent = () => scene.world.ledger.filter(({ chatId }) => chatId !== sri.id).length;
    await scene.until(`${AT_BACKUP} are sent`, () => sent() >= AT_BACKUP, 120);
    // A reminder that the old server sends soon after, and a change that it tells: the backup has them as waiting.
    await scene.post(people.slice(-5), "plan_reminder");
    const putBack = await takes(scene, folder);
    const atBackup = sent();
    await scene.until(`${AT_LOSS} are sent`, () => sent() >= AT_LOSS, 120);
    await first.kill();
    const atLoss = sent();
    await putBack(secondUrl, second);
    const bot = scene.bot({ DATABASE_URL: secondUrl, ...dataDir("second") });
    await bot.ready;
    await delay(WATCHED_MILLISECONDS);
    const told = alarms(sri);
    const byItself = sent() - atLoss;
    for (const label of ["Lihat dan putuskan", /^🗑 Jangan kirim/, "Ya, jangan kirim"]) {
      await scene.until(`there is ${label}`, () => has(sri, label), 60);
      sri.presses(label);
    }
    await scene.until("it is decided", () => sri.lastMessage()?.text?.includes("berjalan lagi") ?? false, 60);
    await delay(WATCHED_MILLISECONDS / 2);
    const afterwards = sent() - atLoss;
    return {
      done: `${way}: taken at ${atBackup} of ${PEOPLE} sent, lost at ${atLoss}, put back under another name`,
      counted: `sent by itself ${byItself}, after the decision ${afterwards}; the admin was told ${told} time(s)`,
      holds: byItself === 0 && afterwards === 0 && told === 1,
    };
  } finally {
    await scene.close();
    await onServer(databaseUrl(scene.database.url, "postgres"), `DROP DATABASE IF EXISTS ${second} WITH (FORCE)`);
    await rm(folder, { recursive: true, force: true });
  }
}

const alarms = (phone: Person) => phone.received().filter(({ text }) => text?.includes("cadangan")).length;

function has(phone: Person, label: string | RegExp): boolean {
  const rows = phone.lastMessage()?.reply_markup?.inline_keyboard ?? [];
  return rows.flat().some(({ text }) => (typeof label === "string" ? text === label : label.test(text)));
}

export const RESTORES: Fault[] = [
  { id: "F35", name: "restored from our backup", run: () => restoreInTheMiddle(OURS) },
  { id: "F35", name: "restored from PostgreSQL's own", run: () => restoreInTheMiddle(POSTGRES) },
];
