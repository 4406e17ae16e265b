// Which sessions of a class are held at the time of another, as both languages list them.
import type { RichText } from "../../../domain/messages/message.js";
import type { Language } from "../../../domain/people/person.js";
import type { Zone } from "../../../domain/time/zone.js";
import { bold, rich } from "../../rich.js";
import { type SessionWords, shortened, timesOf } from "./session-words.js";

/** More would push the question off a small phone's screen. */
const MOST_NAMED = 3;
const LONGEST_TITLE = 40;

export interface ClashWords {
  zone: Zone;
  sessions: SessionWords[];
}

/** "Tiga strategi TPBIS (13.00–14.30 WIB), Promosi (14.00–15.00 WIB), dan 2 lainnya" */
export function clashList(
  language: Language,
  { zone, sessions }: ClashWords,
  more: (count: number) => string,
): RichText {
  const named = sessions
    .slice(0, MOST_NAMED)
    .map((session) => rich`${bold(shortened(session.title, LONGEST_TITLE))} (${timesOf(language, zone, session)})`);
  const rest = sessions.length - named.length;
  const all = rest > 0 ? [...named, rich`${more(rest)}`] : named;
  return all.reduce((sentence, one) => rich`${sentence}, ${one}`);
}
