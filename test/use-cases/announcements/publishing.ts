// An admin who publishes, those who receive it, and a dispatcher that notes whom it wrote to.
import { beforeEach } from "vitest";
import type { Send } from "../../../src/delivery/deliver-post.js";
import { createDispatcher } from "../../../src/delivery/dispatcher.js";
import { createPace, UNPACED } from "../../../src/delivery/pace.js";
import type { AnnouncementContent } from "../../../src/domain/announcements/announcement.js";
import type { Audience } from "../../../src/domain/announcements/audience.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { announcementProgress, publishAnnouncement } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

export const TEXT: AnnouncementContent = { text: "Halo {nama}", marks: [] };
export const ALL: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };

/** Called once at the top of a file. */
export function openPublishing() {
  const stage = stageAt("2024-07-09T03:00:00Z");

  /** The class of the test that runs. */
  const here = { classId: 0 };
  beforeEach(async () => {
    here.classId = (await buildClass(stage.db)).id;
  });

  async function anAdmin(options: { name?: string; regionCode?: string } = {}): Promise<KnownActor> {
    const { id } = await buildAdmin(stage.db, options);
    return actorOf(stage.world, id);
  }

  async function participants(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await buildParticipant(stage.db, here.classId);
  }

  async function published(actor: KnownActor, draftId = 1, content = TEXT): Promise<number> {
    const outcome = await publishAnnouncement(stage.world, actor, { draftId, content, audience: ALL });
    if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.announcementId;
  }

  async function progress(actor: KnownActor, id: number) {
    const found = await announcementProgress(stage.world, actor, id);
    if (found.kind !== "progress") throw new Error(found.kind);
    return found;
  }

  /** A dispatcher whose Telegram notes whom it was asked to write to; `before` runs just before each answer. */
  function dispatcherTo(arrived: number[], before: (nth: number) => Promise<unknown> = async () => {}) {
    const send: Send = async (chatId) => {
      arrived.push(chatId);
      await before(arrived.length);
      return { next: "sent", messageId: arrived.length };
    };
    return createDispatcher({
      delivery: createDelivery(stage.db),
      send,
      clock: stage.clock,
      sleep: async () => {},
      log: { error: (event) => stage.errors.push(event), warn: () => {}, info: () => {}, debug: () => {} },
      worker: "test",
      alone: true,
      pace: createPace(UNPACED),
    });
  }

  return { stage, here, anAdmin, participants, published, progress, dispatcherTo };
}
