// Starts what an image holds as compose.yaml does, without an engine: `npx tsx test/smoke/start-image.ts FOLDER`, the image's file system as
// a folder, as root on Linux. Its root can only be read, it has no capability and gains none, it writes to /data and /tmp alone, the
// health check of the Dockerfile is asked, and the service of backups makes one. Prints what holds; exit 1 when something does not.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { startSandboxServer } from "../../src/sandbox/server.js";
import { createWorld } from "../../src/sandbox/world.js";
import { dropTemplate, openScratchDatabase } from "../faults/process/scratch-database.js";
import { composeMounts, newVolumes } from "./compose-mounts.js";
import { untilTold } from "./until-told.js";

/** As compose.yaml: the limit of the process. */
const MOST_MEGABYTES = Number(/^ {2}bot:\n[\s\S]*?mem_limit: (\d+)m/m.exec(readFileSync("compose.yaml", "utf8"))?.[1]);
const NODE_USER = 1000;

/** In a mount namespace of its own, which goes with it. First the image, then threes up to "--": a volume's folder, where it goes, rw or ro. */
const CAREFUL = `set -e
root=$1; shift
mount --bind "$root" "$root"
while [ "$1" != -- ]; do
  mount --bind "$1" "$root$2"
  [ "$3" = rw ] || mount -o remount,bind,ro "$root$2"
  shift 3
done
shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"
exec chroot "$root" /usr/bin/setpriv --reuid=${NODE_USER} --regid=${NODE_USER} --clear-groups --bounding-set=-all --inh-caps=-all --no-new-privs \\
  env -C /app "$@"`;

const [root = ""] = process.argv.slice(2);
const world = createWorld();
const server = await startSandboxServer(world);
// As in compose.yaml; where no PostgreSQL answers, the embedded one, which takes more memory than compose.yaml gives.
const database = await openScratchDatabase().catch(() => undefined);
const siti = world.person({ first_name: "Siti" });
const volumes = newVolumes(root, ["bot", "backup"]);
const backupsDir = /BACKUPS_DIR: &backups-dir (\S+)/.exec(readFileSync("compose.yaml", "utf8"))?.[1] ?? "";
const env = {
  PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  ...{
    NODE_ENV: "production",
    DATA_DIR: "/data",
    BACKUPS_DIR: backupsDir,
    PORT: String(await freePort()),
    LOG_LEVEL: "warn",
  },
  ...{ BOT_TOKEN: world.token, TELEGRAM_API_ROOT: server.url, DATABASE_URL: database?.url ?? "" },
};
const inside = (service: string, ...command: string[]) => {
  const mounts = (composeMounts()[service] ?? []).flatMap((one) => [
    ...[volumes[one.volume] ?? "", one.path, one.readOnly ? "ro" : "rw"],
  ]);
  return ["--mount", "sh", "-c", CAREFUL, "sh", root, ...mounts, "--", ...command];
};
const doesIn = async (service: string, command: string[], change: Record<string, string> = {}) => {
  const options = { env: { ...env, ...change }, stdio: "ignore" } as const;
  const [code] = await once(spawn("unshare", inside(service, ...command), options), "exit");
  return code === 0;
};
const does = (...command: string[]) => doesIn("bot", command);
const bot: ChildProcess = spawn("unshare", inside("bot", "node", "dist/main.js"), {
  env,
  stdio: ["ignore", "inherit", "inherit"],
});
let failed = 0;
try {
  siti.start();
  await untilTold({ world, person: siti, bot }, "Apakah Bapak/Ibu setuju?");
  report("with a root that can only be read, a person who presses Start is answered", true);
  report("its health check is content", await withinAMinute(() => does(...healthCheck())));
  const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
  const noCapability = ["CapEff", "CapPrm", "CapBnd"].every((name) => new RegExp(`${name}:\\s+0+\\n`).test(status));
  report(
    "it has no capability, gains none, and is nobody's root",
    noCapability && /NoNewPrivs:\s+1/.test(status) && /Uid:\s+1000/.test(status),
  );
  const megabytes = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000);
  if (database === undefined) console.log(`     with the embedded database it has taken ${megabytes} MB at most`);
  else report(`it has taken ${megabytes} MB at most, of ${MOST_MEGABYTES}`, megabytes < MOST_MEGABYTES);
  report(
    "nothing beside /data and /tmp can be written",
    !(await does("touch", "/app/dist/x")) &&
      !(await does("touch", `${backupsDir}/x`)) &&
      (await does("touch", "/data/x", "/tmp/x")),
  );
  report(
    "what its workers draw with is there",
    await does(
      "node",
      "-e",
      'for (const one of ["@resvg/resvg-js", "pdfkit", "hucre", "tar"]) await import(one)',
      "--input-type=module",
    ),
  );
  report(
    "its tools start",
    (await does("node", "dist/tools/backup.js", "--help")) && (await does("node", "dist/tools/simulate.js", "--help")),
  );
  // The embedded database is one process's at a time.
  if (database !== undefined) {
    report("the service of backups makes one", await makesBackup());
    report("the bot's container puts it back", await isPutBack());
    const figures = await (await fetch(`http://127.0.0.1:${env.PORT}/metrics`)).text();
    const age = /^followup_newest_backup_seconds (\S+)$/m.exec(figures)?.[1];
    report(`the bot sees how old it is: ${age} s`, Number(age) < 600);
  }
  bot.kill("SIGTERM");
  const [code] = await once(bot, "exit");
  report("SIGTERM ends it with code 0, and its health check says so", code === 0 && !(await does(...healthCheck())));
} catch (error) {
  report(`no error: ${error instanceof Error ? error.message : String(error)}`, false);
} finally {
  bot.kill("SIGKILL");
  await server.close();
  await database?.close();
  await dropTemplate();
  for (const folder of Object.values(volumes)) await rm(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

async function makesBackup(): Promise<boolean> {
  const made = await doesIn("backup", ["node", "dist/tools/backup.js", "--if-due"]);
  return made && (await backups()).length === 1;
}

/** As the drill in OPERATIONS.md says it: by the bot's own container, into a database without people. */
async function isPutBack(): Promise<boolean> {
  const restore = ["node", "dist/tools/restore.js", `${backupsDir}/${(await backups())[0]}`];
  const another = await openScratchDatabase();
  try {
    return await doesIn("bot", restore, { DATABASE_URL: another.url });
  } finally {
    await another.close();
  }
}

async function backups(): Promise<string[]> {
  return (await readdir(volumes.backups ?? "")).filter((name) => name.endsWith(".tar.gz"));
}

/** The line of the Dockerfile that an engine would run. */
function healthCheck(): string[] {
  const line = /HEALTHCHECK[^[]*CMD (\[.*\])/.exec(readFileSync("Dockerfile", "utf8"))?.[1];
  return JSON.parse(line ?? "[]") as string[];
}

async function withinAMinute(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return false;
}

async function freePort(): Promise<number> {
  const listening = createServer().listen(0);
  await once(listening, "listening");
  const address = listening.address();
  listening.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function report(what: string, holds: boolean): void {
  if (!holds) failed += 1;
  console.log(`${holds ? "ok  " : "FAIL"} ${what}`);
}
