// Photos and documents: asked for in a report or a plan, or sent just after a receipt.
import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import type { FileCounts, addFiles as IndonesianAdding, reportFiles as IndonesianFiles } from "../id/report-files.js";
import { bold, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";
import { planWords } from "./plan-words.js";

const { types } = planWords;

/** What fits beside the words of the button. */
const LONGEST_ON_BUTTON = 13;

/** "3 photos and 1 document" */
function fileCounts({ photos, documents }: FileCounts): string {
  const many = (n: number, one: string) => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
  if (documents === 0) return many(photos, "photo");
  return photos === 0 ? many(documents, "document") : `${many(photos, "photo")} and ${many(documents, "document")}`;
}

export const reportFiles: typeof IndonesianFiles = {
  count: (n) => (n === 1 ? "1 file" : `${n} files`),
  label: "files",
  ask: () =>
    paragraphs(
      rich`Any photos or documents of the activity? Send them here, several at once if you like.`,
      rich`Photos of children only if their parents agree, please.`,
    ),
  received: (counts) => rich`Thank you, ${fileCounts(counts)} received 📎`,
  more: () => rich`Send more if there are any, or press ${pressed(common.done)}.`,
  late: (counts) => rich`What came later is kept with this report too: ${fileCounts(counts)} received 📎`,
  cameLate: (number) =>
    number === null
      ? rich`The photos that came later are kept with that plan too 📎`
      : rich`The photos that came later are added to report ${bold(number)} 📎`,
  notWhatTheySay: ({ files, type }) =>
    files === 1
      ? rich`Sorry, a file that you sent for ${bold(types[type])} turned out to be no photo, PDF, Word, Excel or PowerPoint file, so I could not keep it. If it is needed, please send it again as a photo or PDF.`
      : rich`Sorry, ${files} files that you sent for ${bold(types[type])} turned out to be no photos, PDF, Word, Excel or PowerPoint files, so I could not keep them. If they are needed, please send them again as photos or PDF.`,
  known: () => rich`You have sent that file before, so I do not keep it twice.`,
  tooMany: (most) => rich`${most} files are enough for one report. Press ${pressed(common.done)} to go on.`,
  fault: (fault) =>
    fault === "too_large"
      ? rich`That file is larger than ${LARGEST_FILE_MB} MB, so I cannot keep it. Please send a smaller one, or send it as a photo.`
      : rich`I cannot keep that kind of file. I can keep photos, PDF, Word, Excel and PowerPoint.`,
  only: () => rich`I am waiting for photos or documents here. If there are none, press the button below.`,
  instead: (what) =>
    ({
      voice: rich`Sorry, I cannot keep voice messages yet. Please send a photo or document, or press the button below if there is none. You can write the story later.`,
      video: rich`Sorry, I cannot keep videos yet. Please send a photo instead; one or two are enough.`,
      sticker: rich`Thank you for the sticker 🙂 I am waiting for photos or documents here. If there are none, press the button below.`,
      location: rich`There is no need to send a place. I am waiting for photos or documents here. If there are none, press the button below.`,
    })[what],
};

export const addFiles: typeof IndonesianAdding = {
  about: (number) => `adding photos to report ${number}`,
  ask: ({ number, type, isReviewed, ...counts }) =>
    paragraphs(
      rich`${fileCounts(counts)} received 📎`,
      isReviewed && rich`Your trainer has reviewed this report. What you add will show as a change.`,
      rich`Shall I add ${counts.photos + counts.documents === 1 ? "it" : "them"} to report ${bold(number)} (${types[type]})?`,
    ),
  yes: (number) => (number.length <= LONGEST_ON_BUTTON ? `Yes, add to ${number}` : "Yes, add"),
  sendAgain: (number) => rich`Please send the photos for report ${bold(number)} once more.`,
  added: ({ number, ...counts }) => rich`Added to report ${bold(number)}: ${fileCounts(counts)}. Thank you 🙏`,
  declined: () => rich`All right, nothing is added. For another plan, please send it with that report.`,
};
