// Correcting an announcement that left in one message with something else: that stays where it stands, however long ago it left.
import { expect, test } from "vitest";
import { archivePosts } from "../../../../src/use-cases/index.js";
import { openCorrecting } from "./correcting.js";

const { stage, anAdmin, participants, published, amended, telegram, dispatcherTo } = openCorrecting();

// Keeps A14.
test("a reminder stays in the message when the announcement beside it is corrected, also after it was archived", async () => {
  await participants(1);
  const actor = await anAdmin();
  const announcementId = await published(actor);
  const to = telegram();
  await dispatcherTo(to).drain();
  const now = stage.clock.now();
  const copy = await stage.db.outbox.findFirstOrThrow({ where: { announcementId } });
  const personId = copy.personId ?? 0;
  const message = { text: "Mohon lapor", marks: [] };
  await stage.world.store.outbox.post([{ key: "nudge", kind: "nudge", personId, message, dueAt: now }], now);
  await stage.db.outbox.update({
    where: { key: "nudge" },
    data: { state: "sent", leftAt: now, settledAt: now, telegramMessageId: copy.telegramMessageId },
  });

  stage.clock.advance(15 * 86_400_000);
  expect(await archivePosts(stage.world)).toEqual({ archived: 1 });
  expect(await stage.db.archivedPost.count({ where: { key: "nudge" } })).toBe(1);
  await amended(actor, announcementId);
  await dispatcherTo(to).drain();

  expect(to.texts()).toEqual([expect.stringMatching(/^Mohon lapor\n[\s\S]*hari Senin$/)]);
});
