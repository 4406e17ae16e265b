// The queue of updates: offsets, limits, kinds, redelivery, and what a day does to it.
import type { Update } from "grammy/types";
import { expect, it } from "vitest";
import { accepted, call, refusal, stillWorld } from "../support.js";

const texts = (updates: Update[]) => updates.map((update) => update.message?.text);

it("an update stays until a higher offset confirms it", () => {
  const { world, siti } = stillWorld();
  const get = (params: object) => accepted<Update[]>(call(world, "getUpdates", { ...params }));
  const first = siti.says("satu");
  siti.says("dua");
  expect(texts(get({}))).toEqual(["satu", "dua"]);
  expect(texts(get({ limit: 1 }))).toEqual(["satu"]);
  expect(texts(get({ offset: first.update_id }))).toEqual(["satu", "dua"]);
  expect(texts(get({ offset: first.update_id + 1 }))).toEqual(["dua"]);
  expect(texts(get({}))).toEqual(["dua"]);
});

it("only the kinds that were asked for are queued, and the wish is remembered", () => {
  const { world, siti } = stillWorld();
  call(world, "getUpdates", { allowed_updates: ["message"] });
  siti.blocks();
  siti.start();
  expect(texts(world.takeUpdates())).toEqual(["/start"]);
  call(world, "getUpdates", { allowed_updates: [] });
  siti.blocks();
  expect(world.takeUpdates()).toHaveLength(1);
});

it("what was not fetched for a day is gone", () => {
  const { world, siti, clock } = stillWorld();
  siti.says("kemarin");
  clock.advance(24 * 3_600_000);
  siti.says("hari ini");
  expect(texts(accepted(call(world, "getUpdates")))).toEqual(["kemarin", "hari ini"]);
  clock.advance(1);
  expect(texts(accepted(call(world, "getUpdates")))).toEqual(["hari ini"]);
});

it("redelivered updates come although they were confirmed, once, in the order they were given", () => {
  const { world, siti } = stillWorld();
  const [satu, dua] = [siti.says("satu"), siti.says("dua")];
  const get = () => accepted<Update[]>(call(world, "getUpdates", { offset: dua.update_id + 1 }));
  expect(get()).toEqual([]);
  world.updates.redeliver(dua, satu);
  expect(get()).toEqual([dua, satu]);
  expect(get()).toEqual([]);
});

it("identifiers can jump", () => {
  const { world, siti } = stillWorld();
  const before = siti.says("satu").update_id;
  world.updates.jumpIds(5000);
  expect(siti.says("dua").update_id).toBe(before + 5001);
});

it("nothing can be fetched while a webhook is set", () => {
  const { world } = stillWorld();
  accepted(call(world, "setWebhook", { url: "https://bot.example.id/hook" }));
  expect(refusal(call(world, "getUpdates"))).toBe(
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
  accepted(call(world, "deleteWebhook"));
  accepted(call(world, "getUpdates"));
});
