// The real program on a database behind other doors: a schema of its own, a pool of transactions, an encrypted line.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, inject, test } from "vitest";
import { killAll } from "../faults/process/bot-process.js";
import { freePort } from "../faults/process/private-postgres.js";
import { openScene } from "../faults/process/scene.js";
import { dropTemplate } from "../faults/process/scratch-database.js";
import { removeBuiltApp } from "../support/built-app.js";

const PGBOUNCER = "/usr/sbin/pgbouncer";

describe.skipIf(inject("database").kind !== "postgres")("the program and its database", () => {
  afterEach(killAll);
  afterAll(dropTemplate);
  afterAll(removeBuiltApp);

  /** Somebody presses Start and is greeted, and what they said is kept. */
  async function greets(address: (url: URL) => string | Promise<string>): Promise<string[]> {
    const scene = await openScene();
    try {
      const siti = scene.world.person({ first_name: "Siti" });
      const bot = scene.bot({ DATABASE_URL: await address(new URL(scene.database.url)) });
      await bot.ready;
      siti.start();
      await scene.until("Siti is greeted", () => siti.received().length > 0);
      const ready = await fetch(`http://127.0.0.1:${bot.port()}/readyz`);
      expect(await ready.json()).toMatchObject({ ready: true });
      const schemas = await scene.database.prisma.$queryRaw<{ schemaname: string }[]>`
        SELECT schemaname::text FROM pg_tables WHERE tablename = 'outbox' ORDER BY 1`;
      await bot.stop();
      return schemas.map(({ schemaname }) => schemaname);
    } finally {
      await scene.close();
    }
  }

  test("a schema that is not there yet is made, and all tables lie in it", async () => {
    const schemas = await greets((url) => {
      url.searchParams.set("schema", "Bot 2");
      return url.toString();
    });
    expect(schemas).toEqual(["Bot 2", "public"]);
  }, 120_000);

  test.skipIf(!existsSync(PGBOUNCER))(
    "a pool of transactions in between changes nothing",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "bot-pool-"));
      const port = await freePort();
      let pool: ReturnType<typeof spawn> | undefined;
      try {
        const schemas = await greets(async (url) => {
          const ini = [
            "[databases]",
            `${url.pathname.slice(1)} = host=${url.hostname} port=${url.port || 5432} user=${url.username || "postgres"}`,
            "[pgbouncer]",
            `listen_addr = 127.0.0.1\nlisten_port = ${port}\nauth_type = any\npool_mode = transaction\nunix_socket_dir =`,
          ];
          await writeFile(join(folder, "pool.ini"), ini.join("\n"));
          await Promise.all([chmod(folder, 0o755), chmod(join(folder, "pool.ini"), 0o644)]);
          // It refuses to be root.
          const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
          pool = spawn(PGBOUNCER, [join(folder, "pool.ini")], { stdio: "ignore", ...asNobody });
          url.port = String(port);
          url.searchParams.set("pgbouncer", "true");
          return url.toString();
        });
        expect(schemas).toEqual(["public"]);
      } finally {
        if (pool !== undefined && pool.exitCode === null) {
          const ended = once(pool, "close");
          pool.kill("SIGKILL");
          await ended;
        }
        await rm(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  test("a line that must be encrypted, to a server that does not, is refused in words", async () => {
    const scene = await openScene();
    try {
      const [tls] = await scene.database.prisma.$queryRaw<{ ssl: string }[]>`SHOW ssl`;
      if (tls?.ssl === "on") return;
      const url = new URL(scene.database.url);
      url.searchParams.set("sslmode", "require");
      const bot = scene.bot({ DATABASE_URL: url.toString() });
      await scene.until("it says so", () => bot.printed().includes("database.away") || !bot.isAlive());
      expect(bot.printed()).toMatch(/TlsConnection|SSL/i);
    } finally {
      await scene.close();
    }
  }, 60_000);
});
