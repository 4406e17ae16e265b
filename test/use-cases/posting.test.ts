// Posts to several people at once: what is wrong with one of them costs the others nothing.

import { expect, test } from "vitest";
import { rich } from "../../src/texts/rich.js";
import { postTo } from "../../src/use-cases/posting.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildPerson } from "../support/world/builders.js";

const stage = stageAt("2024-07-09T02:00:00Z");

async function postToAll(names: string[], notAfter?: Date): Promise<number> {
  const { world } = stage;
  const rows = await stage.db.person.findMany({ where: { name: { in: names } }, orderBy: { id: "asc" } });
  return world.store.transaction(async (store) => {
    const wishes = await Promise.all(
      rows.map(async ({ id }) => {
        const to = await store.people.find(id);
        if (to === null) throw new Error(`No person ${id}.`);
        const say = () => rich`Kabar untuk ${to.name}`;
        const key = `news:${id}`;
        return {
          key,
          kind: "deadline_change" as const,
          to,
          names: [],
          say,
          ...(notAfter !== undefined && { notAfter }),
        };
      }),
    );
    return postTo({ ...world, store }, wishes);
  });
}

const receivers = async () => {
  const rows = await stage.db.outbox.findMany({ orderBy: { id: "asc" } });
  const people = await stage.db.person.findMany();
  return rows.map(({ personId }) => people.find(({ id }) => id === personId)?.name);
};

test("who has no zone yet is passed over, and the others are told", async () => {
  for (const name of ["Siti", "Rina", "Budi"]) await buildPerson(stage.db, { name });
  await stage.db.person.updateMany({ where: { name: "Rina" }, data: { zone: null } });

  expect(await postToAll(["Siti", "Rina", "Budi"])).toBe(2);
  expect(await receivers()).toEqual(["Siti", "Budi"]);
  // Twice is once.
  expect(await postToAll(["Siti", "Rina", "Budi"])).toBe(0);
});

test("what could only leave when it is of no use any more is not posted", async () => {
  await buildPerson(stage.db, { name: "Siti" });
  stage.clock.set(new Date("2024-07-09T15:00:00Z"));

  expect(await postToAll(["Siti"], new Date("2024-07-09T16:00:00Z"))).toBe(0);
  expect(await postToAll(["Siti"], new Date("2024-07-10T16:00:00Z"))).toBe(1);
});
