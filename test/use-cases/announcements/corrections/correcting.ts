// An announcement that was sent, and the chats in which its copies stand.
import { beforeEach } from "vitest";
import { createDispatcher } from "../../../../src/delivery/dispatcher.js";
import { createPace, UNPACED } from "../../../../src/delivery/pace.js";
import type { AnnouncementContent } from "../../../../src/domain/announcements/announcement.js";
import type { Message } from "../../../../src/domain/messages/message.js";
import type { KnownActor } from "../../../../src/domain/people/person.js";
import type { CopyChange } from "../../../../src/ports/queue/delivery.js";
import { createDelivery } from "../../../../src/storage/queue/delivery.js";
import { amendAnnouncement, correctionProgress, publishAnnouncement } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

export const TEXT: AnnouncementContent = { text: "Halo {nama}, hari Jumat", marks: [] };
export const RIGHT = { text: "Halo {nama}, hari Senin", marks: [] };

/** Called once at the top of a file. */
export function openCorrecting() {
  const stage = stageAt("2024-07-09T03:00:00Z");

  let classId: number;
  beforeEach(async () => {
    classId = (await buildClass(stage.db, { provinceCode: "21" })).id;
  });

  async function anAdmin(options: { name?: string; regionCode?: string } = {}): Promise<KnownActor> {
    const { id } = await buildAdmin(stage.db, options);
    return actorOf(stage.world, id);
  }

  async function participants(count: number): Promise<void> {
    for (let n = 0; n < count; n++) await buildParticipant(stage.db, classId);
  }

  async function published(actor: KnownActor, draftId = 1, content = TEXT): Promise<number> {
    const audience = { scope: { kind: "all" }, role: "everyone", plans: "any" } as const;
    const outcome = await publishAnnouncement(stage.world, actor, { draftId, content, audience });
    if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.announcementId;
  }

  async function amended(actor: KnownActor, announcementId: number, draftId = 100, words = RIGHT) {
    const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id: announcementId } });
    return amendAnnouncement(stage.world, actor, { announcementId, draftId, words, seenHash: contentHash });
  }

  async function tallyOf(actor: KnownActor, id: number) {
    const found = await correctionProgress(stage.world, actor, id);
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

  return { stage, anAdmin, participants, published, amended, tallyOf, telegram, dispatcherTo };
}
