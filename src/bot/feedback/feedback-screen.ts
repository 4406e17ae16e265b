// What people said of a class, a province or the country, as pages.
import { RELEASED_TOGETHER } from "../../domain/feedback/feedback.js";
import type { FeedbackView } from "../../domain/feedback/feedback-sums.js";
import { action } from "../../domain/messages/action.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import type { Area } from "../../domain/overview/area.js";
import { WHOLE_COUNTRY } from "../../domain/overview/area.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import type { Texts } from "../../texts/index.js";
import { feedbackPage, wordLines } from "../../texts/layouts/feedback.js";
import { lines, paragraphs } from "../../texts/rich.js";
import { listScreen } from "../kit/list-screen.js";

/** So that a page of the longest ones fits a message. */
const WORDS_A_PAGE = 8;

export function feedbackScreen(texts: Texts, found: FeedbackView, wanted: number): Message {
  const { feedback } = texts;
  const { area, part, parts, sum, named } = found;
  const { shown, page, last } = pageOf(parts, ROWS_A_PAGE, wanted);
  const rows = shown.map(({ key, name, released }) => [
    { label: fitLabel(`${name} (${released})`), data: action("feedback_results", inside(part, key)) },
  ]);
  const files: Button[] = [
    { label: feedback.files.picture, data: action("feedback_file", "picture", area) },
    { label: feedback.files.xlsx, data: action("feedback_file", "xlsx", area) },
  ];
  const hasWords = area.classId !== null && wordLines(texts, found).length > 0;
  const words = hasWords ? [{ label: feedback.words, data: action("feedback_words", area.classId ?? 0) }] : [];
  return listScreen(texts, feedbackPage(texts, found), {
    rows,
    pages: { at: { page, last }, to: (to) => action("feedback_results", area, to) },
    more: [words, sum.released >= RELEASED_TOGETHER || named.length > 0 ? files : []],
    back: backFrom(texts, found),
  });
}

/** What was written, question by question; a page at a time. */
export function wordsScreen(texts: Texts, found: FeedbackView, wanted: number): Message {
  const { shown, page, last } = pageOf(wordLines(texts, found), WORDS_A_PAGE, wanted);
  const { classId } = found.area;
  return listScreen(texts, paragraphs(texts.feedback.wordsTitle(found.name ?? ""), lines(...shown)), {
    rows: [],
    pages: { at: { page, last }, to: (to) => action("feedback_words", classId ?? 0, to) },
    back: [{ label: texts.feedback.toResults, data: action("feedback_results", found.area) }],
  });
}

function inside(part: FeedbackView["part"], key: string): Area {
  return part === "class" ? { ...WHOLE_COUNTRY, classId: Number(key) } : { placeCode: key, classId: null };
}

function backFrom({ common, feedback, peopleFiles }: Texts, { area: { classId }, isHome }: FeedbackView): Button[] {
  if (classId !== null) return [{ label: peopleFiles.toFiles, data: action("class_files", classId) }];
  return isHome
    ? [{ label: common.menu, data: action("menu") }]
    : [{ label: feedback.toResults, data: action("feedback_results", WHOLE_COUNTRY) }];
}
