// The page of the day as a message: posted in the evening, or shown when asked for.
import { action } from "../../domain/action.js";
import type { Day } from "../../domain/calendar.js";
import type { Button, Message } from "../../domain/message.js";
import { pageAt, pagesOf } from "../../domain/paging.js";
import { MOST_IN_NEED, READABLE } from "../../domain/summary.js";
import type { Zone } from "../../domain/zone.js";
import type { Span, SummaryEvent } from "../../ports/summaries.js";
import type { Texts } from "../../texts/index.js";
import type { SummaryPicture } from "./pictures-of.js";

/** Beside those who need the trainer most. Fewer, where with so many the page would not be read at a glance. */
const MOST_NEWS = 10;

/** The heading, with room for numbers of three digits; two more stand between paragraphs. */
const HEADING = 60;
const NEWS_PAGE = { characters: READABLE - HEADING, most: 20 };
const NEEDS_PAGE = { characters: READABLE - HEADING, most: 8 };

export interface SummaryView {
  /** The day it is kept under; null when it is only looked at. */
  day: Day | null;
  zone: Zone;
  span: Span;
  picture: SummaryPicture;
}

export function summaryMessage(texts: Texts, { day, zone, span, picture }: SummaryView): Message {
  const withNews = (most: number) => ({
    zone,
    span,
    news: picture.events.slice(0, most),
    newsTotal: picture.events.length,
    overdue: picture.overdue,
    newlyOverdue: picture.newlyOverdue,
    inNeed: picture.inNeed.slice(0, MOST_IN_NEED),
    inNeedTotal: picture.inNeedTotal,
  });
  const said = (one: ReturnType<typeof withNews>) =>
    day === null ? texts.summary.now(one) : texts.summary.daily({ ...one, day });
  let page = withNews(MOST_NEWS);
  while (page.news.length > 1 && said(page).text.length > READABLE) page = withNews(page.news.length - 1);
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
  return { ...said(page), buttons };
}

/** One page of everybody who needs the trainer, the most urgent first. */
export function needsMessage(texts: Texts, { inNeed }: SummaryPicture, wantedPage: number): Message {
  const charactersOf = ({ plan, urgency }: (typeof inNeed)[number]) =>
    texts.followUp.overdueLine(inNeed.length, plan, urgency).text.length + 2;
  const { shown, from, page, last } = pageAt(pagesOf(inNeed, charactersOf, NEEDS_PAGE), wantedPage);
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
  const charactersOf = (event: SummaryEvent) => texts.summary.newsLine(event).text.length + 1;
  const { shown, from, page, last } = pageAt(pagesOf(events, charactersOf, NEWS_PAGE), wantedPage);
  const paging: Button[] = [
    ...(page > 0 ? [{ label: texts.common.previous, data: newsAction(span, page - 1) }] : []),
    ...(page < last ? [{ label: texts.common.more, data: newsAction(span, page + 1) }] : []),
  ];
  const text = texts.summary.newsPage(shown, from, events.length);
  return { ...text, buttons: paging.length === 0 ? [] : [paging] };
}

function newsAction({ fromAt, toAt }: Span, page: number): string {
  return action("news", fromAt.getTime(), toAt.getTime(), page);
}
