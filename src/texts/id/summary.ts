// A trainer's page of the day.

import type { LateCounts, Waiting } from "../../domain/caseload/summary.js";
import type { Urgency } from "../../domain/caseload/urgency.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import { lightOf, type PlanType } from "../../domain/plans/work-plan.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import { REVIEW_WITHIN_WORKING_DAYS } from "../../domain/reports/review.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { clockTime, dayAndMonth, dayAndTime, longDay } from "../dates.js";
import { digits } from "../digits.js";
import type { CaseLine } from "../layouts/caseload/case-line.js";
import { whoAt } from "../layouts/library-at.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { followUp } from "./follow-up.js";
import { planWords } from "./plan-words.js";
import { reports } from "./reports.js";
import { standIn } from "./stand-in.js";

export type NewsLine = { name: string; libraryName: string; at: Date; onBehalf?: true } & (
  | {
      kind: "report";
      planType: PlanType;
      state: PlanState;
      dueOn: Day;
      pausedUntil: Day | null;
      classEndsOn: Day;
      zone: Zone;
    }
  | { kind: "changed"; planType: PlanType; number: string; changes: readonly ReportChange[] }
  | { kind: "joined" | "story" }
  | { kind: "help"; planType: PlanType }
);

export interface SummaryPage {
  zone: Zone;
  span: { fromAt: Date; toAt: Date };
  news: NewsLine[];
  /** How many there are in all, where only some are shown. */
  newsTotal: number;
  late: LateCounts;
  /** Only the sum of those who are late, where there is no room for more. */
  briefly: boolean;
  newlyOverdue: number;
  waiting: Waiting;
  /** Reports that have waited too long for a review. */
  unreviewed?: number;
  /** Of them, those that have only since the last summary. */
  newlyUnreviewed?: number;
  inNeed: { plan: CaseLine; urgency: Urgency }[];
  inNeedTotal: number;
}

/** One shows what it is about; the others stand behind the number. */
const MOST_CHANGES = 1;

const changesOf = ({ changes }: { changes: readonly ReportChange[] }) =>
  changes.length === 0
    ? ""
    : `: ${reports.changes(changes.slice(0, MOST_CHANGES)).join(", ")}${changes.length > MOST_CHANGES ? ` dan ${changes.length - MOST_CHANGES} lainnya` : ""}`;

const newsLine = (one: NewsLine) => {
  switch (one.kind) {
    case "report":
      return rich`${planWords.lights[lightOf(one, dayIn(one.zone, one.at))]} ${one.name} melapor: ${planWords.types[one.planType]} ${planWords.states[one.state]}${standIn.behind(one)}`;
    case "changed":
      return rich`✏️ ${one.name} mengubah laporan ${planWords.types[one.planType]} (${one.number})${changesOf(one)}${standIn.behind(one)}`;
    case "joined":
      return rich`👋 ${one.name} bergabung${one.libraryName === "" ? "" : ` (${one.libraryName})`}`;
    case "story":
      return rich`📖 ${one.name} menceritakan perubahan di perpustakaannya`;
    case "help":
      return rich`🙋 ${one.name} minta bantuan: ${planWords.types[one.planType]}`;
  }
};

/** Nothing where nothing waits: zero is no news. */
const waitingLine = (what: string, { count, since }: Pick<Waiting["help"], "count" | "since">) =>
  count > 0 &&
  rich`${what}: ${bold(String(count))}${since === null ? "" : `, ${count === 1 ? "" : "terlama "}sejak ${dayAndMonth("id", since)}`}`;

/** How many people are late, by who waits for whom: the same numbers as on /terlambat. */
const ripe = (count = 0) => (count > 0 ? ` (${digits.id(count)} baru)` : "");

const lateLine = ({ late: { owed, asked, resting }, newlyOverdue, briefly }: SummaryPage) => {
  const total = owed + asked + resting;
  const parts = [
    owed > 0 && `${owed} menunggu tindak lanjut`,
    asked > 0 && `${asked} baru, saya tanya dulu`,
    resting > 0 && `${resting} sudah ditindaklanjuti`,
  ].filter((part) => part !== false);
  return (
    total > 0 &&
    lines(
      rich`⏰ ${bold("Terlambat:")} ${digits.id(total)} orang${newlyOverdue > 0 ? ` (${digits.id(newlyOverdue)} baru)` : ""}`,
      !briefly && italic(parts.join(" · ")),
    )
  );
};

export const summary = {
  daily: (page: SummaryPage & { day: Day }) =>
    paragraphs(
      rich`📋 ${bold("Ringkasan")} ${longDay("id", page.day)}, ${clockTime("id", page.zone, page.span.toAt)}`,
      summary.body(page),
    ),
  now: (page: SummaryPage) =>
    paragraphs(
      rich`📋 ${bold("Ringkasan")} sejak ${dayAndTime("id", page.zone, page.span.fromAt)}`,
      summary.body(page),
    ),
  body: (page: SummaryPage) =>
    paragraphs(
      page.newsTotal === 0
        ? // Plans that became late and reports that waited too long are news too, and stand below.
          page.newlyOverdue === 0 && (page.newlyUnreviewed ?? 0) === 0 && rich`Belum ada kabar baru.`
        : lines(
            bold(`Kabar baru (${page.newsTotal})`),
            ...page.news.map(newsLine),
            page.news.length < page.newsTotal && italic(`dan ${page.newsTotal - page.news.length} lainnya`),
          ),
      waitingLine("🙋 Minta bantuan", page.waiting.help),
      waitingLine("💬 Pertanyaan belum dijawab", page.waiting.questions),
      page.unreviewed !== undefined &&
        page.unreviewed > 0 &&
        rich`📋 Laporan menunggu tinjauan lebih dari ${REVIEW_WITHIN_WORKING_DAYS} hari kerja: ${bold(String(page.unreviewed))}${ripe(page.newlyUnreviewed)}`,
      waitingLine("⏳ Menunggu izin bergabung", page.waiting.admissions),
      page.inNeed.length > 0 &&
        lines(
          bold("Paling perlu dibantu"),
          ...page.inNeed.map(({ plan, urgency }, index) =>
            lines(
              rich`${index + 1}. ${whoAt(plan)}`,
              rich`    ${planWords.shortTypes[plan.type]} · ${followUp.reason(urgency)}${followUp.putOff(plan)}`,
            ),
          ),
          page.inNeed.length < page.inNeedTotal && italic(`dan ${page.inNeedTotal - page.inNeed.length} lainnya`),
        ),
      lateLine(page),
    ),
  newsLine,
  newsPage: (news: NewsLine[], from: number, total: number) =>
    paragraphs(
      bold(`Kabar baru ${from + 1}–${from + news.length} dari ${digits.id(total)}`),
      lines(...news.map(newsLine)),
    ),
  allNeeds: (total: number) => `Yang perlu dibantu (${digits.id(total)})`,
  allNews: "Semua kabar",
  allOverdue: "⏰ Lihat yang terlambat",
  allQuestions: (count: number) => `💬 Pertanyaan (${digits.id(count)})`,
  menu: "📋 Ringkasan",
};
