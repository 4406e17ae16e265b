// A trainer's morning: who needs them, and why.
import { dayAndMonth, longDay } from "../dates.js";
import { digits } from "../digits.js";
import { type morning as Indonesian, LESS_ROOM } from "../id/morning.js";
import { type NeedWords, needLines } from "../layouts/caseload/need-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { careActs } from "./care-acts.js";
import { followUp } from "./follow-up.js";
import { people } from "./how-many.js";
import { planWords } from "./plan-words.js";

const needWords: NeedWords = {
  lights: planWords.lights,
  reason: (reason) =>
    reason.kind === "question" ? `asked on ${dayAndMonth("en", reason.since)}` : followUp.reason(reason),
  obstacle: planWords.obstacle,
  blocked: "out of the bot's reach, please phone",
};

export const morning: typeof Indonesian = {
  page: (data) =>
    paragraphs(
      data.open === 0
        ? rich`☀️ ${bold(longDay("en", data.day))} · ${data.others > 0 ? "the most urgent are" : "all of it is"} dealt with, thank you 🙏`
        : rich`☀️ ${bold(longDay("en", data.day))} · ${data.minutes} minutes for ${people(data.open)}`,
      needLines(needWords, data.needs, 0, data.isBeyondReach ? LESS_ROOM : undefined),
      data.isBeyondReach && careActs.beyondReach(),
      (data.others > 0 || data.same > 0) &&
        lines(
          data.others > 0 &&
            rich`Others: ${people(data.others)}${data.freshOthers > 0 ? `, ${data.freshOthers} of them new` : ""}`,
          data.same > 0 && italic(`Same as on the last working day: ${data.same}`),
        ),
    ),
  list: (needs, from, room) => needLines(needWords, needs, from, room),
  needs: (data) =>
    paragraphs(bold(`In need of you: ${digits.en(data.total)}`), needLines(needWords, data.needs, data.from)),
  all: (count) => `🔎 All in need (${digits.en(count)})`,
  everybody: "👥 All my people",
  backToNeeds: "⬅️ Those in need",
};
