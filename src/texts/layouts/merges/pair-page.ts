// Both sides of a pair in one message: who stays first, and below them what would move.

import type { SameReason } from "../../../domain/merges/duplicates.js";
import type { LibrarySide, PersonSide, Sides, WhatMoves } from "../../../domain/merges/merge-side.js";
import type { RichText } from "../../../domain/messages/message.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import { plainDay } from "../../dates.js";
import type { Texts } from "../../index.js";
import { bold, lines, paragraphs, rich } from "../../rich.js";
import { shortened } from "../classes/session-words.js";

/** Two sides with names of this length fit a small screen. */
const LONGEST = 34;
const LONGEST_LIST = 46;

export function pairPage(
  texts: Pick<Texts, "language" | "duplicates">,
  { sides, reasons, moves }: { sides: Sides; reasons: readonly SameReason[]; moves: WhatMoves },
  zone: Zone,
): RichText {
  const { duplicates } = texts;
  const isPeople = sides.kind === "people";
  const [first, second] = isPeople
    ? [personLines(texts, sides.stays, zone), personLines(texts, sides.goes, zone)]
    : [libraryLines(texts, sides.stays, zone), libraryLines(texts, sides.goes, zone)];
  return paragraphs(
    lines(
      bold(isPeople ? duplicates.maybePerson : duplicates.maybeLibrary),
      reasons.length > 0 && duplicates.because(reasons.map((reason) => duplicates.reasons[reason])),
    ),
    lines(rich`1️⃣ ${bold(shortened(sides.stays.name, LONGEST))} · ${duplicates.stays}`, ...first),
    lines(rich`2️⃣ ${bold(shortened(sides.goes.name, LONGEST))} · ${duplicates.goes}`, ...second),
    duplicates.moves(duplicates.moved(moves, sides.kind)),
  );
}

function personLines({ language, duplicates }: Pick<Texts, "language" | "duplicates">, side: PersonSide, zone: Zone) {
  return [
    side.places.length > 0 && `📚 ${shortened(side.places.join(" · "), LONGEST_LIST)}`,
    side.classes.length > 0 &&
      `🎓 ${shortened(`${side.classes.join(", ")} (${side.numbers.join(", ")})`, LONGEST_LIST)}`,
    `📱 ${duplicates.account(side.hasJoined, side.isReachable)}`,
    `📝 ${duplicates.entries(side)}`,
    side.lastWordAt !== null && `💬 ${duplicates.lastWord(plainDay(language, dayIn(zone, side.lastWordAt)))}`,
  ];
}

function libraryLines({ language, duplicates }: Pick<Texts, "language" | "duplicates">, side: LibrarySide, zone: Zone) {
  return [
    `📚 ${duplicates.kinds[side.kind]}, ${shortened(side.places.join(", "), LONGEST)}`,
    side.classes.length > 0 && `🎓 ${shortened(side.classes.join(", "), LONGEST_LIST)}`,
    side.people.length > 0 && `👤 ${shortened(side.people.join(", "), LONGEST_LIST)}`,
    `📝 ${duplicates.entries(side)}`,
    side.lastWordAt !== null && `💬 ${duplicates.lastWord(plainDay(language, dayIn(zone, side.lastWordAt)))}`,
  ];
}
