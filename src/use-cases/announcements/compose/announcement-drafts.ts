// The announcements that an admin has begun and neither sent nor thrown away: several at once, the one touched last first.
import { isAdmin, type KnownActor } from "../../../domain/people/person.js";
import type { Draft } from "../../../ports/queue/drafts.js";
import type { World } from "../../../ports.js";

/** As drafts of a form keep it, see bot/announcements/compose. */
export const ANNOUNCEMENT_FORM = "announcement";

export interface AnnouncementDraft {
  id: number;
  /** The beginning of what it says. */
  text: string;
  touchedAt: Date;
}

export async function announcementDrafts({ store }: World, actor: KnownActor): Promise<AnnouncementDraft[]> {
  if (!isAdmin(actor)) return [];
  const drafts = await store.drafts.ofForm(actor.telegramId, ANNOUNCEMENT_FORM);
  return drafts.flatMap(({ id, answers, updatedAt }) => {
    const text = textIn(answers);
    return text === null ? [] : [{ id, text, touchedAt: updatedAt }];
  });
}

/**
 * About what a new one is begun: one that was begun and holds nothing yet is gone on with. Named after the update that asks for it, so
 * that an update handled twice begins one.
 */
export async function newAnnouncementSubject({ store }: World, actor: KnownActor, updateId: number): Promise<string> {
  const drafts = await store.drafts.ofForm(actor.telegramId, ANNOUNCEMENT_FORM);
  const empty = drafts.find(({ answers, subject }) => textIn(answers) === null && subject.startsWith(NEW));
  return empty?.subject ?? `${NEW}-${updateId}`;
}

const NEW = "new";

function textIn(answers: Draft["answers"]): string | null {
  const content = answers.content as { text?: string } | undefined;
  return content?.text ?? null;
}
