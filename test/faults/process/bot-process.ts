// Starts and kills the app as a process; everything it prints is kept, for a look at what must never be printed.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface BotProcess {
  pid: number | undefined;
  /** Resolves when the app has started; rejects when it ended before. */
  ready: Promise<void>;
  /** Where /healthz and the rest answer; known once it is ready. */
  port(): number;
  exited: Promise<number | null>;
  isAlive(): boolean;
  signal(name: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT"): void;
  /** Kills it, if it lives, and waits for its end. */
  kill(): Promise<void>;
  /** SIGTERM; how many milliseconds it took to end, and with which code. */
  stop(): Promise<{ milliseconds: number; code: number | null }>;
  /** The log's lines, parsed. */
  lines(): Record<string, unknown>[];
  printed(): string;
}

const everything: string[] = [];
const running = new Set<BotProcess>();

/** Starts a built program. */
export function startBot(program: string, env: Record<string, string>): BotProcess {
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", LOG_LEVEL: "debug", PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let resolveReady = () => {};
  let rejectReady = (_: Error) => {};
  const ready = new Promise<void>((resolve, reject) => {
    resolveReady = resolve;
    rejectReady = reject;
  });
  // Whoever kills it during its start does not wait for it.
  ready.catch(() => {});
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (text.includes('"app.started"')) resolveReady();
    });
  }
  let code: number | null | undefined;
  const exited = once(child, "close").then(([exitCode]) => {
    code = exitCode as number | null;
    everything.push(printed);
    running.delete(bot);
    rejectReady(new Error(`the bot ended with code ${code} before it was ready:\n${printed.slice(-2000)}`));
    return code;
  });
  const lines = () =>
    printed.split("\n").flatMap((line): Record<string, unknown>[] => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    });
  const bot: BotProcess = {
    pid: child.pid,
    ready,
    exited,
    port: () => Number(lines().find(({ event }) => event === "app.started")?.port),
    isAlive: () => code === undefined,
    signal: (name) => void child.kill(name),
    async kill() {
      if (code === undefined) child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      const startedAt = performance.now();
      child.kill("SIGTERM");
      await exited;
      return { milliseconds: Math.round(performance.now() - startedAt), code: code ?? null };
    },
    lines,
    printed: () => printed,
  };
  running.add(bot);
  return bot;
}

/** Nothing stays behind, whatever a scenario did. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((bot) => bot.kill()));
}

/** Something else that an operator may read: it is searched like what was printed. */
export function keepForSearch(text: string): void {
  everything.push(text);
}

/** All that any bot has printed in this run: the canaries are looked for here. */
export function allPrinted(): string {
  return [...everything, ...[...running].map((bot) => bot.printed())].join("\n");
}
