// A trainer reminds again while the former reminder still waits for a day with room.
import { expect, test } from "vitest";
import { remindPeople } from "../../../../src/use-cases/index.js";
import { openActScene } from "./act-scene.js";

const { stage, said, aClass, ofClass } = openActScene();
const DAY = 86_400_000;

test("the same words are said once, and other words beside them", async () => {
  const { classId, actor, dedi } = await aClass();
  const remind = (line: string | null) =>
    remindPeople(stage.world, actor, { scope: ofClass(classId), chosen: [dedi.person.id], line, ...said() });
  const waiting = async () =>
    (await stage.db.outbox.findMany({ where: { kind: "nudge", state: "waiting" }, orderBy: { id: "asc" } })).map(
      ({ message }) => (message as { text: string }).text.includes("Salam"),
    );
  await remind(null);
  stage.clock.advance(DAY);
  expect(await remind(null)).toMatchObject({ names: [{ name: "Dedi" }] });
  expect(await waiting()).toEqual([false]);
  stage.clock.advance(DAY);
  await remind("Salam, {nama}");
  expect(await waiting()).toEqual([false, true]);
});
