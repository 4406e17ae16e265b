// What the bot says with a class's poster; what stands on it is in texts/files/paper/poster.ts.
import { plainDay } from "../dates.js";
import type { posters as Indonesian } from "../id/posters.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, paragraphs, rich } from "../rich.js";

const MOST_NAMES = 8;

export const posters: typeof Indonesian = {
  page: ({ name, lastDay }) =>
    paragraphs(
      rich`The poster of the class ${bold(name)}. Please print it on A4 and put it up beside the door. It is in Indonesian, for the participants.`,
      rich`Valid until ${plainDay("en", lastDay)}.`,
    ),
  picture: ({ name, lastDay }) =>
    paragraphs(
      rich`The poster of the class ${bold(name)} for its WhatsApp group.`,
      rich`Valid until ${plainDay("en", lastDay)}. Whoever sees it on their own phone needs the link too: send the invite text along.`,
    ),
  pageButton: "🖨 Poster PDF",
  pictureButton: "🖼 Poster image",
  textButton: "💬 Invite text",
  manyButton: "🖨 All posters",
  many: ({ count, without }) =>
    paragraphs(
      count === 0
        ? "There is no poster to make yet."
        : count === 1
          ? "1 poster."
          : rich`${count} posters, one page for each class.`,
      without.length > 0 &&
        rich`Without a poster, because their links are closed or over: ${named(without)}. A new link is made on the class's page.`,
    ),
  none: {
    closed: (name) =>
      rich`The link of the class ${bold(name)} is closed, so nobody could join by its poster. Would you like to make a new link?`,
    over: (name) =>
      rich`The link of the class ${bold(name)} has expired, so nobody could join by its poster. Would you like to make a new link?`,
  },
  back: "⬅️ Back",
};

function named(names: string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => shortened(name, 40));
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}
