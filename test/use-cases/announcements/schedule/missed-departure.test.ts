// An announcement is written weeks before it leaves, and leaves while somebody is away.
import { beforeEach, expect, test } from "vitest";
import { buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { openScheduling, WIB, WIT } from "./scheduling.js";

const { stage, here, schedule, at } = openScheduling();

const DAY = 86_400_000;
const weeksAhead = (days: number) => stage.clock.set(new Date(Date.parse(WIT) - days * DAY));

async function personId(name: string): Promise<number> {
  return (await stage.db.person.findFirstOrThrow({ where: { name } })).id;
}
const isAway = (id: number) =>
  stage.db.person.update({
    where: { id },
    data: { unreachableSince: stage.clock.now(), unreachableCause: "blocked" },
  });
const missed = (id: number, days: number) => {
  const now = stage.clock.now();
  return stage.world.store.outbox.missedBy(id, new Date(now.getTime() - days * DAY), now);
};

beforeEach(() => weeksAhead(40));

test("whoever comes back is offered what left while they were away, however long before it was written", async () => {
  await schedule();
  const maria = await personId("Maria");
  await isAway(maria);
  await at(WIB);
  stage.clock.set(new Date(Date.parse(WIB) + 10 * DAY));
  expect(await missed(maria, 14)).toEqual([{ kind: "announcement", count: 1 }]);
  // What left longer ago than that is history.
  stage.clock.set(new Date(Date.parse(WIB) + 15 * DAY));
  expect(await missed(maria, 14)).toEqual([]);
});

test("a trainer is asked to call those whom it did not reach when it has left, and not only when it was just written", async () => {
  await buildRosterRow(stage.db, here.classes["81"]!, { name: "Belum" });
  const { id: trainerId } = await buildTrainer(stage.db, [here.classes["81"]!], { provinceCode: "81" });
  const announcementId = await schedule();
  await at(WIB);
  const since = new Date(Date.parse(WIB) - 30 * DAY);
  const toCall = await stage.world.store.receivers.toCall({ trainerId, regions: [] }, since);
  expect(toCall).toMatchObject([{ announcementId, count: 1 }]);
});
