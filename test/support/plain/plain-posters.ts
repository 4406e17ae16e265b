// Posters, letters and stories for walks: of a PDF what would be drawn, in words; of a picture its code. How they are drawn is tried in test/paper.
import { qrPicture } from "../../../src/bot/kit/qr-picture.js";
import type { Letters } from "../../../src/ports/paper/letters.js";
import type { Posters } from "../../../src/ports/paper/posters.js";
import type { StorySheets } from "../../../src/ports/paper/story-sheets.js";

export const plainPosters: Posters = {
  pdf: async (sheets) => Buffer.from(JSON.stringify(sheets)),
  picture: async ({ link }) => qrPicture(link),
};

export const plainStorySheets: StorySheets = { pdf: async (sheet) => Buffer.from(JSON.stringify(sheet)) };

export const plainLetters: Letters = { pdf: async (sheet) => Buffer.from(JSON.stringify(sheet)) };
