// The card of an announcement, and the word that it was approved, say that it is being sent when it is, and else from when on.
import { afterAll, beforeAll, expect, test } from "vitest";
import { textsFor } from "../../../src/texts/index.js";
import { approveAnnouncement, publishAnnouncement } from "../../../src/use-cases/index.js";
import { announcementCard } from "../../support/announcement-card.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test.each([
  // Saturday, 21:30 in Jakarta; nobody is disturbed on a Sunday.
  { now: "2024-07-06T14:30:00Z", language: "id", head: "belum mulai dikirim", from: "mulai Senin, 8 Juli 2024" },
  { now: "2024-07-07T02:00:00Z", language: "en", head: "not sent yet", from: "8 July 2024" },
  { now: "2024-07-09T03:00:00Z", language: "id", head: "sedang dikirim", from: null },
] as const)("at $now it says in $language: $head", async ({ now, language, head, from }) => {
  const stage = await openStage(database, now);
  const { world } = stage;
  world.settings.approvalAbove = 1;
  const { id } = await buildClass(stage.db);
  for (let n = 0; n < 2; n++) await buildParticipant(stage.db, id);
  const author = await actorOf(world, (await buildAdmin(stage.db, { name: "Budi", language })).id);
  const second = await actorOf(world, (await buildAdmin(stage.db, { name: "Dewi" })).id);
  const published = await publishAnnouncement(world, author, {
    ...{ draftId: 1, content: { text: "Rapat", marks: [] } },
    audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
  });
  expect(published.kind).toBe("proposed");
  const { id: announcementId, contentHash } = await stage.db.announcement.findFirstOrThrow();
  const seen = contentHash.slice(0, 16);
  const approval = await approveAnnouncement(world, second, { announcementId, seen, saidAt: stage.clock.now() });
  expect(approval.kind).toBe("approved");
  const card = await announcementCard(world, author, textsFor(language), announcementId);
  const { message } = await stage.db.outbox.findFirstOrThrow({
    where: { key: { startsWith: `approval-answer:${announcementId}:` } },
  });
  const word = (message as { text: string }).text;
  expect(card.text).toContain(head);
  for (const said of [card.text, word]) {
    if (from === null) expect(said).toContain(head);
    else expect(said).toContain(from);
    if (from !== null) expect(said).not.toMatch(/sedang dikirim|being sent/);
  }
});
