// Which message shows an announcement to whom: the one on which its card was opened last. A page that takes its place ends that.
import { createHash } from "node:crypto";
import type { Message } from "../../../domain/messages/message.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { announcementWithinReach } from "../announcement-within-reach.js";
import { correctionWithinReach } from "../corrections/correction-within-reach.js";

/** Another message is another state. */
export function stateOfCard(card: Message): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url").slice(0, STATE_CHARACTERS);
}

const STATE_CHARACTERS = 16;

/** For somebody who has just been shown this card in this message of their chat. */
export async function followAnnouncement(
  { store, clock }: World,
  actor: KnownActor,
  { announcementId, messageId, card }: { announcementId: number; messageId: number; card: Message },
): Promise<void> {
  if ((await announcementWithinReach(store, actor, announcementId)) === null) return;
  const { person, telegramId: chatId } = actor;
  const board = { announcementId, correctionId: null, personId: person.id, chatId, messageId };
  await store.announcementBoards.keep({ ...board, shown: stateOfCard(card) }, clock.now());
}

/** The same for a correction of one. */
export async function followCorrection(
  { store, clock }: World,
  actor: KnownActor,
  { correctionId, messageId, card }: { correctionId: number; messageId: number; card: Message },
): Promise<void> {
  const found = await correctionWithinReach(store, actor, correctionId);
  if (found === null) return;
  const { person, telegramId: chatId } = actor;
  const board = { announcementId: found.announcement.id, correctionId, personId: person.id, chatId, messageId };
  await store.announcementBoards.keep({ ...board, shown: stateOfCard(card) }, clock.now());
}

/** What came of a form is shown in this message: the correction that was made of the draft. */
export async function followCorrectionOfDraft(
  world: World,
  actor: KnownActor,
  { draftId, ...shown }: { draftId: number; messageId: number; card: Message },
): Promise<void> {
  const correctionId = await world.store.corrections.ofDraft(draftId);
  if (correctionId !== null) await followCorrection(world, actor, { correctionId, ...shown });
}

/** What came of a form is shown in this message: the announcement that was made of the draft, or the one that it changed. */
export async function followDraft(
  world: World,
  actor: KnownActor,
  { draftId, changed, ...shown }: { draftId: number; changed: number | null; messageId: number; card: Message },
): Promise<void> {
  const announcementId = changed ?? (await world.store.announcements.idOfDraft(draftId));
  if (announcementId !== null) await followAnnouncement(world, actor, { announcementId, ...shown });
}
