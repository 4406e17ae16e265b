// Starts the thread that draws on paper (workers/paper-worker.ts), one at a time: each takes some 100 MB while it draws.
import { sheetCsv, sheetsWorkbook } from "../domain/files/sheet.js";
import { inWorker } from "../files/bounds/in-worker.js";
import type { Letters } from "../ports/paper/letters.js";
import type { Posters } from "../ports/paper/posters.js";
import type { Sheets } from "../ports/paper/sheets.js";
import type { StorySheets } from "../ports/paper/story-sheets.js";
import { inSteps, refuseWhenOver } from "../ports/queue/handling.js";
import type { PaperWork } from "./paper-worker.js";
import { writeWorkbook } from "./write-workbook.js";

const WORKER = new URL("./paper-worker.js", import.meta.url);

const inThread = (work: PaperWork): Promise<Uint8Array> => inWorker(WORKER, work);

export function createPaper(draw = inThread): {
  posters: Posters;
  letters: Letters;
  storySheets: StorySheets;
  sheets: Sheets;
} {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: PaperWork): Promise<Uint8Array> => {
    const drawn = inSteps(last).then(() => {
      // Behind many in line it was given up, and its second try stands in line as well.
      refuseWhenOver();
      return draw(work);
    });
    // Anyone who waited for one that failed is told; the next in line draws all the same.
    last = drawn.catch(() => undefined);
    return drawn;
  };
  return {
    posters: {
      pdf: (sheets) => inTurn({ draw: "posters", sheets }),
      picture: (sheet) => inTurn({ draw: "poster picture", sheet }),
    },
    storySheets: { pdf: (sheet) => inTurn({ draw: "stories", sheet }) },
    letters: { pdf: (sheet) => inTurn({ draw: "letter", sheet }) },
    sheets: {
      xlsx: (sheets, about) => writeWorkbook(sheetsWorkbook(sheets, about)),
      csv: async (sheet) => Buffer.from(sheetCsv(sheet)),
      pdf: (sheets) => inTurn({ draw: "sheets", sheets }),
      picture: (sheet) => inTurn({ draw: "sheet picture", sheet }),
    },
  };
}
