// The commands of the chat: Indonesian with an English alias, who may see each, and who answers it.
import { mayOperate } from "../domain/people/permissions.js";
import { type Actor, isAdmin, isKnown, isTrainer } from "../domain/people/person.js";
import { plainLetters, type SteeringWord, steeringWord } from "../domain/words/steering-words.js";
import type { Texts } from "../texts/index.js";
import { openAnnouncements } from "./announcements/announcement-handlers.js";
import { showOverdue } from "./caseload/overdue-handlers.js";
import { searchPeople } from "./caseload/people-handlers.js";
import { showSummary } from "./caseload/summary-handlers.js";
import { showClasses } from "./classes/class-handlers.js";
import { showSchedule } from "./classes/schedule-handlers.js";
import type { BotContext } from "./context.js";
import { showErasures } from "./own-data/erasures.js";
import { askToErase, sendOwnData } from "./own-data/own-data-handlers.js";
import { showPlans } from "./plans/plan-handlers.js";
import { openProgramme } from "./programme/programme-handlers.js";
import { askForRoster } from "./programme/roster/roster-handlers.js";
import { start } from "./registration/start.js";
import { showReceipt } from "./reports/receipt.js";
import { showCard, showReports } from "./reports/report-handlers.js";
import { showHelp } from "./talk/help.js";
import { chooseLanguage } from "./talk/language.js";
import { chooseOptOut, optIn } from "./talk/opt-out.js";
import { showSaved } from "./talk/saved-forms.js";
import { stopForm } from "./talk/stop-form.js";
import { askOrAnswer } from "./threads/thread-handlers.js";

export interface Command {
  name: string;
  aliases: string[];
  /** Who may use it; anybody else gets a friendly no. */
  audience: "everyone" | "participant" | "trainer" | "admin" | "operator";
  /** For participants, and of use to trainers and admins too. */
  forStaffToo?: true;
  about(texts: Texts): string;
  /** `argument`: what stands behind the command. */
  run(ctx: BotContext, argument: string): Promise<void>;
}

/** What stands behind a command to mean what one practises on. */
const PRACTICE = /^(latihan|practice)$/i;

export const COMMANDS: Command[] = [
  { name: "start", aliases: [], audience: "everyone", about: ({ commands }) => commands.start, run: start },
  {
    name: "saya",
    aliases: ["me", "profil", "profile"],
    audience: "participant",
    about: ({ commands }) => commands.me,
    run: showReceipt,
  },
  {
    name: "lapor",
    aliases: ["report"],
    audience: "participant",
    about: ({ commands }) => commands.report,
    run: showReports,
  },
  {
    name: "rencana",
    aliases: ["plan", "plans"],
    audience: "participant",
    about: ({ commands }) => commands.plan,
    run: (ctx) => showPlans(ctx),
  },
  {
    name: "kemajuan",
    aliases: ["progress", "rapor"],
    audience: "participant",
    about: ({ commands }) => commands.progress,
    run: showCard,
  },
  {
    name: "jadwal",
    aliases: ["schedule"],
    audience: "participant",
    forStaffToo: true,
    about: ({ commands }) => commands.schedule,
    run: (ctx) => showSchedule(ctx),
  },
  {
    name: "kelas",
    aliases: ["classes"],
    audience: "trainer",
    about: ({ commands }) => commands.classes,
    run: (ctx) => showClasses(ctx),
  },
  {
    name: "bahasa",
    aliases: ["language"],
    audience: "everyone",
    about: ({ commands }) => commands.language,
    run: chooseLanguage,
  },
  {
    name: "pengumuman",
    aliases: ["announce"],
    audience: "admin",
    about: ({ commands }) => commands.announce,
    run: openAnnouncements,
  },
  {
    name: "kelola",
    aliases: ["manage"],
    audience: "admin",
    about: ({ commands }) => commands.programme,
    run: openProgramme,
  },
  {
    name: "impor",
    aliases: ["import"],
    audience: "admin",
    about: ({ commands }) => commands.roster,
    run: (ctx) => askForRoster(ctx, ["0"]),
  },
  {
    name: "ringkasan",
    aliases: ["summary"],
    audience: "trainer",
    about: ({ commands }) => commands.summary,
    // An admin has one of what they practise on, when they name it.
    run: (ctx, argument) => showSummary(ctx, [PRACTICE.test(argument.trim()) ? "practice" : ""]),
  },
  {
    name: "peserta",
    aliases: ["participants"],
    audience: "trainer",
    about: ({ commands }) => commands.participants,
    run: searchPeople,
  },
  {
    name: "terlambat",
    aliases: ["overdue"],
    audience: "trainer",
    about: ({ commands }) => commands.overdue,
    run: (ctx) => showOverdue(ctx),
  },
  {
    name: "tanya",
    aliases: ["ask"],
    audience: "participant",
    forStaffToo: true,
    about: ({ commands }) => commands.ask,
    run: askOrAnswer,
  },
  {
    name: "berhenti",
    aliases: ["stop"],
    audience: "everyone",
    about: ({ commands }) => commands.optOut,
    run: chooseOptOut,
  },
  { name: "mulai", aliases: ["resume"], audience: "everyone", about: ({ commands }) => commands.optIn, run: optIn },
  {
    name: "dataku",
    aliases: ["mydata"],
    audience: "everyone",
    about: ({ commands }) => commands.ownData,
    run: sendOwnData,
  },
  { name: "hapus", aliases: ["erase"], audience: "everyone", about: ({ commands }) => commands.erase, run: askToErase },
  {
    name: "penghapusan",
    aliases: ["erasures"],
    audience: "operator",
    about: ({ commands }) => commands.erasures,
    run: showErasures,
  },
  { name: "batal", aliases: ["cancel"], audience: "everyone", about: ({ commands }) => commands.cancel, run: stopForm },
  {
    name: "lanjut",
    aliases: ["continue"],
    audience: "everyone",
    about: ({ commands }) => commands.goOn,
    run: (ctx) => showSaved(ctx, []),
  },
  {
    name: "bantuan",
    aliases: ["help"],
    audience: "everyone",
    about: ({ commands }) => commands.help,
    run: (ctx) => showHelp(ctx, commandsOf(ctx.actor)),
  },
];

/** "/dataku", "/mydata@the_bot x": the name in small letters, and what stands behind it. */
export function readCommand(text: string): { name: string; argument: string } | null {
  const [, name, argument] = /^\/([a-z_]+)(?:@\w+)?(?:\s+(.*\S))?/is.exec(text) ?? [];
  if (name === undefined) return null;
  // Many bots have a /menu, and whoever types it means the word.
  if (steeringWord(name) === "menu") return { name: SPOKEN.menu, argument: "" };
  return { name: name.toLowerCase(), argument: argument ?? "" };
}

/**
 * A command without its slash: a steering word at any time; the other names where no form is open, in whose answers they may stand.
 */
export function readSpokenCommand(text: string, isInForm: boolean): { name: string; argument: string } | null {
  const word = steeringWord(text);
  if (word !== null) return { name: SPOKEN[word], argument: "" };
  const name = plainLetters(text);
  return !isInForm && findCommand(name) !== undefined ? { name, argument: "" } : null;
}

/** What the steering words mean where they steer no form. */
const SPOKEN: Record<SteeringWord, string> = {
  help: "bantuan",
  menu: "start",
  cancel: "batal",
  next: "lanjut",
  back: "start",
  skip: "start",
  done: "start",
};

export function mayUse(actor: Actor, command: Command): boolean {
  switch (command.audience) {
    case "everyone":
      return true;
    case "participant":
      return isKnown(actor);
    case "trainer":
      return isTrainer(actor) || isAdmin(actor);
    case "admin":
      return isAdmin(actor);
    case "operator":
      return mayOperate(actor);
  }
}

/** What this person's help and menu list: what they may use, without what is of no use to them. */
export function commandsOf(actor: Actor): Command[] {
  const isStaff = isTrainer(actor) || isAdmin(actor);
  const takesPart = !isStaff || actor.takesPart;
  const isOfUse = ({ audience, forStaffToo }: Command) =>
    takesPart || audience !== "participant" || forStaffToo === true;
  return COMMANDS.filter((command) => mayUse(actor, command) && isOfUse(command));
}

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name || command.aliases.includes(name));
}
