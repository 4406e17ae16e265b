// A PostgreSQL server of our own, to be killed: from Debian's binaries, as an unprivileged user, on a scratch folder.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const ROOT = "/usr/lib/postgresql";

export interface PrivatePostgres {
  url: string;
  /** SIGKILL of the server itself, as when the machine's memory killer takes it. */
  kill(): Promise<void>;
  /** Resolves when it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Undefined where the machine has no server to start. */
export async function openPrivatePostgres(): Promise<PrivatePostgres | undefined> {
  const version = existsSync(ROOT) ? readdirSync(ROOT).sort().at(-1) : undefined;
  if (version === undefined) return undefined;
  const bin = join(ROOT, version, "bin");
  const user = unprivileged();
  const folder = mkdtempSync("/tmp/bot-postgres-");
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"], {
    ...user,
    stdio: "ignore",
    cwd: folder,
  });
  const port = await freePort();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  const answers = async () => {
    const client = new pg.Client({ connectionString: url });
    // A connection that breaks later must not end the harness.
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("SELECT 1");
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  };
  const kill = async () => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill("SIGKILL");
    await exited;
  };
  const start = async () => {
    for (let attempt = 0; attempt < 100; attempt++) {
      // While children of the killed one still hold its memory, the new one refuses and ends.
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) {
        server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-k", folder, "-h", "127.0.0.1"], {
          ...user,
          cwd: folder,
          stdio: "ignore",
        });
      }
      await delay(100);
      if (await answers()) return;
    }
    throw new Error("the private PostgreSQL does not start");
  };
  await start();
  return {
    url,
    kill,
    start,
    async remove() {
      server?.kill("SIGINT");
      if (server !== undefined && server.exitCode === null && server.signalCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"]).toString());
  return { uid: idOf("-u"), gid: idOf("-g") };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
