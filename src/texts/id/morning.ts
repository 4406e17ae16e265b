// A trainer's morning: who needs them, and why.
import type { NeedReason } from "../../domain/caseload/morning.js";
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, longDay } from "../dates.js";
import { digits } from "../digits.js";
import { type NeedLine, type NeedMarks, type NeedWords, needLines } from "../layouts/caseload/need-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { careActs } from "./care-acts.js";
import { followUp } from "./follow-up.js";
import { planWords } from "./plan-words.js";

const needWords: NeedWords = {
  lights: planWords.lights,
  reason: (reason: NeedReason) =>
    reason.kind === "question" ? `bertanya, sejak ${dayAndMonth("id", reason.since)}` : followUp.reason(reason),
  obstacle: planWords.obstacle,
  blocked: "tidak terjangkau bot, perlu ditelepon",
};

/** Beside the sentence that nobody can be reminded. */
export const LESS_ROOM = 420;

export const morning = {
  page: (data: {
    day: Day;
    needs: (NeedLine & NeedMarks)[];
    /** How many of them are not dealt with yet. */
    open: number;
    minutes: number;
    /** Beside those who stand there; how many of them are new, and how many of all were needed yesterday too. */
    others: number;
    freshOthers: number;
    same: number;
    /** Some are late, and no reminder reaches any of them. */
    isBeyondReach: boolean;
  }) =>
    paragraphs(
      data.open === 0
        ? rich`☀️ ${bold(longDay("id", data.day))} · ${data.others > 0 ? "yang paling mendesak" : "semua"} sudah ditindaklanjuti, terima kasih 🙏`
        : rich`☀️ ${bold(longDay("id", data.day))} · ${data.minutes} menit untuk ${data.open} orang`,
      needLines(needWords, data.needs, 0, data.isBeyondReach ? LESS_ROOM : undefined),
      data.isBeyondReach && careActs.beyondReach(),
      (data.others > 0 || data.same > 0) &&
        lines(
          data.others > 0 &&
            rich`Lainnya: ${data.others} orang${data.freshOthers > 0 ? `, ${data.freshOthers} baru` : ""}`,
          data.same > 0 && italic(`Sama seperti hari kerja kemarin: ${data.same}`),
        ),
    ),
  /** In any list of those who need somebody. */
  list: (needs: (NeedLine & NeedMarks)[], from: number, room?: number) => needLines(needWords, needs, from, room),
  needs: (data: { total: number; from: number; needs: NeedLine[] }) =>
    paragraphs(bold(`Perlu Bapak/Ibu bantu: ${digits.id(data.total)}`), needLines(needWords, data.needs, data.from)),
  all: (count: number) => `🔎 Semua yang perlu (${digits.id(count)})`,
  everybody: "👥 Semua orang saya",
  backToNeeds: "⬅️ Yang perlu dibantu",
};
