// Records that somebody agreed to a notice; only from here on is anything personal kept about them.

import type { Actor, Person } from "../../domain/people/person.js";
import type { NoticeKind } from "../../domain/registration/consent-notice.js";
import type { World } from "../../ports.js";

export interface GiveConsentInput {
  kind: NoticeKind;
  /** The class whose link was opened, if any: its zone is the person's until they say where they live. */
  classId: number | null;
  updateId: number;
}

/** Twice is once: a person and notice version have one receipt. */
export async function giveConsent(world: World, actor: Actor, input: GiveConsentInput): Promise<Person> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const trainingClass = input.classId === null ? null : await store.classes.find(input.classId);
    const person =
      (await store.people.findByTelegramId(actor.telegramId)) ??
      (await store.people.create({ name: "", language: actor.language, zone: trainingClass?.zone ?? null }, now));
    await store.people.bindAccount(person.id, actor.telegramId, now);
    await store.people.recordConsent(person.id, world.settings.notices[input.kind], input.updateId, now);
    return { ...person, telegramId: actor.telegramId };
  });
}
