// Processes that share the pace: together they never say more than thirty in any second.
import { expect, test } from "vitest";
import { createPace, TELEGRAM_PACE } from "../../../src/delivery/pace.js";
import { createSharing } from "../../../src/delivery/pace-among-processes.js";

/** What storage/queue/live-workers.ts keeps, in memory. */
function registry() {
  const seen = new Map<string, number>();
  return {
    beat: async (worker: string, now: Date, since: Date) => {
      seen.set(worker, now.getTime());
      const others = [...seen].filter(([name, at]) => name !== worker && at > since.getTime()).map(([, at]) => at);
      return { count: others.length, lastSeenAt: others.length === 0 ? null : new Date(Math.max(...others)) };
    },
    leave: async (worker: string) => void seen.delete(worker),
  };
}

// Keeps F5.
test("however processes come, go or die, no second holds more than thirty, and alone one has all of them", async () => {
  const workers = registry();
  const start = Date.parse("2024-06-03T01:00:00Z");
  const processes = ["a", "b", "c"].map((worker) => {
    const pace = createPace({ ...TELEGRAM_PACE, chatRestMilliseconds: 0 });
    return { worker, sharing: createSharing(workers, { worker, alone: false, pace }), pace };
  });
  const lives: Record<string, (second: number) => boolean> = {
    a: () => true,
    b: (second) => (second >= 3 && second < 12) || second >= 30,
    // Killed, without a word, and asleep for a while before that.
    c: (second) => (second >= 5 && second < 6) || (second >= 13 && second < 20),
  };
  const sent: number[] = [];
  for (let ms = 0; ms < 45_000; ms += 5) {
    const now = new Date(start + ms);
    // Stopped in good order, not killed.
    if (ms === 12_000) await processes[1]!.sharing.leave();
    for (const { worker, sharing, pace } of processes) {
      if (!lives[worker]!(ms / 1000) || (await sharing.takePart(now)) > 0) continue;
      for (let left = pace.claimable(now); left > 0; left--) {
        const seat = pace.board(1, now);
        if (seat.depart(now) > 0) {
          seat.landed(null);
          break;
        }
        seat.landed(now);
        sent.push(ms);
      }
    }
  }
  const inSecondFrom = (from: number) => sent.filter((at) => at >= from && at < from + 1000).length;
  for (const from of sent) expect(inSecondFrom(from)).toBeLessThanOrEqual(30);
  expect(inSecondFrom(1000)).toBeGreaterThanOrEqual(29);
  // Nobody's part stays lost: after the dead are forgotten the living speak at full pace again.
  expect(inSecondFrom(27_000)).toBeGreaterThanOrEqual(29);
  expect(inSecondFrom(40_000)).toBeGreaterThanOrEqual(28);
});

test("a process that is alone asks nobody and waits for nothing", async () => {
  const nobody = {
    beat: () => Promise.reject(new Error("asked")),
    leave: () => Promise.reject(new Error("asked")),
  };
  const sharing = createSharing(nobody, { worker: "a", alone: true, pace: createPace() });
  expect(await sharing.takePart(new Date())).toBe(0);
  await sharing.leave();
});

test("whoever starts after a crash waits only for what the dead one can have sent", async () => {
  const workers = registry();
  const at = (ms: number) => new Date(Date.parse("2024-06-03T01:00:00Z") + ms);
  await workers.beat("killed", at(0), at(-5000));
  const sharing = createSharing(workers, { worker: "next", alone: false, pace: createPace() });
  expect(await sharing.takePart(at(1300))).toBe(800);
  expect(await sharing.takePart(at(2100))).toBe(0);
});

test("whoever joins one that has just spoken is silent until that one has seen it, and a second longer", async () => {
  const workers = registry();
  const at = (ms: number) => new Date(Date.parse("2024-06-03T01:00:00Z") + ms);
  await workers.beat("living", at(0), at(-5000));
  const sharing = createSharing(workers, { worker: "next", alone: false, pace: createPace() });
  expect(await sharing.takePart(at(10))).toBe(2090);
});
