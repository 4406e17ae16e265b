// What compose.yaml grants to each of its services: no more than it needs, and no more of the machine than it may take.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const text = readFileSync(join(import.meta.dirname, "..", "..", "compose.yaml"), "utf8");
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

  test.each(services.filter(({ name }) => name !== "database"))(
    "$name, which runs our image, writes only where it is meant to and has no capability",
    ({ settings }) => {
      expect(settings).toMatch(/^ +read_only: true$/m);
      expect(settings).toMatch(/^ +tmpfs: \[\/tmp\]$/m);
      expect(settings).toMatch(/^ +cap_drop: \[ALL\]$/m);
    },
  );

  test("the base can be pinned by its digest, and is the Dockerfile's where it is not", () => {
    const [, base] =
      /^ARG NODE=(\S+)$/m.exec(readFileSync(join(import.meta.dirname, "..", "..", "Dockerfile"), "utf8")) ?? [];
    expect(text).toContain(`NODE: \${NODE_IMAGE:-${base}}`);
    expect(text).toMatch(/image: \$\{POSTGRES_IMAGE:-postgres:\d+\}/);
  });
});
