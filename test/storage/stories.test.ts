// Who may read a story is said by domain/stories/story.ts, and for many at once by the database: both say the same of every story.
import { beforeEach, expect, test } from "vitest";
import { holdOf, STORY_CONSENTS } from "../../src/domain/stories/story.js";
import { Prisma } from "../../src/storage/generated/client.js";
import { IS_READABLE, OF_STORIES } from "../../src/storage/stories/story-parts.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../support/world/builders.js";

const stage = stageAt("2024-06-11T03:30:00Z");
let participantId: number;
beforeEach(async () => {
  participantId = (await buildParticipant(stage.db, (await buildClass(stage.db)).id)).participant.id;
});

// Keeps P32.
test("the database reads as others may read", async () => {
  const kinds = STORY_CONSENTS.flatMap((consent) => [true, false].map((awaitsTyping) => ({ consent, awaitsTyping })));
  const readable: Record<string, number[]> = {};
  for (const [n, kind] of kinds.entries()) {
    const facts = {
      participantId,
      updateId: n,
      sentAt: stage.clock.now(),
      answers: {},
      photos: [],
      showsChildren: false,
    };
    await stage.db.story.create({ data: { ...facts, ...kind } });
  }
  for (const admission of ["admitted", "begun", "waiting", "refused"] as const) {
    await stage.db.participant.update({ where: { id: participantId }, data: { admission } });
    const rows = await stage.db.$queryRaw<{ update_id: bigint }[]>`
      SELECT s.update_id FROM ${OF_STORIES} WHERE ${IS_READABLE} ORDER BY 1`;
    readable[admission] = rows.map(({ update_id }) => Number(update_id));
    const told = await stage.world.store.stories.ofParticipant(participantId);
    const byDomain = told.flatMap((story) => (holdOf(story) === null ? [story.id - (told.at(-1)?.id ?? 0)] : []));
    expect(byDomain.sort(), admission).toEqual(readable[admission]);
  }
  expect(readable).toEqual({ admitted: [3, 5], begun: [3, 5], waiting: [], refused: [] });
});

test("a place is named as far as its code says", async () => {
  const story = { participantId, updateId: 1, answers: {}, photos: [], showsChildren: false, awaitsTyping: false };
  const { id } = await stage.db.story.create({ data: { ...story, sentAt: stage.clock.now() } });
  const whole = await stage.world.store.stories.find(id);
  expect(whole).toMatchObject({ regencyName: "Kab. Bintan", provinceName: "Kepulauan Riau" });
  expect(whole?.village).not.toBe("");
  await stage.db.library.updateMany({ data: { placeCode: "21.01" } });
  expect(await stage.world.store.stories.find(id)).toMatchObject({ village: "", regencyName: "Kab. Bintan" });
  await stage.db.$executeRaw(Prisma.sql`UPDATE participants SET library_id = NULL`);
  expect(await stage.world.store.stories.find(id)).toMatchObject({ libraryName: "", regencyName: "", placeCode: "21" });
});
