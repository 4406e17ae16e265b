import { expect, test } from "vitest";
import { together } from "../../src/intake/together.js";

test("what comes while one statement is under way is carried by the next, together and once", async () => {
  const carried: number[][] = [];
  const ends: (() => void)[] = [];
  const hand = together<number>((items) => {
    carried.push(items);
    return new Promise((resolve) => ends.push(resolve));
  });
  const first = hand(1);
  const rest = [hand(2), hand(3)];
  expect(carried).toEqual([[1]]);
  ends[0]?.();
  await first;
  await Promise.resolve();
  expect(carried).toEqual([[1], [2, 3]]);
  ends[1]?.();
  await Promise.all(rest);
});

test("a statement that fails fails what it carried, and the next is carried out all the same", async () => {
  let fails = true;
  const hand = together<number>(async () => {
    if (fails) throw new Error("connection lost");
  });
  await expect(hand(1)).rejects.toThrow("connection lost");
  fails = false;
  await expect(hand(1)).resolves.toBeUndefined();
});
