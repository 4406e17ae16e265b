// A TCP proxy that spoils connections: cuts them, holds back what they say, swallows it. Before one server of any kind.
import { once } from "node:events";
import net from "node:net";

export interface LineProxy {
  port: number;
  /** Breaks every connection now, both ends. Returns how many. */
  cut(): number;
  /** While true, new connections are hung up on at once. */
  refuse(isRefusing: boolean): void;
  /** Breaks a connection as soon as the server has begun to answer the next request on it: done, and nobody hears of it. */
  cutNextAnswer(): void;
  /** From now on everything takes so long, each way; 0: as it comes. */
  delay(milliseconds: () => number): void;
  /** While true nothing passes, either way; what was said meanwhile passes afterwards. */
  swallow(isSwallowing: boolean): void;
  /** Resolves when a request is under way. */
  untilBusy(): Promise<void>;
  /** How many connections were broken so far. */
  broken(): number;
  close(): Promise<void>;
}

interface Line {
  client: net.Socket;
  server: net.Socket;
  /** Each way in order: a chunk leaves after the one before it. */
  last: { toServer: Promise<void>; toClient: Promise<void> };
}

export async function openProxy(target: { host: string; port: number }): Promise<LineProxy> {
  const lines = new Set<Line>();
  let isRefusing = false;
  let cutsNextAnswer = false;
  let broken = 0;
  let milliseconds = () => 0;
  let passes: Promise<void> = Promise.resolve();
  let letPass = () => {};
  let onRequest = () => {};

  const breakLine = (line: Line) => {
    if (!lines.delete(line)) return;
    line.client.resetAndDestroy();
    line.server.resetAndDestroy();
  };
  const pass = (line: Line, way: "toServer" | "toClient", to: net.Socket, chunk: Buffer) => {
    const before = line.last[way];
    const waits = milliseconds();
    const waited = waits > 0 ? new Promise<void>((resolve) => setTimeout(resolve, waits)) : Promise.resolve();
    line.last[way] = (async () => {
      await Promise.all([before, waited]);
      await passes;
      if (!to.destroyed) to.write(chunk);
    })();
  };

  const listener = net.createServer((client) => {
    if (isRefusing) return client.destroy();
    const server = net.connect(target.port, target.host);
    const line: Line = { client, server, last: { toServer: Promise.resolve(), toClient: Promise.resolve() } };
    lines.add(line);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // Broken on purpose, by either end.
      socket.on("error", () => breakLine(line));
      socket.on("close", () => {
        // What was said before the end still arrives.
        void Promise.all([line.last.toServer, line.last.toClient]).then(() => {
          lines.delete(line);
          client.end();
          server.end();
        });
      });
    }
    client.on("data", (chunk) => {
      pass(line, "toServer", server, chunk);
      onRequest();
    });
    server.on("data", (chunk) => {
      if (cutsNextAnswer) {
        cutsNextAnswer = false;
        broken += 1;
        return breakLine(line);
      }
      pass(line, "toClient", client, chunk);
    });
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    port: (listener.address() as net.AddressInfo).port,
    cut() {
      const count = lines.size;
      broken += count;
      for (const line of [...lines]) breakLine(line);
      return count;
    },
    refuse(now) {
      isRefusing = now;
    },
    cutNextAnswer() {
      cutsNextAnswer = true;
    },
    delay(next) {
      milliseconds = next;
    },
    swallow(now) {
      letPass();
      passes = now
        ? new Promise((resolve) => {
            letPass = resolve;
          })
        : Promise.resolve();
    },
    untilBusy: () =>
      new Promise((resolve) => {
        onRequest = () => {
          onRequest = () => {};
          // Until the server has it.
          setTimeout(resolve, 50);
        };
      }),
    broken: () => broken,
    async close() {
      letPass();
      for (const line of [...lines]) breakLine(line);
      listener.close();
      await once(listener, "close");
    },
  };
}
