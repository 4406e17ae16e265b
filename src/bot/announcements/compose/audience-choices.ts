// Of an audience: what is one of a few, and not a list. Pressing one leads back to the page.
import { AUDIENCE_ROLES, type Audience, JOINED_FILTERS, PLAN_FILTERS } from "../../../domain/announcements/audience.js";
import type { Message } from "../../../domain/messages/message.js";
import type { AnnouncementContext } from "./announcement-answers.js";

const CHOICES = { role: AUDIENCE_ROLES, plans: PLAN_FILTERS, joined: JOINED_FILTERS } as const;
type Choice = keyof typeof CHOICES;

export function isChoicePage(at: string | undefined): at is Choice {
  return at !== undefined && Object.hasOwn(CHOICES, at);
}

export function choicePage({ texts, press }: AnnouncementContext, at: Choice, chosen: Audience): Message {
  const words = texts.announcement.for[at];
  const now: string = chosen[at] ?? "any";
  return {
    ...words.ask(),
    buttons: Object.entries(words.options).map(([value, label]) => [
      { label: value === now ? `☑️ ${label}` : label, data: press(`set.${at}.${value}`) },
    ]),
  };
}

/** Null for a button that is none of them. Trainers have neither plans nor a kind: what was asked about those goes. */
export function readChoice(chosen: Audience, at: string, value: string): Audience | null {
  if (!isChoicePage(at)) return null;
  const found = CHOICES[at].find((one) => one === value);
  if (found === undefined) return null;
  const changed = { ...chosen, [at]: found };
  return changed.role === "trainers" ? { ...changed, plans: "any", kinds: undefined } : changed;
}
