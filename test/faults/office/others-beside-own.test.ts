// Buttons with two numbers, one of one's own and one of somebody else's: forged in either order they change and tell nothing.

import { expect, test } from "vitest";
import type { ActionName } from "../../../src/domain/messages/action.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { digestOf, openTwoClasses } from "../forms/hostile-scene.js";

const stage = stageAt("2024-06-11T03:00:00Z");

const PAIRS: ActionName[] = [
  ...(["teach", "stop_teaching", "same_person", "other_person", "ask_revoke", "revoke", "give_back"] as const),
];

/** The first of a table's rows of Riau, and the last of Maluku, whose numbers begin at 5,001. */
const idsOf = (ids: { id: number }[]) => [ids.find(({ id }) => id < 5_000)?.id ?? 1, ids.at(-1)?.id ?? 5_001] as const;

test.each(PAIRS)("%s with an own number and one of another province tells nobody's name", async (name) => {
  const { riau, maluku } = await openTwoClasses(stage);
  await stage.db.$executeRaw`UPDATE people SET name = 'Rahasia ' || id WHERE id > 5000`;
  await stage.db.$executeRaw`UPDATE roster_rows SET name = 'Rahasia ' || id WHERE id > 5000`;
  const order = { orderBy: { id: "asc" as const } };
  const people = await stage.db.person.findMany(order);
  const tables = [people, await stage.db.roleBinding.findMany(order), await stage.db.participant.findMany(order)];
  const own = [riau.class.id, ...tables.map((rows) => idsOf(rows)[0])];
  const foreign = [maluku.class.id, ...people.map(({ id }) => id), ...tables.map((rows) => idsOf(rows)[1])];
  const { audits: _, ...before } = await digestOf(stage);
  for (const phone of [riau.admin, riau.trainer, riau.participant]) {
    for (const mine of new Set(own)) {
      for (const theirs of new Set(foreign.filter((id) => id > 5_000))) {
        for (const data of [`${name}:${mine}:${theirs}`, `${name}:${theirs}:${mine}`]) {
          stage.clock.advance(1_500);
          phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);
          await stage.settle();
          const said = phone.lastMessage();
          expect(JSON.stringify([said?.text, said?.reply_markup]), data).not.toContain("Rahasia");
        }
      }
    }
  }
  const { audits: __, ...after } = await digestOf(stage);
  expect(after).toEqual(before);
  expect(stage.errors).toEqual([]);
});
