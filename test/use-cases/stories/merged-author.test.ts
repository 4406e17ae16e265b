// Two registrations of one person become one, and are two again: their stories go along with what was decided about them.
import { expect, test } from "vitest";
import { stageAt } from "../../support/stage/stage-at.js";
import { everyRow, merged, registeredTwice, undone } from "../merges/scene.js";

const stage = stageAt("2024-06-10T03:00:00Z");

test("stories, the example and the wish to read others go to the one who stays, and back", async () => {
  const { stays, goes, adminId, pair } = await registeredTwice(stage);
  const { db } = stage;
  const at = stage.clock.now();
  const facts = { sentAt: at, answers: {}, awaitsTyping: false, photos: [], showsChildren: false, consent: "name" };
  for (const [n, { participant, person }] of [stays, goes].entries()) {
    const story = await db.story.create({ data: { ...facts, participantId: participant.id, updateId: n } });
    await db.storyExport.create({ data: { storyId: story.id, updateId: 9, byId: adminId, form: "pdf", at } });
    await db.champion.create({ data: { participantId: participant.id, namedAt: at, namedById: goes.person.id } });
    await db.storySubscription.create({ data: { personId: person.id, since: at } });
  }
  await db.champion.delete({ where: { participantId: stays.participant.id } });
  const before = await rows();
  expect(before).toHaveLength(7);
  const id = await merged(stage, adminId, pair);
  expect(await stage.world.store.stories.ofPerson(stays.person.id)).toHaveLength(2);
  expect(await db.champion.findMany()).toMatchObject([
    { participantId: stays.participant.id, namedById: stays.person.id },
  ]);
  expect(await stage.world.store.stories.wantsOthers(stays.person.id)).toBe(true);
  await undone(stage, adminId, id);
  expect(await rows()).toEqual(before);
});

async function rows(): Promise<string[]> {
  return (await everyRow(stage.db)).filter((row) => /^(stories|story_\w+|champions) /.test(row));
}
