// Who is away and who covers, above what it concerns: said to the trainer, to the cover and to admins, each in their own words.
import type { RichText } from "../../../domain/messages/message.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AwayTrainer } from "../../../ports/people/absences.js";
import type { Texts } from "../../../texts/index.js";
import { lines } from "../../../texts/rich.js";

/** As many as stand above a list without pushing it off a small screen. */
const MOST_LINES = 3;

/** Nothing where nobody is away. */
export function awayLines({ cover }: Texts, { person: me }: KnownActor, away: readonly AwayTrainer[]) {
  if (away.length === 0) return undefined;
  const left = away.length - MOST_LINES;
  return lines(...away.slice(0, MOST_LINES).map((one) => lineOf(cover, me.id, one)), left > 0 && cover.moreAway(left));
}

function lineOf(words: Texts["cover"], myId: number, away: AwayTrainer): RichText | undefined {
  const { personId, name, cover, until } = away;
  if (cover?.personId === myId) return words.covering([{ name, until }]);
  const coverName = cover?.name ?? null;
  return personId === myId ? words.youAreCovered({ coverName, until }) : words.covered({ name, coverName, until });
}
