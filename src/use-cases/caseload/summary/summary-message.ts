// The page of the day as a message: posted in the evening, or shown when asked for.

import type { Cover } from "../../../domain/caseload/cover.js";
import { FEWEST_IN_NEED, MOST_IN_NEED, MOST_NEWS, READABLE, type Waiting } from "../../../domain/caseload/summary.js";
import { action } from "../../../domain/messages/action.js";
import type { Button, Message, RichText } from "../../../domain/messages/message.js";
import { pageAt, pagesOf } from "../../../domain/paging.js";
import type { Day } from "../../../domain/time/calendar.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { Span, SummaryEvent } from "../../../ports/people/summaries.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { openNeed } from "../open-buttons.js";
import type { SummaryPicture } from "./pictures-of.js";

/** The heading, with room for numbers of three digits; two more stand between paragraphs. */
const HEADING = 60;
const NEWS_PAGE = { characters: READABLE - HEADING, most: 20 };

export interface SummaryView {
  /** The day it is kept under; null when it is only looked at. */
  day: Day | null;
  zone: Zone;
  span: Span;
  picture: SummaryPicture;
  /** The class that an admin practises on: said first, and the buttons stay there. */
  practice?: string | null;
  /** For whom they cover. */
  covers?: readonly Cover[];
  /** The first of its week: behind a button stand the classes as pictures. */
  isWeekly?: boolean;
}

/** What is only practised says so above all else. */
function marked({ practice: words }: Texts, practice: string | null, page: RichText): RichText {
  return practice === null ? page : paragraphs(words.heading(practice), page);
}

export function summaryMessage(
  texts: Texts,
  { day, zone, span, picture, practice = null, covers = [], isWeekly = false }: SummaryView,
): Message {
  const isPractice = practice !== null;
  const withRoomFor = ({ news, needs, briefly }: { news: number; needs: number; briefly: boolean }) => ({
    zone,
    span,
    briefly,
    news: picture.events.slice(0, news),
    newsTotal: picture.events.length,
    late: picture.late,
    waiting: picture.waiting,
    unreviewed: picture.unreviewed,
    newlyUnreviewed: picture.newlyUnreviewed,
    newlyOverdue: picture.newlyOverdue,
    inNeed: picture.inNeed.slice(0, needs),
    inNeedTotal: picture.inNeedTotal,
  });
  const said = (one: ReturnType<typeof withRoomFor>) => {
    const page = day === null ? texts.summary.now(one) : texts.summary.daily({ ...one, day });
    return marked(texts, practice, paragraphs(texts.cover.covering(covers), page));
  };
  const room = { news: Math.min(MOST_NEWS, picture.events.length), needs: MOST_IN_NEED, briefly: false };
  let page = withRoomFor(room);
  // What is left out stands behind a button: first news, then the details of a number, last of all somebody in need.
  while (said(page).text.length > READABLE && (room.news > 1 || !room.briefly || room.needs > FEWEST_IN_NEED)) {
    if (room.news > 1) room.news -= 1;
    else if (!room.briefly) room.briefly = true;
    else room.needs -= 1;
    page = withRoomFor(room);
  }
  const hasMore = page.newsTotal > page.news.length;
  const buttons: Button[][] = [
    ...personButtons(texts, page.inNeed, 0),
    ...(page.inNeedTotal > page.inNeed.length
      ? [[{ label: texts.summary.allNeeds(page.inNeedTotal), data: action("needs", 0, isPractice) }]]
      : []),
    ...(hasMore ? [[{ label: texts.summary.allNews, data: newsAction(span, 0, isPractice) }]] : []),
    ...(page.unreviewed > 0
      ? [[{ label: `${texts.review.menu} (${page.unreviewed})`, data: action("review", null, null, isPractice) }]]
      : []),
    ...(page.waiting.questions.count > 0
      ? [[{ label: texts.summary.allQuestions(page.waiting.questions.inbox), data: action("inbox", isPractice) }]]
      : []),
    ...admissionButtons(texts, page.waiting.admissions),
    ...(page.late.owed + page.late.asked + page.late.resting > 0
      ? [[{ label: texts.summary.allOverdue, data: action("overdue", 0, isPractice) }]]
      : []),
    ...(isWeekly ? [[{ label: texts.peopleFiles.picture, data: action("class_pictures") }]] : []),
    [{ label: texts.caseload.menu, data: action("people", "all", 0, isPractice) }],
    ...(practice === null ? [] : [backFrom(texts, practice)]),
  ];
  return { ...said(page), buttons };
}

/** Beside the buttons of people and lists: a trainer has one or two classes at a time. */
const MOST_CLASSES = 3;

function admissionButtons({ admission }: Texts, { classes }: Waiting["admissions"]): Button[][] {
  return classes.slice(0, MOST_CLASSES).map(({ id, name, count }) => [
    {
      label: classes.length === 1 ? admission.menu(count) : admission.menuOf(name, count),
      data: action("admissions", id),
    },
  ]);
}

/** To their page, where all of their plans stand. */
function personButtons({ followUp }: Texts, shown: SummaryPicture["inNeed"], from: number): Button[][] {
  return shown.map(({ plan }, index) => {
    const participantId = plan.participantIds.find(Boolean) ?? null;
    return [
      {
        label: followUp.personButton(from + index + 1, plan),
        data: openNeed({ ...plan, participantId, rosterRowId: null }, null),
      },
    ];
  });
}

/** One page of all that happened in a span. */
export function newsMessage(
  texts: Texts,
  span: Span,
  events: SummaryEvent[],
  wantedPage: number,
  practice: string | null = null,
): Message {
  const isPractice = practice !== null;
  const charactersOf = (event: SummaryEvent) => texts.summary.newsLine(event).text.length + 1;
  const { shown, from, page, last } = pageAt(pagesOf(events, charactersOf, NEWS_PAGE), wantedPage);
  const paging: Button[] = [
    ...(page > 0 ? [{ label: texts.common.previous, data: newsAction(span, page - 1, isPractice) }] : []),
    ...(page < last ? [{ label: texts.common.more, data: newsAction(span, page + 1, isPractice) }] : []),
  ];
  const text = marked(texts, practice, texts.summary.newsPage(shown, from, events.length));
  return { ...text, buttons: [paging, backFrom(texts, practice)].filter((row) => row.length > 0) };
}

/** Trainers find their own by /ringkasan; a practice has its page. */
function backFrom({ practice: words }: Texts, practice: string | null): Button[] {
  return practice === null ? [] : [{ label: words.toPractice, data: action("practice") }];
}

function newsAction({ fromAt, toAt }: Span, page: number, isPractice: boolean): string {
  return action("news", fromAt, toAt, page, isPractice);
}
