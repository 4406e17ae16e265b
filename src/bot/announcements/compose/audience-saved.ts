// Audiences saved by name: the list, taking one, deleting one, and giving a name to what is chosen now.
import type { Audience } from "../../../domain/announcements/audience.js";
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { Message } from "../../../domain/messages/message.js";
import { pageOf } from "../../../domain/paging.js";
import { hasLetter } from "../../../domain/people/has-letter.js";
import { saveAudience, savedAudiences } from "../../../use-cases/index.js";
import type { Reading } from "../../forms/form.js";
import { pageRow } from "../../kit/page-row.js";
import { audienceWords } from "../announcement-summary.js";
import { type AnnouncementContext, draftReach } from "./announcement-answers.js";

/** Each with a button to use it and one to remove it. */
const AUDIENCES_A_PAGE = 6;
/** As long as a button shows it. */
const LONGEST_NAME = 26;
const SHORT_NAME = 15;

export async function savedPage({ world, texts, actor, view, press }: AnnouncementContext): Promise<Message> {
  const words = texts.announcement.for.saved;
  const saved = await savedAudiences(world, actor);
  const { shown, page, last } = pageOf(saved, AUDIENCES_A_PAGE, view.page ?? 0);
  return {
    ...words.list(saved.map(({ name }) => name)),
    buttons: [
      ...shown.map(({ id, name }) => [
        { label: fitLabel(name, SHORT_NAME, { before: "⭐ " }), data: press(`take.${id}`) },
        { label: words.forget, data: press(`forget.${id}`) },
      ]),
      ...pageRow(texts, { page, last }, (to) => press(`page.${to}`)),
    ],
  };
}

export async function namePage(context: AnnouncementContext, chosen: Audience): Promise<Message> {
  const { world, texts, actor } = context;
  const words = texts.announcement.for.saved;
  return words.name(await audienceWords(world, texts, actor, chosen, draftReach(context)));
}

/** Saved anew under a name that is there already, it takes its place. */
export async function nameAudience(
  { world, texts, actor }: AnnouncementContext,
  audience: Audience,
  typed: string,
): Promise<Reading> {
  const name = typed.replace(/\s+/g, " ").trim();
  const { common } = texts;
  if (!hasLetter(name)) return { kind: "problem", say: common.notUnderstoodHere("Jambi") };
  if (name.length > LONGEST_NAME) {
    return { kind: "problem", say: texts.announcement.for.saved.tooLong(LONGEST_NAME) };
  }
  await saveAudience(world, actor, { name, audience });
  return { kind: "view", view: { at: "saved" } };
}
