// The arrows of the house (README, "The rooms"): which room may import which. Turning one round fails the build.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "..", "src");

/** Room → rooms it may import from. A file directly in src is a room of its own. */
const ARROWS: Record<string, string[]> = {
  domain: [],
  texts: ["domain"],
  ports: ["domain"],
  "ports.ts": ["domain", "ports"],
  "use-cases": ["domain", "texts", "ports", "ports.ts"],
  storage: ["domain", "ports", "ports.ts", "project-root.ts"],
  intake: ["domain", "ports", "ports.ts"],
  delivery: ["domain", "ports", "ports.ts"],
  files: ["domain", "ports", "ports.ts"],
  paper: ["domain", "ports", "project-root.ts"],
  // One translation of a message into the Bot API's words serves replies and posts: bot may use that file of delivery, no other.
  bot: ["domain", "texts", "ports", "ports.ts", "use-cases", "delivery/telegram/to-telegram.ts"],
  jobs: ["domain", "ports", "ports.ts", "use-cases"],
  // Readiness asks how the webhook stands.
  web: ["intake", "ports"],
  sandbox: ["project-root.ts"],
  "config.ts": ["config"],
  config: [],
  "project-root.ts": [],
  "sim-mapping.ts": ["domain", "project-root.ts"],
  "questionnaire.ts": ["domain", "project-root.ts", "texts"],
  "feedback-questions.ts": ["domain", "project-root.ts"],
  "log.ts": ["ports"],
  "sleep.ts": ["ports"],
  // It lives through a wave: all that speaks, and no way to Telegram.
  simulation: [
    ...[
      "delivery",
      "domain",
      "feedback-questions.ts",
      "files",
      "jobs",
      "ports",
      "ports.ts",
      "questionnaire.ts",
      "sim-mapping.ts",
    ],
    ...["storage", "texts", "use-cases"],
  ],
  // Threads beside the bot, and what starts them: each does what takes seconds, and ends.
  workers: ["domain", "files", "paper", "ports", "ports.ts", "simulation", "storage"],
  "join.ts": [
    ...["backup", "bot", "config.ts", "delivery", "domain", "files", "intake", "ports", "ports.ts", "storage"],
    ...["use-cases", "web", "workers"],
  ],
  "app.ts": [
    ...["bot", "config.ts", "delivery", "feedback-questions.ts", "intake", "jobs", "join.ts", "ports"],
    ...["ports.ts", "questionnaire.ts", "project-root.ts", "sim-mapping.ts", "sleep.ts", "storage", "use-cases", "web"],
  ],
  "main.ts": [
    ...[
      "app.ts",
      "config.ts",
      "feedback-questions.ts",
      "log.ts",
      "intake",
      "project-root.ts",
      "questionnaire.ts",
      "sim-mapping.ts",
    ],
    ...["storage", "web"],
  ],
  // The demo is a second main: the same app, another clock, another Telegram.
  "demo.ts": ["app.ts", "config.ts", "demo", "log.ts", "sandbox", "storage", "ports.ts", "domain"],
  // What judges a roster's file without the app.
  roster: ["domain", "files", "texts"],
  // Tools for those who run it: one archive of everything, and back.
  tools: ["backup", "config.ts", "doctor", "domain", "log.ts", "roster", "simulation", "storage", "why"],
  why: ["domain", "ports.ts", "storage", "texts", "use-cases"],
  backup: ["storage"],
  doctor: ["backup", "config.ts", "questionnaire.ts", "sim-mapping.ts", "storage"],
  demo: ["app.ts", "config.ts", "log.ts", "sandbox", "storage", "ports", "ports.ts", "domain"],
};

/** Package → the rooms that alone may import it. */
const PACKAGES: [pattern: RegExp, rooms: string[]][] = [
  [/^(@prisma\/|@electric-sql\/|pg$)/, ["storage"]],
  [/^(grammy|@grammyjs\/)/, ["bot", "delivery", "intake", "join.ts"]],
  [/^node-cron$/, ["jobs"]],
  [/^pino$/, ["log.ts"]],
  [/^prom-client$/, ["web"]],
  [/^(yauzl|saxes|hucre\/.*)$/, ["files"]],
  [/^(pdfkit|@resvg\/)/, ["paper"]],
  [/^tar$/, ["backup"]],
];

/** grammY's types describe Telegram; the sandbox and the app speak of Telegram too, but only in types. */
const TYPES_OF_TELEGRAM = /^grammy\/types$/;

interface Import {
  file: string;
  room: string;
  target: string;
  typeOnly: boolean;
}

const imports = sourceFiles(SRC).flatMap(importsOf);

describe("the arrows of the house", () => {
  test("every room is in the table", () => {
    expect([...new Set(imports.map(({ room }) => room))].filter((room) => !(room in ARROWS))).toEqual([]);
  });

  test.each(Object.entries(ARROWS))("%s imports only from %j", (room, allowed) => {
    const wrong = imports
      .filter((one) => one.room === room && one.target.startsWith("."))
      .map((one) => ({ ...one, to: relative(SRC, resolve(dirname(join(SRC, one.file)), one.target)) }))
      // prisma/seed lies outside src; the demo alone may use it.
      .filter(({ to }) => !(to.startsWith("../prisma/seed") && room.startsWith("demo")))
      .filter(({ to }) => roomOf(to) !== room && !allowed.includes(roomOf(to)) && !allowed.includes(tsName(to)));
    expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([]);
  });

  test.each(PACKAGES)("%s is imported only by %j", (pattern, rooms) => {
    const wrong = imports
      .filter(({ target }) => pattern.test(target))
      .filter(({ room }) => !rooms.includes(room))
      .filter(({ target, typeOnly, room }) => !(TYPES_OF_TELEGRAM.test(target) && typeOnly && room === "sandbox"));
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  test("domain imports nothing but itself", () => {
    const wrong = imports.filter(({ room, target }) => room === "domain" && !target.startsWith("."));
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  test("only the configuration reads the environment", () => {
    const readers = sourceFiles(SRC).filter((file) => /process\.env/.test(readFileSync(join(SRC, file), "utf8")));
    // main.ts and the demo hand it to the configuration.
    expect(readers.filter((file) => !/^(config|main|demo)\.ts$/.test(file) && !/^(demo|tools)\//.test(file))).toEqual(
      [],
    );
  });

  test("nobody but the clocks asks what time it is", () => {
    const clocks = /^(main\.ts|demo\.ts|tools\/|demo\/|sandbox\/)/;
    const asking = sourceFiles(SRC)
      .filter((file) => !clocks.test(file))
      .filter((file) => /Date\.now\(|new Date\(\)/.test(readFileSync(join(SRC, file), "utf8")));
    expect(asking).toEqual([]);
  });

  test("no file imports itself back", () => {
    const files = new Set(sourceFiles(SRC));
    const next = new Map<string, string[]>();
    for (const { file, target } of imports) {
      const to = tsName(relative(SRC, resolve(dirname(join(SRC, file)), target)));
      if (files.has(to)) next.set(file, [...(next.get(file) ?? []), to]);
    }
    const reachesItself = (start: string): boolean => {
      const seen = new Set<string>();
      const open = [...(next.get(start) ?? [])];
      for (let file = open.pop(); file !== undefined; file = open.pop()) {
        if (file === start) return true;
        if (!seen.has(file)) open.push(...(next.get(file) ?? []));
        seen.add(file);
      }
      return false;
    };
    expect([...files].filter(reachesItself)).toEqual([]);
  });

  test("every method of a port has a caller", () => {
    const read = (file: string) => readFileSync(join(SRC, file), "utf8");
    const files = sourceFiles(SRC);
    const called = new Set(
      files
        .filter((file) => !file.startsWith("ports"))
        .flatMap((file) => [...read(file).matchAll(/\.(\w+)\(|(?<=[{,]\s*)(\w+)(?=\s*[,}])/g)])
        .map(([, method, taken]) => method ?? taken),
    );
    const methods = files.filter((file) => file.startsWith("ports")).flatMap((file) => methodsOfPorts(read(file)));
    expect(methods.length).toBeGreaterThan(200);
    expect(methods.filter((name) => !called.has(name))).toEqual([]);
  });

  // One door: what is somebody's is looked at and changed by use cases alone.
  test("no handler uses a store", () => {
    // It takes the store away, and hands over what the bot remembers of its chats.
    const hides = "bot/world.ts";
    const withoutWords = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"/gm, "");
    const using = sourceFiles(SRC)
      .filter((file) => file.startsWith("bot/") && file !== hides)
      .filter((file) => /\bstore\b/i.test(withoutWords(readFileSync(join(SRC, file), "utf8"))));
    expect(using).toEqual([]);
  });

  test("no handler is given a world with a store", () => {
    // Those who join the bot have the whole world; each takes the store away before anything is handled.
    const joining = ["bot/bot.ts", "bot/forms/forms.ts", "bot/gate/actor.ts", "bot/gate/apology.ts", "bot/world.ts"];
    const whole = sourceFiles(SRC)
      .filter((file) => file.startsWith("bot/") && !joining.includes(file))
      .filter((file) => /import[^;]*\bWorld\b[^;]*from "[./]*ports\.js"/.test(readFileSync(join(SRC, file), "utf8")));
    expect(whole).toEqual([]);
  });

  test("no statement is put together from strings", () => {
    const unsafe = sourceFiles(SRC).filter((file) => /RawUnsafe/.test(readFileSync(join(SRC, file), "utf8")));
    expect(unsafe).toEqual([]);
  });
});

function methodsOfPorts(text: string): string[] {
  const ports = [...text.matchAll(/export interface \w+Port (?:extends [^{]+)?\{\n(.*?)\n\}/gs)];
  return ports.flatMap(([, body = ""]) =>
    [...body.matchAll(/^ {2}(\w+)(?:<[^>]*>)?\(/gm)].map(([, name = ""]) => name),
  );
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("storage/generated"))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm);
  return [...found].map(([, type, target]) => ({
    file,
    room: roomOf(file),
    target: target ?? "",
    typeOnly: type !== undefined,
  }));
}

/** "use-cases/registration/x.js" → "use-cases"; "ports.js" → "ports.ts". */
function roomOf(path: string): string {
  const [first] = path.split("/");
  return path.includes("/") ? (first ?? "") : tsName(path);
}

function tsName(path: string): string {
  return path.replace(/\.js$/, ".ts");
}
