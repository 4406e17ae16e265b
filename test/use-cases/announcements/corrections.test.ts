// Correcting and taking back what was sent: every copy is changed once or accounted for, whoever presses what and when.
import { beforeEach, describe, expect, inject, test } from "vitest";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { createPace, UNPACED } from "../../../src/delivery/pace.js";
import { type AnnouncementContent, audienceSize } from "../../../src/domain/announcements/announcement.js";
import { copiesIn } from "../../../src/domain/announcements/correction.js";
import type { Message } from "../../../src/domain/messages/message.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { CopyChange } from "../../../src/ports/queue/delivery.js";
import type { World } from "../../../src/ports.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import {
  amendAnnouncement,
  announcementProgress,
  approveCorrection,
  correctionProgress,
  publishAnnouncement,
  reviewCorrection,
  withdrawAnnouncement,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const TEXT: AnnouncementContent = { text: "Halo {nama}, hari Jumat", marks: [] };
const RIGHT = { text: "Halo {nama}, hari Senin", marks: [] };

const stage = stageAt("2024-07-09T03:00:00Z");
let world: World;
let classId: number;
beforeEach(async () => {
  world = stage.world;
  classId = (await buildClass(stage.db, { provinceCode: "21" })).id;
});

async function anAdmin(options: { name?: string; regionCode?: string } = {}): Promise<KnownActor> {
  const { id } = await buildAdmin(stage.db, options);
  return actorOf(world, id);
}

async function participants(count: number): Promise<void> {
  for (let n = 0; n < count; n++) await buildParticipant(stage.db, classId);
}

async function published(actor: KnownActor, draftId = 1): Promise<number> {
  const audience = { scope: { kind: "all" }, role: "everyone", plans: "any" } as const;
  const outcome = await publishAnnouncement(world, actor, { draftId, content: TEXT, audience });
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.announcementId;
}

async function amended(actor: KnownActor, announcementId: number, draftId = 100, words = RIGHT) {
  const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id: announcementId } });
  return amendAnnouncement(world, actor, { announcementId, draftId, words, seenHash: contentHash });
}

async function tallyOf(actor: KnownActor, id: number) {
  const found = await correctionProgress(world, actor, id);
  if (found.kind !== "progress") throw new Error(found.kind);
  return found;
}

/** What stands in each chat, as Telegram would hold it. */
function telegram() {
  const chats = new Map<number, Map<number, string>>();
  const asked: { chatId: number; change: CopyChange }[] = [];
  let nth = 0;
  return {
    chats,
    asked,
    texts: () => [...chats.values()].flatMap((chat) => [...chat.values()]),
    send: async (chatId: number, { text }: Message) => {
      nth += 1;
      chats.set(chatId, (chats.get(chatId) ?? new Map()).set(nth, text));
      return { next: "sent", messageId: nth } as const;
    },
    changeCopy: async (chatId: number, change: CopyChange) => {
      asked.push({ chatId, change });
      const chat = chats.get(chatId) ?? new Map();
      if ("edit" in change) chat.set(change.edit, change.to.text);
      else for (const id of change.remove) chat.delete(id);
      return { next: "sent", messageId: 0 } as const;
    },
  };
}

type Telegram = ReturnType<typeof telegram>;

function dispatcherTo(to: Telegram, worker = "test", before: (nth: number) => Promise<unknown> = async () => {}) {
  let sent = 0;
  return createDispatcher({
    delivery: createDelivery(stage.db),
    send: async (chatId, message) => {
      sent += 1;
      await before(sent);
      return to.send(chatId, message);
    },
    changeCopy: to.changeCopy,
    clock: stage.clock,
    sleep: async () => {},
    log: { error: (event) => stage.errors.push(event), warn: () => {}, info: () => {}, debug: () => {} },
    worker,
    alone: true,
    pace: createPace(UNPACED),
  });
}

describe("correcting", () => {
  // Keeps A14.
  test("every delivered copy reads the new words with a mark, and the numbers add up to the copies", async () => {
    await participants(5);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();

    const outcome = await amended(actor, id);
    expect(outcome).toMatchObject({ kind: "started" });
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(5);
    for (const text of to.texts()) expect(text).toMatch(/^\(ralat 9 Juli\)\n\nHalo .+, hari Senin$/);
    const { tally, phase } = await tallyOf(actor, outcome.kind === "started" ? outcome.correctionId : 0);
    expect(phase).toBe("finished");
    expect(tally.changed).toBe(5);
    expect(copiesIn(tally)).toBe(5);
  });

  test("what was not sent yet leaves with the new words, without a mark and once", async () => {
    await participants(4);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();

    await amended(actor, id);
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(4);
    for (const text of to.texts()) expect(text).toMatch(/^Halo .+, hari Senin$/);
    expect(to.asked).toEqual([]);
  });

  test("corrected in the middle of being sent, everybody ends with the new words, once each", async () => {
    await participants(12);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    const dispatcher = dispatcherTo(to, "test", async (nth) => {
      if (nth === 5) await amended(actor, id);
    });
    await dispatcher.drain();
    // Copies that were on their way at that moment are changed a minute later, when they have surely arrived.
    stage.clock.advance(61_000);
    await dispatcher.drain();

    expect(to.texts()).toHaveLength(12);
    for (const text of to.texts()) expect(text).toContain("hari Senin");
    expect((await announcementProgress(world, actor, id)).kind).toBe("progress");
    expect(stage.errors).toEqual([]);
  });

  test("what a process holds in hand, or has just read to go along with another message, does not leave with the former words", async () => {
    await participants(2);
    const actor = await anAdmin();
    const id = await published(actor);
    const delivery = createDelivery(stage.db);
    const now = stage.clock.now();
    const wish = { worker: "w", limit: 1, leaseSeconds: 50, now, restingChats: [] };
    const [held] = (await delivery.claim(wish)).claimed;
    const other = await stage.db.outbox.findFirstOrThrow({ where: { announcementId: id, state: "waiting" } });
    const { personId } = other;
    const message = { text: "Mohon lapor", marks: [] };
    await world.store.outbox.post([{ key: "nudge", kind: "nudge", personId: personId ?? 0, message, dueAt: now }], now);
    const [lead] = (await delivery.claim(wish)).claimed;
    if (held === undefined || lead === undefined) throw new Error("Nothing was claimed.");
    const beside = await delivery.waitingBeside(lead, new Date(now.getTime() + 1000), now);
    expect([lead.kind, beside.map(({ kind }) => kind)]).toEqual(["nudge", ["announcement"]]);

    await amended(actor, id);

    expect(await delivery.depart(held.id, held.fence, now)).toBe(false);
    const left = await delivery.departTogether({ lead, beside, worker: "w", leaseSeconds: 50, now });
    expect(left?.map(({ kind }) => kind)).toEqual(["nudge"]);
    const to = telegram();
    await dispatcherTo(to, "next").drain();
    expect(to.texts().filter((text) => text.includes("hari"))).toHaveLength(2);
    for (const text of to.texts()) expect(text).not.toContain("Jumat");
  });

  test("confirmed ten times, and by two admins at once, it is one correction with one row for each copy", async () => {
    await participants(3);
    const actor = await anAdmin();
    const other = await anAdmin({ name: "Sri" });
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
    const input = { announcementId: id, words: RIGHT, seenHash: contentHash };

    const outcomes = await Promise.all([
      ...Array.from({ length: 9 }, () => amendAnnouncement(world, actor, { ...input, draftId: 100 })),
      amendAnnouncement(world, other, { ...input, draftId: 200 }),
    ]);

    expect(outcomes.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(new Set(outcomes.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    expect(await stage.db.announcementCorrection.count()).toBe(1);
    expect(await stage.db.outbox.count({ where: { kind: "announcement_change" } })).toBe(3);
  });

  test("a later correction ends an earlier one that is under way", async () => {
    await participants(3);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    await amended(actor, id);
    await amended(actor, id, 101, { text: "Hari Selasa", marks: [] });
    await dispatcherTo(to).drain();

    expect(new Set(to.texts())).toEqual(new Set(["(ralat 9 Juli)\n\nHari Selasa"]));
    expect(to.asked).toHaveLength(3);
    expect(await stage.db.announcementCorrection.findMany({ select: { state: true }, orderBy: { id: "asc" } })).toEqual(
      [{ state: "overtaken" }, { state: "running" }],
    );
  });

  test("an admin of another province neither sees it nor changes anything", async () => {
    await participants(1);
    const actor = await anAdmin({ regionCode: "21" });
    const stranger = await anAdmin({ name: "Jambi", regionCode: "15" });
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    expect(await amended(stranger, id)).toEqual({ kind: "out_of_reach" });
    expect(await withdrawAnnouncement(world, stranger, id)).toEqual({ kind: "out_of_reach" });
    const outcome = await amended(actor, id);
    if (outcome.kind !== "started") throw new Error(outcome.kind);
    expect(await correctionProgress(world, stranger, outcome.correctionId)).toEqual({ kind: "out_of_reach" });
    expect(await stage.db.announcementCorrection.count()).toBe(1);
  });

  test("words that were not kept for each receiver are refused, as are the same words and none", async () => {
    await participants(1);
    const actor = await anAdmin();
    const id = await published(actor);
    await dispatcherTo(telegram()).drain();
    const problems = [];
    for (const text of ["Halo {kelas}", TEXT.text, " ", "a".repeat(4090)]) {
      const outcome = await amended(actor, id, 300, { text, marks: [] });
      problems.push(outcome.kind === "problem" ? outcome.problem.kind : outcome.kind);
    }
    expect(problems).toEqual(["new_word", "unchanged", "empty", "too_long"]);
  });

  test("of very many it waits for a second admin, who approves exactly these words, once", async () => {
    await participants(3);
    world.settings.approvalAbove = 5;
    const actor = await anAdmin();
    const other = await anAdmin({ name: "Sri" });
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    world.settings.approvalAbove = 2;

    const outcome = await amended(actor, id);
    if (outcome.kind !== "proposed") throw new Error(outcome.kind);
    const { correctionId } = outcome;
    await dispatcherTo(to).drain();
    expect(to.asked).toEqual([]);
    expect(await reviewCorrection(world, actor, correctionId)).toEqual({ kind: "own" });
    const review = await reviewCorrection(world, other, correctionId);
    if (review.kind !== "review") throw new Error(review.kind);
    const saidAt = stage.clock.now();
    const seen = review.correction.contentHash.slice(0, 16);
    expect(await approveCorrection(world, other, { correctionId, seen: "0123456789abcdef", saidAt })).toEqual({
      kind: "decided_before",
    });
    expect(await approveCorrection(world, other, { correctionId, seen, saidAt })).toEqual({ kind: "approved" });
    expect(await approveCorrection(world, other, { correctionId, seen, saidAt })).toEqual({ kind: "decided_before" });
    await dispatcherTo(to).drain();
    expect(to.asked).toHaveLength(3);
  });
});

describe("taking back", () => {
  // Keeps A14.
  test("copies of the last two days go, older ones are counted with their cause, and what waits never leaves", async () => {
    await participants(4);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    await dispatcherTo(to).drain();
    const [old, lost, blocked] = await stage.db.outbox.findMany({
      where: { announcementId: id },
      orderBy: { id: "asc" },
    });
    const past = new Date(stage.clock.now().getTime() - 48 * 3_600_000);
    await stage.db.outbox.update({ where: { id: old?.id ?? 0 }, data: { leftAt: past } });
    await stage.db.outbox.update({ where: { id: lost?.id ?? 0 }, data: { state: "unknown", telegramMessageId: null } });
    await stage.db.person.update({
      where: { id: blocked?.personId ?? 0 },
      data: { unreachableSince: stage.clock.now(), unreachableCause: "blocked" },
    });

    const outcomes = await Promise.all([1, 2].map(() => withdrawAnnouncement(world, actor, id)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done_before", "started"]);
    await dispatcherTo(to).drain();

    expect(to.texts()).toHaveLength(3);
    const [outcome] = outcomes;
    const { tally } = await tallyOf(
      actor,
      outcome !== undefined && "correctionId" in outcome ? outcome.correctionId : 0,
    );
    expect(tally).toEqual({
      changed: 1,
      waiting: 0,
      unknown: 0,
      too_old: 1,
      blocked: 1,
      gone: 0,
      no_id: 1,
      refused: 0,
    });
    expect((await stage.db.announcement.findUniqueOrThrow({ where: { id } })).state).toBe("cancelled");
    // What could not be taken back can still be corrected; what was is left alone.
    const correction = await amended(actor, id);
    if (correction.kind !== "started") throw new Error(correction.kind);
    await dispatcherTo(to).drain();
    const after = (await tallyOf(actor, correction.correctionId)).tally;
    expect([copiesIn(after), after.changed, after.blocked, after.no_id]).toEqual([3, 1, 1, 1]);
  });

  test("what is not sent yet never is", async () => {
    await participants(3);
    const actor = await anAdmin();
    const id = await published(actor);
    const to = telegram();
    let count = 0;
    await dispatcherTo(to, "test", async (nth) => {
      if (nth === 2) count = (await withdrawAnnouncement(world, actor, id)).kind === "started" ? 1 : 0;
    }).drain();
    stage.clock.advance(61_000);
    await dispatcherTo(to).drain();
    expect(count).toBe(1);
    expect(to.texts()).toEqual([]);
    const progress = await announcementProgress(world, actor, id);
    if (progress.kind !== "progress") throw new Error(progress.kind);
    expect(audienceSize(progress.tally)).toBe(3);
  });
});

describe("a process that dies", () => {
  test.skipIf(inject("database").kind !== "postgres")(
    "while it corrects loses no copy and leaves none with the former words",
    async () => {
      await participants(20);
      const actor = await anAdmin();
      const id = await published(actor);
      const to = telegram();
      await dispatcherTo(to).drain();
      const outcome = await amended(actor, id);
      if (outcome.kind !== "started") throw new Error(outcome.kind);
      const delivery = createDelivery(stage.db);
      for (let death = 0; death < 4; death++) {
        // It has claimed some, changed one or none of them at Telegram, and never came to write that down.
        const now = stage.clock.now();
        const { claimed } = await delivery.claim({
          ...{ worker: `dead ${death}`, limit: 3, leaseSeconds: 50, now, restingChats: [] },
        });
        for (const post of claimed.slice(0, death % 2)) {
          await delivery.depart(post.id, post.fence, now);
          if ("change" in post.content) await to.changeCopy(post.chatId, post.content.change);
        }
        stage.clock.advance(60_000);
      }
      await dispatcherTo(to, "next").drain();
      expect(to.texts()).toHaveLength(20);
      for (const text of to.texts()) expect(text).toMatch(/^\(ralat 9 Juli\)\n\nHalo .+, hari Senin$/);
      const { tally } = await tallyOf(actor, outcome.correctionId);
      expect(tally.changed).toBe(20);
      expect(copiesIn(tally)).toBe(20);
    },
  );
});
