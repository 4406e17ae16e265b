// Fault points on both wires: what the caller sees, and whether the message was accepted.
import { Api, GrammyError, HttpError } from "grammy";
import { afterEach, describe, expect, it } from "vitest";
import { inProcessFetch, UnknownMethodError } from "../../src/sandbox/in-process.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import type { Fault } from "../../src/sandbox/state/faults.js";
import { stillWorld } from "./support.js";

let server: SandboxServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const WIRES: Record<string, (world: World) => Promise<Api>> = {
  "over HTTP": async (world) => {
    server = await startSandboxServer(world);
    return new Api(world.token, { apiRoot: server.url, fetch });
  },
  "in process": async (world) => new Api(world.token, { fetch: inProcessFetch(world) }),
};

const REFUSED: Fault = {
  kind: "status",
  code: 429,
  description: "Too Many Requests: retry after 7",
  parameters: { retry_after: 7 },
};

describe.each(Object.entries(WIRES))("a fault %s", (_name, connect) => {
  it.each([
    [{ kind: "reset-before" }, 0],
    [{ kind: "reset-after" }, 1],
    [{ kind: "cut" }, 1],
    [{ kind: "html", code: 502 }, 0],
    [{ kind: "html", code: 504, accepted: true }, 1],
    [{ kind: "empty" }, 1],
    [{ kind: "empty", accepted: false }, 0],
    [{ kind: "bad-json" }, 1],
  ] as [Fault, number][])("%j ends in a network error with %i accepted", async (fault, accepted) => {
    const { world, siti } = stillWorld();
    const api = await connect(world);
    world.faults.add({ method: "sendMessage", times: 1, fault });
    await expect(api.sendMessage(siti.id, "satu")).rejects.toBeInstanceOf(HttpError);
    expect(world.ledger).toHaveLength(accepted);
    await api.sendMessage(siti.id, "dua");
    expect(world.ledger).toHaveLength(accepted + 1);
    expect(world.calls.map(({ code, fault }) => [code, fault])).toEqual([
      [accepted === 1 ? 200 : 0, fault.kind],
      [200, undefined],
    ]);
  });

  it("of a status is a refusal with its parameters", async () => {
    const { world, siti } = stillWorld();
    const api = await connect(world);
    world.faults.add({ times: 1, fault: REFUSED });
    const error = await api.sendMessage(siti.id, "satu").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    expect(world.ledger).toEqual([]);
    expect(world.calls).toMatchObject([{ code: 429, chatId: siti.id, fault: "status" }]);
  });

  it("that hangs ends when the caller gives up", async () => {
    const { world, siti } = stillWorld();
    const api = await connect(world);
    world.faults.add({ fault: { kind: "hang" } });
    const signal = AbortSignal.timeout(20) as never;
    await expect(api.sendMessage(siti.id, "satu", {}, signal)).rejects.toBeInstanceOf(HttpError);
    expect(world.ledger).toEqual([]);
  });

  it("that is slow is answered as always", async () => {
    const { world, siti } = stillWorld();
    const api = await connect(world);
    world.faults.add({ fault: { kind: "slow", ms: 15 } });
    expect((await api.sendMessage(siti.id, "satu")).text).toBe("satu");
  });

  it("hits only its method and chat, after those it lets pass, as often as it says", async () => {
    const { world, siti } = stillWorld();
    const budi = world.person({ first_name: "Budi" });
    budi.start();
    const api = await connect(world);
    world.faults.add({ method: "SENDMESSAGE", chatId: siti.id, skip: 1, times: 2, fault: REFUSED });
    const code = (chat: number) =>
      api.sendMessage(chat, "x").then(
        () => 200,
        (error: GrammyError) => error.error_code,
      );
    await api.sendChatAction(siti.id, "typing");
    expect(await code(siti.id)).toBe(200);
    expect(await code(budi.id)).toBe(200);
    expect([await code(siti.id), await code(siti.id), await code(siti.id)]).toEqual([429, 429, 200]);
    expect(world.faults.hits).toBe(2);
  });
});

it("a fault point can be taken away again", () => {
  const { world } = stillWorld();
  const remove = world.faults.add({ fault: REFUSED });
  expect(world.faults.take("getMe", undefined)).toEqual(REFUSED);
  remove();
  expect(world.faults.take("getMe", undefined)).toBeUndefined();
});

it("a method that the sandbox does not know throws in process, by its name", async () => {
  const { world, siti } = stillWorld();
  const fetchHere = inProcessFetch(world);
  await expect(
    fetchHere(`https://api.telegram.org/bot${world.token}/sendDice`, { method: "POST", body: "{}" }),
  ).rejects.toThrow(UnknownMethodError);
  await expect(new Api(world.token, { fetch: fetchHere }).sendDice(siti.id, "🎲")).rejects.toBeInstanceOf(HttpError);
  expect(world.unknownMethods).toEqual(["sendDice", "sendDice"]);
});
