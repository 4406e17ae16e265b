// What can be typed at each question, so that it is a good answer there and can be told from every answer to another question.
import type { FormName } from "../../../src/bot/forms/forms.js";
import { STORY_PROMPTS } from "../../../src/domain/stories/story.js";
import { addDays, type Day, dayIn } from "../../../src/domain/time/calendar.js";
import type { Json } from "../../../src/ports/queue/drafts.js";
import { plainDay } from "../../../src/texts/dates.js";
import type { Chance } from "../../simulation/random.js";

export interface Typed {
  text: string;
  /** As the draft keeps it; undefined where the form keeps more than the words. */
  means?: Json;
}

interface Now {
  chance: Chance;
  /** Numbers what is said. */
  serial: number;
  /** When it is typed. */
  at: Date;
}

type Kind = (step: string, now: Now) => Typed;

const words: Kind = (step, { serial }) => {
  const text = `Isi ${step} ke ${serial}`;
  return { text, means: text };
};

/** Kept together with files or formatting. */
const wordsAmongOthers: Kind = (step, { serial }) => ({ text: `Isi ${step} ke ${serial}` });

/** Where a file or a link may be the answer too. */
const wordsAlone: Kind = (step, { serial }) => {
  const content = `Isi ${step} ke ${serial}`;
  return { text: content, means: { kind: "answer", content } };
};

/** Each of the questions for numbers has its own last digits. */
const AMOUNTS = ["visitors", "computer_users", "books_lent", "participants", "women", "children", "value"];
const amount: Kind = (step, { chance }) => {
  const means = 20 * (1 + chance.below(12)) + AMOUNTS.indexOf(step.slice(2));
  return { text: chance.happens(0.5) ? String(means) : `${means} orang`, means };
};

const anyDay = (from: Day, days: number): Kind => {
  return (_, { chance }) => {
    const means = addDays(from, chance.below(days));
    return { text: plainDay("id", means), means };
  };
};

/** By the day on which it is written; the scene's clocks all show the time of Jakarta. */
const RELATIVE = { ahead: { besok: 1, lusa: 2 }, back: { kemarin: -1, "hari ini": 0 } };
const orRelative = (days: Kind, direction: keyof typeof RELATIVE): Kind => {
  return (step, now) => {
    if (now.chance.happens(0.5)) return days(step, now);
    const [text, difference] = now.chance.oneOf(Object.entries(RELATIVE[direction]));
    return { text, means: addDays(dayIn("Asia/Jakarta", now.at), difference) };
  };
};

const time: Kind = (_, { chance }) => {
  const hour = String(9 + chance.below(8)).padStart(2, "0");
  return { text: `${hour}.00`, means: `${hour}:00` };
};

const only =
  (text: string, means?: Json): Kind =>
  () =>
    means === undefined ? { text } : { text, means };

/** A participant's, about whom something was done, or one of those who do it. */
const someName: Kind = (_, { chance }) => ({ text: chance.oneOf(["Siti", "Budi"]) });

/** Missing: questions that are answered by buttons, places and files. */
export const TYPED: Record<FormName, Record<string, Kind>> = {
  registration: {
    phone: only("Lewati", null),
    name: words,
    // The places of which the tests have every level.
    province: only("Kepulauan Riau", "21"),
    regency: only("Kab. Bintan", "21.01"),
    district: only("Teluk Sebong", "21.01.10"),
    village: only("Berakit", "21.01.10.2001"),
    libraryName: words,
  },
  plan: { activity: words, targetOn: anyDay("2024-06-20", 10), measure: words, partner: words },
  report: {
    ...Object.fromEntries(AMOUNTS.map((key) => [`q.${key}`, amount])),
    "q.activity": words,
    "q.held_on": orRelative(anyDay("2024-05-20", 12), "back"),
    "q.led_by": words,
    "q.partner": words,
    nextStep: words,
    story: words,
  },
  add_files: {},
  feedback: { "q.best": words, "q.better": words },
  quick_answer: { text: words },
  material: { title: words, content: wordsAlone },
  story: { ...Object.fromEntries(STORY_PROMPTS.map((prompt) => [prompt, wordsAmongOthers])) },
  story_guardian: { name: words, on: orRelative(anyDay("2024-05-20", 12), "back") },
  story_typing: { text: words },
  question: { message: wordsAmongOthers },
  move_session: { day: orRelative(anyDay("2024-06-20", 8), "ahead"), time },
  length_session: {},
  place_session: {
    place: words,
    link: (_, { serial }) => ({ text: `https://zoom.us/j/${100_000 + serial}` }),
  },
  announcement: { content: wordsAmongOthers },
  amend: { words: wordsAmongOthers },
  export: { purpose: words },
  exports: { purpose: words },
  audit_find: { name: someName, day: anyDay("2024-06-01", 10) },
  correction: { note: words },
  contact: { note: words },
  remind: { line: words },
  write: { text: words },
  extension: { until: orRelative(anyDay("2024-07-10", 20), "ahead"), reason: words },
  away: { from: orRelative(anyDay("2024-06-14", 3), "ahead"), until: orRelative(anyDay("2024-06-17", 3), "ahead") },
  cover: {},
  place_pause: { until: orRelative(anyDay("2024-06-20", 20), "ahead") },
  pause: { until: orRelative(anyDay("2024-06-20", 20), "ahead") },
  staff_name: { name: words },
  practice: { province: only("Kepulauan Riau", "21") },
  cohort: {
    year: (_, { chance }) => {
      const year = 2024 + chance.below(3);
      return { text: String(year), means: year };
    },
    name: words,
  },
  wave: { from: orRelative(anyDay("2024-07-01", 8), "ahead"), to: anyDay("2024-07-12", 8) },
  class: { from: anyDay("2024-07-01", 4), to: anyDay("2024-07-05", 5), name: words, venue: words },
  copy_class: { from: anyDay("2024-07-01", 5), name: words },
  class_detail: { name: words, venue: words, ends: anyDay("2024-06-24", 14), due: anyDay("2024-08-01", 20) },
  shift_class: { to: anyDay("2024-07-01", 5) },
  session: {
    ...{ title: words, day: anyDay("2024-06-24", 5), time, place: words },
    link: (_, { serial }) => ({ text: `https://zoom.us/j/${100_000 + serial}` }),
  },
  staff_invitation: {
    name: words,
    phone: (_, { chance }) => {
      const last = String(chance.below(10_000)).padStart(4, "0");
      return { text: `0812 7777 ${last}`, means: `+628127777${last}` };
    },
  },
  roster: {},
  rules: {},
};
