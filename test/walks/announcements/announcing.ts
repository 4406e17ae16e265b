// An admin with a phone in hand, who announces, and those who receive it.
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildParticipant, type ParticipantOptions } from "../../support/world/builders.js";

/** Called once at the top of a file. */
export function openAnnouncing() {
  // Tuesday, 10 a.m. in Jakarta.
  const stage = stageAt("2024-07-09T03:00:00Z");

  /** An admin with a phone in hand. */
  async function admin(options: { name?: string; regionCode?: string; english?: boolean } = {}) {
    const phone = stage.person({ name: options.name ?? "Budi", english: options.english === true });
    const person = await buildAdmin(stage.db, {
      name: options.name ?? "Budi Santoso",
      telegramId: phone.id,
      language: options.english === true ? "en" : "id",
      ...(options.regionCode !== undefined && { regionCode: options.regionCode }),
    });
    return { phone, person };
  }

  async function participant(classId: number, name: string, options: ParticipantOptions = {}) {
    const phone = stage.person({ name });
    const built = await buildParticipant(stage.db, classId, { name, telegramId: phone.id, ...options });
    phone.start();
    await stage.settle();
    stage.talk();
    return { phone, ...built };
  }

  async function presses(phone: Phone, ...labels: string[]) {
    for (const label of labels) {
      phone.presses(label);
      await stage.settle();
    }
  }

  /** On the last message. */
  function shownNow(phone: Phone): string[] {
    const markup = phone.lastMessage()?.reply_markup;
    return markup !== undefined && "inline_keyboard" in markup
      ? markup.inline_keyboard.flat().map(({ text }: { text: string }) => text)
      : [];
  }

  async function says(phone: Phone, ...what: Parameters<Phone["says"]>) {
    phone.says(...what);
    await stage.settle();
  }

  return { stage, admin, participant, presses, shownNow, says };
}
