// Starts the built program as its users do, against the sandbox over HTTP: it greets somebody, is killed, goes on, and stops.
// Run by .ci/run after the build: `npx tsx test/smoke/start-built-program.ts`. Prints what holds; exit 1 when something does not.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandboxServer } from "../../src/sandbox/server.js";
import { createWorld } from "../../src/sandbox/world.js";
import { asInTheImage } from "./as-in-the-image.js";
import { untilTold } from "./until-told.js";

const world = createWorld();
const server = await startSandboxServer(world);
const dataDir = await mkdtemp(join(tmpdir(), "bot-smoke-"));
// With what the image holds and no more: what is missing there is missing here.
const image = await asInTheImage();
const siti = world.person({ first_name: "Siti" });
let bot = startBot();
let failed = 0;
try {
  siti.start();
  await isTold("Apakah Bapak/Ibu setuju?");
  report("a person who presses Start is answered", true);

  bot.kill("SIGKILL");
  await once(bot, "exit");
  siti.presses("✅ Setuju");
  bot = startBot();
  await isTold("Bagikan nomor saya");
  report("after kill -9 and a new start the press is answered", true);

  bot.kill("SIGTERM");
  const [code] = await once(bot, "exit");
  report("SIGTERM ends it with code 0", code === 0);

  report("the demo shows its page with nothing but what the image holds", await demoShowsItsPage());
} catch (error) {
  report(`no error: ${error instanceof Error ? error.message : String(error)}`, false);
} finally {
  bot.kill("SIGKILL");
  await server.close();
  await image.remove();
  await rm(dataDir, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

function startBot(): ChildProcess {
  return spawn(process.execPath, ["dist/main.js"], {
    cwd: image.folder,
    env: {
      ...process.env,
      BOT_TOKEN: world.token,
      TELEGRAM_API_ROOT: server.url,
      DATA_DIR: dataDir,
      // Empty: the embedded database. Set SMOKE_DATABASE_URL to try the same on PostgreSQL.
      DATABASE_URL: process.env.SMOKE_DATABASE_URL ?? "",
      PORT: "0",
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
}

async function demoShowsItsPage(): Promise<boolean> {
  const demo = spawn(process.execPath, ["dist/demo.js", "--port", "0"], {
    cwd: image.folder,
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = "";
      demo.once("exit", (code) => reject(new Error(`the demo ended with code ${code}: ${printed}`)));
      demo.stdout.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        const found = /http:\/\/\S+/.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      });
    });
    const page = await fetch(address);
    const script = await fetch(new URL("main.js", address));
    return page.ok && script.ok && (await page.text()).includes("main.js");
  } finally {
    demo.removeAllListeners("exit").kill("SIGKILL");
  }
}

/** Resolves when Siti has been told these words. */
function isTold(words: string): Promise<void> {
  return untilTold({ world, person: siti, bot }, words);
}

function report(what: string, holds: boolean | undefined): void {
  if (holds !== true) failed += 1;
  console.log(`${holds === true ? "ok  " : "FAIL"} ${what}`);
}
