// The flood limits, when they are switched on.
import { expect, it } from "vitest";
import { call, stillWorld } from "../support.js";

const code = (answer: ReturnType<typeof call>) => (answer.ok ? 200 : answer.error_code);

function crowd(people: number, limits: Parameters<typeof stillWorld>[0] = { limits: true }) {
  const stage = stillWorld(limits);
  const ids = Array.from({ length: people }, (_, i) => {
    const person = stage.world.person({ first_name: `Peserta ${i}` });
    person.start();
    return person.id;
  });
  return { ...stage, ids, send: (chat_id: number) => call(stage.world, "sendMessage", { chat_id, text: "Halo" }) };
}

it("thirty messages a second pass for the whole bot, the next waits", () => {
  const { ids, send, clock, world } = crowd(31);
  expect(ids.map((id) => code(send(id)))).toEqual([...Array(30).fill(200), 429]);
  expect(send(ids[0]!)).toEqual({
    ok: false,
    error_code: 429,
    description: "Too Many Requests: retry after 1",
    parameters: { retry_after: 1 },
  });
  expect(world.ledger).toHaveLength(30);
  clock.advance(1000);
  expect(code(send(ids[30]!))).toBe(200);
});

it("one chat takes a short burst and then one a second, while others go on", () => {
  const { ids, send, clock } = crowd(2);
  expect(Array.from({ length: 6 }, () => code(send(ids[0]!)))).toEqual([200, 200, 200, 200, 200, 429]);
  expect(code(send(ids[1]!))).toBe(200);
  clock.advance(1000);
  expect([code(send(ids[0]!)), code(send(ids[0]!))]).toEqual([200, 429]);
});

it("a group takes twenty a minute", () => {
  const { world, siti, send, clock } = crowd(0);
  const group = world.group({ title: "Kelas", members: [siti] });
  const codes: number[] = [];
  for (let i = 0; i < 21; i++) {
    codes.push(code(send(group.id)));
    clock.advance(1000);
  }
  expect(codes).toEqual([...Array(20).fill(200), 429]);
  clock.advance(60_000);
  expect(code(send(group.id))).toBe(200);
});

it("refused messages and refused people do not count", () => {
  const { world, ids, send } = crowd(31);
  for (let i = 0; i < 50; i++) call(world, "sendMessage", { chat_id: 1, text: "Halo" });
  expect(ids.slice(1).map((id) => code(send(id)))).toEqual(Array(30).fill(200));
});

it("is off unless switched on, and can be quicker than Telegram", () => {
  const off = crowd(40, {});
  expect(off.ids.map((id) => code(off.send(id)))).toEqual(Array(40).fill(200));
  off.world.limits.on = true;
  expect(off.ids.map((id) => code(off.send(id))).filter((answer) => answer === 429)).toHaveLength(10);

  const quick = crowd(60, { limits: { speed: 100 } });
  expect(quick.ids.slice(0, 30).map((id) => code(quick.send(id)))).toEqual(Array(30).fill(200));
  quick.clock.advance(10);
  expect(quick.ids.slice(30).map((id) => code(quick.send(id)))).toEqual(Array(30).fill(200));
});

it("a clock that is put back does not lock the bot out", () => {
  const { ids, send, clock } = crowd(31);
  for (const id of ids.slice(0, 30)) send(id);
  clock.advance(-3_600_000);
  expect(code(send(ids[30]!))).toBe(200);
});
