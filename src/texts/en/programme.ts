// How an office sets up the programme: cohorts, waves, classes, sessions. For admins alone.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { BeginningStep } from "../../domain/programme/beginning.js";
import { zoneLabel } from "../../domain/time/zone.js";
import { daySpan, plainDay, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import type { programme as Indonesian } from "../id/programme.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { howMany } from "./how-many.js";

const STEPS: Record<BeginningStep, string> = {
  cohort: "Cohort and waves",
  classes: "Classes and sessions",
  roster: "Roster",
  trainers: "Trainers",
};

const classes = (count: number) => (count === 1 ? "1 class" : `${digits.en(count)} classes`);

export const programme: typeof Indonesian = {
  menu: "🗂 Set up",
  back: "⬅️ Set up",
  beginning: (done, next, name) =>
    paragraphs(
      name === "" ? rich`Welcome!` : rich`Welcome, ${bold(name)}!`,
      next === null
        ? "The programme is ready. Participants can join by the link of their class."
        : Object.values(done).some((is) => is)
          ? "The programme is not ready yet. What is left are the steps without ✅."
          : "The programme is not ready yet. There are four steps: about 15 minutes.",
      lines(
        ...(Object.keys(STEPS) as BeginningStep[]).map(
          (step, n) => rich`${n + 1}. ${done[step] ? "✅" : "◻️"} ${STEPS[step]}`,
        ),
      ),
    ),
  begin: (step) => `▶️ ${STEPS[step]}`,
  beginningButton: "📋 First steps",
  home: () => paragraphs(bold("Set up the programme"), "Choose a cohort."),
  noCohort: () =>
    paragraphs(
      bold("Set up the programme"),
      "There is no cohort yet. A national admin opens it; then you can set up your province's classes here.",
    ),
  cohortEntry: (name, count) => fitLabel(name, undefined, { behind: ` · ${classes(count)}` }),
  addCohort: "➕ New cohort",
  cohort: (name, waves) => paragraphs(bold(name), waves === 0 ? "No waves yet. Add the first." : "Choose a wave."),
  waveEntry: (number, startsOn, count) => `Wave ${number} · ${shortDay("en", startsOn)} · ${count}`,
  addWave: "➕ Wave",
  wave: (words) =>
    paragraphs(
      lines(bold(`Wave ${words.number}, ${words.cohortName}`), rich`🗓 ${daySpan("en", words.startsOn, words.endsOn)}`),
      words.classes > 0
        ? rich`${classes(words.classes)}. Choose a province.`
        : words.mayAddClass
          ? "No classes yet. Add the first."
          : "No classes here yet. Admins of the province make them.",
    ),
  provinceEntry: (name, count) => fitLabel(name, undefined, { behind: ` · ${count}`, isName: true }),
  province: (name, wave) => paragraphs(bold(`${name}, wave ${wave}`), "Choose a class, or add a new one."),
  addClass: "➕ Class",
  toCohort: "⬅️ Cohort",
  toWave: "⬅️ Wave",
  toProvince: "⬅️ Province",
  classEntry: (name, startsOn) => fitLabel(name, undefined, { behind: ` · ${shortDay("en", startsOn)}`, isName: true }),
  setUp: "⚙️ Set up class",
  toSetUp: "⬅️ Set up class",
  classSetUp: (words) =>
    paragraphs(
      bold(words.name),
      lines(
        rich`🗓 ${daySpan("en", words.startsOn, words.endsOn)} (${zoneLabel(words.zone)})`,
        rich`📍 ${words.venue}`,
        rich`⏳ Plans due: ${plainDay("en", words.plansDueOn)}`,
      ),
      lines(
        rich`Sessions: ${words.sessions}`,
        rich`Roster: ${words.roster}, joined: ${words.participants}`,
        rich`Trainers: ${words.trainers}`,
        rich`Link: ${words.isClosed ? "closed" : "open"}`,
      ),
      "What would you like to set up?",
    ),
  change: { name: "✏️ Name", venue: "📍 Venue", ends: "📅 Last day", due: "⏳ Plans due", zone: "🕗 Time zone" },
  addSession: "➕ Session",
  copy: "📋 Copy class",
  shift: "⏩ Shift all sessions",
  remove: "🗑 Delete class",
  toClass: "👥 Class page",
  askRemove: (name, { sessions, roster }) =>
    paragraphs(
      rich`Delete the class ${bold(name)}?`,
      rich`This also deletes ${howMany(sessions, "session", "sessions")} and ${howMany(roster, "name", "names")} on the roster. It cannot be undone.`,
    ),
  confirmRemove: "🗑 Yes, delete",
  keep: "Keep it",
  removed: (name) => rich`The class ${bold(name)} is deleted.`,
  hasParticipants: () =>
    rich`Somebody has joined this class, so it cannot be deleted. Its link can be closed on the class's page.`,
};
