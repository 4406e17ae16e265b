// The stories for a meeting as drawings of A4 pages: one after the other, each with its heading on the page on which it begins.
import type { PrintedStory, StorySheet } from "../../domain/files/paper.js";
import { LINE_HEIGHT } from "../column.js";
import { ACCENT, box, type Drawing, INK, PAGE, type Shape, type TextLine } from "../drawing.js";
import { fitText, type Measure } from "../fit-text.js";

const MARGIN = 56;
const WIDTH = PAGE.width - 2 * MARGIN;
const FOOT = PAGE.height - 48;
const GREY = "#616e7c";
/** Longer than any answer can be. */
const MOST_LINES = 60;
const TEXT = 11;
/** A heading never stands alone at the foot of a page. */
const LINES_KEPT_TOGETHER = 3;

interface Look {
  size: number;
  isBold?: boolean;
  colour?: string;
  /** Space below. */
  after: number;
}

export function drawStories(sheet: StorySheet, measure: Measure): Drawing[] {
  const pages: { shapes: Shape[]; texts: TextLine[] }[] = [];
  let y = FOOT;
  let page = newPage();
  function newPage() {
    const opened = { shapes: [] as Shape[], texts: [] as TextLine[] };
    pages.push(opened);
    y = MARGIN;
    return opened;
  }
  const linesOf = (text: string, { size, isBold = false }: Look) =>
    text
      .split("\n")
      .flatMap((paragraph) =>
        paragraph.trim() === ""
          ? []
          : fitText(paragraph, { width: WIDTH, lines: MOST_LINES, from: size, to: size, isBold }, measure).lines,
      );
  const keepTogether = (height: number) => {
    if (y + height > FOOT && y > MARGIN) page = newPage();
  };
  const put = (text: string, look: Look) => {
    const { size, isBold = false, colour = INK, after } = look;
    for (const line of linesOf(text, look)) {
      keepTogether(size * LINE_HEIGHT);
      y += size * LINE_HEIGHT;
      page.texts.push({ x: MARGIN, y, text: line, size, isBold, colour, at: "start" });
    }
    y += after;
  };
  const putStory = (story: PrintedStory, at: number) => {
    const title = { size: 15, isBold: true, colour: ACCENT, after: 2 };
    keepTogether(4 * title.size * LINE_HEIGHT + LINES_KEPT_TOGETHER * TEXT * LINE_HEIGHT);
    put(`${at + 1}. ${story.place}`, title);
    const about = [story.author, story.champion].filter((line) => line !== null).join(" · ");
    if (about !== "") put(about, { size: 10, colour: GREY, after: 2 });
    page.shapes.push({ path: box(MARGIN, y + 2, WIDTH, 1), colour: ACCENT });
    y += 8;
    for (const { heading, text } of story.parts) {
      keepTogether((1 + LINES_KEPT_TOGETHER) * TEXT * LINE_HEIGHT);
      put(heading, { size: TEXT, isBold: true, after: 1 });
      put(text, { size: TEXT, after: 7 });
    }
    if (story.photos !== null) put(story.photos, { size: 10, colour: GREY, after: 2 });
    y += 16;
  };
  put(sheet.title, { size: 20, isBold: true, colour: ACCENT, after: 4 });
  for (const note of sheet.notes) put(note, { size: 10, colour: GREY, after: 1 });
  y += 14;
  for (const [at, story] of sheet.stories.entries()) putStory(story, at);
  return pages.map(({ shapes, texts }, at) => ({
    ...PAGE,
    shapes,
    texts: [...texts, ...footOf(sheet.title, at + 1, pages.length)],
  }));
}

/** Pages are parted: each says what it is of. */
function footOf(title: string, page: number, pages: number): TextLine[] {
  const small = { y: PAGE.height - 24, size: 8, isBold: false, colour: GREY };
  return [
    { ...small, x: MARGIN, text: title, at: "start" },
    { ...small, x: PAGE.width - MARGIN, text: `${page} / ${pages}`, at: "end" },
  ];
}
