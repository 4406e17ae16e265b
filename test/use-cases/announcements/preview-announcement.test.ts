// What an author is told beforehand about those who wait, held against what delivery then does.

import { expect, test } from "vitest";
import { createBoarding, whenAwake } from "../../../src/delivery/boarding.js";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { createPace, UNPACED } from "../../../src/delivery/pace.js";
import type { Audience } from "../../../src/domain/announcements/audience.js";
import { POST_KINDS } from "../../../src/domain/messages/post-kind.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { Day } from "../../../src/domain/time/calendar.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { previewAnnouncement, publishAnnouncement } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2024-07-09T03:00:00Z");

const CONTENT = { text: "Halo {nama}", marks: [] };
const EVERYONE: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };
const FOUR_DAYS = ["2024-07-04", "2024-07-05", "2024-07-06", "2024-07-08"];

async function anAdmin(): Promise<KnownActor> {
  return actorOf(stage.world, (await buildAdmin(stage.db)).id);
}

/** 08:00 WIB where only a day is given. */
interface Had {
  at: string;
  countsOn?: Day;
  kind?: "plan_reminder" | "answer";
  state?: "sent" | "unknown";
}

async function had(personId: number, messages: (string | Had)[]): Promise<void> {
  for (const message of messages) {
    const {
      at,
      countsOn,
      kind = "plan_reminder",
      state = "sent",
    } = typeof message === "string" ? { at: `${message}T01:00:00Z` } : message;
    const leftAt = new Date(at);
    const n = await stage.db.outbox.count();
    await stage.db.outbox.create({
      data: {
        ...{ key: `before:${n}`, kind, priority: POST_KINDS[kind].priority, state, personId, chatId: BigInt(personId) },
        ...{ message: {}, createdAt: leftAt, dueAt: leftAt, leftAt, settledAt: leftAt },
        ...(state === "sent" && { telegramMessageId: BigInt(leftAt.getTime()) }),
        ...(countsOn !== undefined && { countsOn: new Date(countsOn) }),
      },
    });
  }
}

/** On Tuesday, 9 July, with a class that is long over and one that goes on. */
async function somePeople(): Promise<void> {
  const past = await buildClass(stage.db);
  const running = await buildClass(stage.db, { name: "Bintan II", startsOn: "2024-07-08" });
  const people: [string, { classId: number; provinceCode?: string }, (string | Had)[]][] = [
    ["free", { classId: past.id }, []],
    ["one yesterday", { classId: past.id }, ["2024-07-08"]],
    ["one today", { classId: past.id }, ["2024-07-09"]],
    ["one today, perhaps", { classId: past.id }, [{ at: "2024-07-09T01:00:00Z", state: "unknown" }]],
    ["today's of last evening", { classId: past.id }, [{ at: "2024-07-08T12:00:00Z", countsOn: "2024-07-09" }]],
    ["an answer today", { classId: past.id }, [{ at: "2024-07-09T01:00:00Z", kind: "answer" }]],
    ["four this week", { classId: past.id }, FOUR_DAYS],
    ["four, the first long ago", { classId: past.id }, ["2024-07-02", ...FOUR_DAYS.slice(1)]],
    ["four as three messages", { classId: past.id }, [...FOUR_DAYS.slice(1), "2024-07-08"]],
    ["four this week, in class", { classId: running.id }, FOUR_DAYS],
    ["one today, in class", { classId: running.id }, ["2024-07-09"]],
    // 23:30 in the west is past midnight in the east.
    ["one late, west", { classId: past.id }, [{ at: "2024-07-08T16:30:00Z" }]],
    ["one late, east", { classId: past.id, provinceCode: "81" }, [{ at: "2024-07-08T16:30:00Z" }]],
  ];
  for (const [name, { classId, ...options }, messages] of people) {
    const { person } = await buildParticipant(stage.db, classId, { name, ...options });
    await had(person.id, messages);
  }
  const trainer = await buildTrainer(stage.db, [running.id], { name: "trainer" });
  await had(trainer.id, ["2024-07-09"]);
}

async function deliverUntil(now: string): Promise<string[]> {
  stage.clock.set(new Date(now));
  const delivery = createDelivery(stage.db);
  let messageId = 0;
  const dispatcher = createDispatcher({
    delivery,
    send: async () => ({ next: "sent", messageId: ++messageId }),
    clock: stage.clock,
    sleep: async () => {},
    log: { error: (event) => stage.errors.push(event), warn: () => {}, info: () => {}, debug: () => {} },
    worker: "test",
    alone: true,
    pace: createPace(UNPACED),
    postpone: (post, at) => whenAwake(stage.world.settings, post, at),
    board: createBoarding(delivery, stage.world.settings),
  });
  await dispatcher.drain();
  const waiting = await stage.db.outbox.findMany({ where: { kind: "announcement", state: "waiting" } });
  const people = await stage.db.person.findMany({
    where: { id: { in: waiting.map(({ personId }) => personId ?? 0) } },
  });
  return people.map(({ name }) => name).sort();
}

// Keeps P26.
test.each([
  {
    ...{ when: "by day", now: "2024-07-09T03:00:00Z", delivered: "2024-07-09T03:00:00Z" },
    waiting: [
      "four this week",
      "one late, east",
      "one today",
      "one today, in class",
      "one today, perhaps",
      "today's of last evening",
    ],
  },
  {
    ...{ when: "in the evening, for tomorrow", now: "2024-07-09T14:00:00Z", delivered: "2024-07-10T02:00:00Z" },
    waiting: ["four this week"],
  },
])("as many are said to wait as then wait, by the day's and the week's budget: $when", async (at) => {
  await somePeople();
  const admin = await anAdmin();
  stage.clock.set(new Date(at.now));

  const preview = await previewAnnouncement(stage.world, admin, { content: CONTENT, audience: EVERYONE });
  await publishAnnouncement(stage.world, admin, { draftId: 1, content: CONTENT, audience: EVERYONE });

  expect(await deliverUntil(at.delivered)).toEqual(at.waiting);
  expect(preview).toMatchObject({ reachable: 14, withoutRoom: at.waiting.length });
  expect(stage.errors).toEqual([]);
});

// Keeps P26.
test("the count follows the configured numbers, and asks nobody's budget of an emergency or of trainers", async () => {
  await somePeople();
  const admin = await anAdmin();
  const draft = { content: CONTENT, audience: EVERYONE };
  const settings = { ...stage.world.settings, budget: { perDay: 2, perWeek: 3, perClassDay: 1 } };
  const asked = (more: object) => previewAnnouncement({ ...stage.world, settings }, admin, { ...draft, ...more });

  // All with four or three this week who are not in class, and the one in class who had one today.
  expect(await asked({})).toMatchObject({ withoutRoom: 4 });
  expect(await asked({ emergency: true })).toMatchObject({ withoutRoom: null });
  expect(await asked({ audience: { ...EVERYONE, role: "trainers" } })).toMatchObject({ withoutRoom: null });
});
