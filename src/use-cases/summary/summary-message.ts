// The page of the day as a message: posted in the evening, or shown when asked for.
import { action } from "../../domain/action.js";
import type { Day } from "../../domain/calendar.js";
import type { Button, Message } from "../../domain/message.js";
import { MOST_IN_NEED } from "../../domain/summary.js";
import type { Zone } from "../../domain/zone.js";
import type { Span, SummaryEvent } from "../../ports/summaries.js";
import type { Texts } from "../../texts/index.js";
import type { SummaryPicture } from "./pictures-of.js";

/** Ten lines of news, each of at most some 150 characters, leave half of Telegram's 4,096 for the rest. */
const MOST_NEWS = 10;

/** Twenty lines a page where there is nothing but news. */
const NEWS_PER_PAGE = 20;

/** Two lines and a button each: what fits a small phone's screen twice. */
const NEEDS_PER_PAGE = 8;

export interface SummaryView {
  /** The day it is kept under; null when it is only looked at. */
  day: Day | null;
  zone: Zone;
  span: Span;
  picture: SummaryPicture;
}

export function summaryMessage(texts: Texts, { day, zone, span, picture }: SummaryView): Message {
  const page = {
    zone,
    span,
    news: picture.events.slice(0, MOST_NEWS),
    newsTotal: picture.events.length,
    overdue: picture.overdue,
    newlyOverdue: picture.newlyOverdue,
    inNeed: picture.inNeed.slice(0, MOST_IN_NEED),
    inNeedTotal: picture.inNeedTotal,
  };
  const text = day === null ? texts.summary.now(page) : texts.summary.daily({ ...page, day });
  const hasMore = page.newsTotal > page.news.length;
  const buttons: Button[][] = [
    ...caseButtons(texts, page.inNeed, 0),
    ...(page.inNeedTotal > MOST_IN_NEED
      ? [[{ label: texts.summary.allNeeds(page.inNeedTotal), data: action("needs", 0) }]]
      : []),
    ...(hasMore ? [[{ label: texts.summary.allNews, data: newsAction(span, 0) }]] : []),
    ...(page.overdue > 0 ? [[{ label: texts.summary.allOverdue, data: action("overdue", 0) }]] : []),
    [{ label: texts.caseload.menu, data: action("people", "all", 0) }],
  ];
  return { ...text, buttons };
}

/** One page of everybody who needs the trainer, the most urgent first. */
export function needsMessage(texts: Texts, { inNeed }: SummaryPicture, wantedPage: number): Message {
  const last = Math.max(0, Math.ceil(inNeed.length / NEEDS_PER_PAGE) - 1);
  const page = Math.min(Math.max(0, wantedPage), last);
  const from = page * NEEDS_PER_PAGE;
  const shown = inNeed.slice(from, from + NEEDS_PER_PAGE);
  const paging: Button[] = [
    ...(page > 0 ? [{ label: texts.common.previous, data: action("needs", page - 1) }] : []),
    ...(page < last ? [{ label: texts.common.more, data: action("needs", page + 1) }] : []),
  ];
  const buttons = [...caseButtons(texts, shown, from), paging].filter((row) => row.length > 0);
  return { ...texts.summary.needsPage(from, shown, inNeed.length), buttons };
}

function caseButtons({ followUp }: Texts, shown: SummaryPicture["inNeed"], from: number): Button[][] {
  return shown.map(({ plan }, index) => [
    { label: followUp.caseButton(from + index + 1, plan), data: action("case", plan.planId) },
  ]);
}

/** One page of all that happened in a span. */
export function newsMessage(texts: Texts, span: Span, events: SummaryEvent[], wantedPage: number): Message {
  const last = Math.max(0, Math.ceil(events.length / NEWS_PER_PAGE) - 1);
  const page = Math.min(Math.max(0, wantedPage), last);
  const from = page * NEWS_PER_PAGE;
  const paging: Button[] = [
    ...(page > 0 ? [{ label: texts.common.previous, data: newsAction(span, page - 1) }] : []),
    ...(page < last ? [{ label: texts.common.more, data: newsAction(span, page + 1) }] : []),
  ];
  const text = texts.summary.newsPage(events.slice(from, from + NEWS_PER_PAGE), from, events.length);
  return { ...text, buttons: paging.length === 0 ? [] : [paging] };
}

function newsAction({ fromAt, toAt }: Span, page: number): string {
  return action("news", fromAt.getTime(), toAt.getTime(), page);
}
