// What compose.yaml grants to each of its services: no more than it needs, and no more of the machine than it may take.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { isBackupName } from "../../src/backup/backup-name.js";
import { readConfig } from "../../src/config.js";
import { MOST_MEGABYTES } from "../../src/files/bounds/in-worker.js";
import { composeMounts } from "../smoke/compose-mounts.js";

const read = (file: string) => readFileSync(join(import.meta.dirname, "..", "..", file), "utf8");
const text = read("compose.yaml");
const [, careful = ""] = /^x-careful:.*\n((?: .*\n)+)/m.exec(text) ?? [];
const [, all = ""] = /^services:\n((?:(?: .*)?\n)+)/m.exec(text) ?? [];
const services = all
  .split(/^(?= {2}[a-z]+:\n)/m)
  .filter((block) => block.trim() !== "")
  .map((block) => ({ name: block.trim().split(":")[0], settings: block.replace(/^ *<<: \*careful\n/m, careful) }));

describe("compose.yaml", () => {
  test("has the bot, its database and its backups", () => {
    expect(services.map(({ name }) => name)).toEqual(["bot", "database", "backup"]);
  });

  test.each(services)("$name has a limit of memory, keeps little of its log and gains no rights", ({ settings }) => {
    expect(settings).toMatch(/^ +mem_limit: \d+[mg]$/m);
    expect(settings).toMatch(/^ +logging: [*&]logging$/m);
    expect(settings).toContain("no-new-privileges:true");
  });

  // Above it the engine kills the bot, and everybody's answers with it; a thread that fills its own bound ends alone.
  test("the bot has room for itself and for one thread that takes all it may", () => {
    const [bot = ""] = services.filter(({ name }) => name === "bot").map(({ settings }) => settings);
    const limit = Number(/^ {4}mem_limit: (\d+)m$/m.exec(bot)?.[1]);
    // As measured: B12, and what a simulation holds outside of its heap.
    const [ofBot, outsideHeap] = [350, 640];
    expect(limit).toBeGreaterThanOrEqual(ofBot + outsideHeap + MOST_MEGABYTES);
    expect(text).toContain(`${MOST_MEGABYTES} of its heap (MOST_MEGABYTES)`);
  });

  test.each(services.filter(({ name }) => name !== "database"))(
    "$name, which runs our image, writes only where it is meant to and has no capability",
    ({ settings }) => {
      expect(settings).toMatch(/^ +read_only: true$/m);
      expect(settings).toMatch(/^ +tmpfs: \[\/tmp\]$/m);
      expect(settings).toMatch(/^ +cap_drop: \[ALL\]$/m);
    },
  );

  test("the base can be pinned by its digest, and is the Dockerfile's where it is not", () => {
    const [, base] = /^ARG NODE=(\S+)$/m.exec(read("Dockerfile")) ?? [];
    expect(text).toContain(`NODE: \${NODE_IMAGE:-${base}}`);
    expect(text).toMatch(/image: \$\{POSTGRES_IMAGE:-postgres:\d+\}/);
  });

  // A volume is root's where the image has no such folder, and then the bot, which is nobody's root, writes nothing into it.
  test("every folder that a volume is mounted at is made in the image and belongs to its user", () => {
    const { bot = [], backup = [] } = composeMounts(text);
    const lastStage =
      read("Dockerfile")
        .split(/^FROM /m)
        .at(-1) ?? "";
    const [, user = ""] = /^USER (\S+)$/m.exec(lastStage) ?? [];
    const made = /\bmkdir (?:-\S+ (?:\d+ )?)*([^&\n]+)/.exec(lastStage)?.[1]?.trim().split(" ") ?? [];
    const owned = new RegExp(`\\bchown ${user}:${user} ([^&\\n]+)`).exec(lastStage)?.[1]?.trim().split(" ") ?? [];
    const paths = [...new Set([...bot, ...backup].map(({ path }) => path))];
    expect(paths).toEqual(["/data", "/backups"]);
    expect(paths.filter((path) => !(made.includes(path) && owned.includes(path)))).toEqual([]);
  });

  test("a backup is asked for each hour, so that one that failed is tried again", () => {
    const [, loop = ""] = /while :; do\n([\s\S]*?) done$/m.exec(text) ?? [];
    expect(loop).toContain("node dist/tools/backup.js --if-due ");
    expect(loop.match(/sleep .*/g)).toEqual(["sleep 3600;"]);
  });

  test("the door of figures that OPERATIONS names is open to this machine, and to nobody else", () => {
    const said = read("OPERATIONS.md");
    const listen = /With `compose\.yaml`[^`]*`METRICS_LISTEN=([^`]+)`/.exec(said.replaceAll("\n", " "))?.[1];
    const token = "123456789:AAFabcdefghijklmnopqrstuvwxyz012345";
    const { metricsAt } = readConfig({ BOT_TOKEN: token, METRICS_LISTEN: listen });
    // The loopback of a container is nobody else's: what an engine publishes must listen on all of its addresses.
    expect(metricsAt?.host).toBe("0.0.0.0");
    const line = `- "127.0.0.1:${metricsAt?.port}:${metricsAt?.port}"`;
    expect([text, said].filter((one) => !one.includes(line))).toEqual([]);
    expect(said).toContain(`becomes \`127.0.0.1:${metricsAt?.port}\``);
  });

  test("the commands of the drill write the archive where they may, and read it where they see it", () => {
    const mounts = composeMounts(text);
    const place = (service: string, path: string) => mounts[service]?.find((one) => path.startsWith(`${one.path}/`));
    const said = read("OPERATIONS.md");
    const [, copying = "", to = ""] = /compose run [^\n]*-T (\w+) 'cat > (\S+)'/.exec(said) ?? [];
    const [, restoring = "", from = ""] = /compose run --rm (\w+) node dist\/tools\/restore\.js (\S+)/.exec(said) ?? [];
    expect([to, isBackupName(basename(to))]).toEqual([from, true]);
    expect(place(copying, to)).toMatchObject({ volume: "backups", readOnly: false });
    expect(place(restoring, from)?.volume).toBe("backups");
    expect(place(restoring, "/data/files")).toMatchObject({ volume: "files", readOnly: false });
    // The command line is handed to a shell, as the quotes say.
    expect(text).toMatch(/^ {2}backup:\n(?: {4}.*\n)*? {4}entrypoint: \["sh", "-c"\]$/m);
  });

  test("the bot looks for backups where they are made, and alone the service that makes them can write there", () => {
    const { bot = [], backup = [] } = composeMounts(text);
    const folder = /^ +BACKUPS_DIR: &backups-dir (\S+)$/m.exec(text)?.[1];
    expect(text.match(/^ +BACKUPS_DIR: /gm)).toHaveLength(2);
    expect(bot).toContainEqual({ volume: "backups", path: folder, readOnly: true });
    expect(backup).toContainEqual({ volume: "backups", path: folder, readOnly: false });
    expect(backup).toContainEqual({ volume: "files", path: "/data", readOnly: true });
  });
});
