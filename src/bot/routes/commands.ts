// The commands of the chat: Indonesian with an English alias, who may see each, and who answers it.
import { isAmong, type Who } from "../../domain/people/is-among.js";
import { type Actor, isAdmin, isTrainer } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import { openAnnouncements } from "../announcements/announcement-handlers.js";
import { showOverdue } from "../caseload/overdue-handlers.js";
import { searchPeople } from "../caseload/people-list.js";
import { showSummary } from "../caseload/summary-handlers.js";
import { showClasses } from "../classes/class-handlers.js";
import { showSchedule } from "../classes/schedule-handlers.js";
import type { BotContext, KnownContext } from "../context.js";
import { send } from "../kit/show.js";
import { showErasures } from "../own-data/erasures.js";
import { askToErase, sendOwnData } from "../own-data/own-data-handlers.js";
import { showPlans } from "../plans/plan-handlers.js";
import { openProgramme } from "../programme/programme-handlers.js";
import { askForRoster } from "../programme/roster/roster-handlers.js";
import { start } from "../registration/start.js";
import { showReceipt } from "../reports/receipt.js";
import { showCard, showReports } from "../reports/report-handlers.js";
import { showNextReview } from "../reports/review/review-handlers.js";
import { showHelp } from "../talk/help.js";
import { chooseLanguage } from "../talk/language.js";
import { chooseOptOut, optIn } from "../talk/opt-out.js";
import { showSaved } from "../talk/saved-forms.js";
import { stopForm } from "../talk/stop-form.js";
import { askOrAnswer } from "../threads/thread-handlers.js";

interface Named {
  name: string;
  aliases: string[];
  /** It serves the person's own rights, so it is answered also while a notice waits to be agreed to. */
  beforeConsent?: true;
  /** For participants, and of use to trainers and admins too. */
  forStaffToo?: true;
  about(texts: Texts): string;
}

/** `argument`: what stands behind the command. */
export type Command = Named &
  (
    | { who: "everyone"; run(ctx: BotContext, argument: string): Promise<void> }
    | { who: Exclude<Who, "everyone">; run(ctx: KnownContext, argument: string): Promise<void> }
  );

/** What stands behind a command to mean what one practises on. */
const PRACTICE = /^(latihan|practice)$/i;

export const COMMANDS: Command[] = [
  {
    name: "start",
    aliases: [],
    who: "everyone",
    beforeConsent: true,
    about: ({ commands }) => commands.start,
    run: start,
  },
  {
    name: "saya",
    aliases: ["me", "profil", "profile"],
    who: "participant",
    about: ({ commands }) => commands.me,
    run: showReceipt,
  },
  {
    name: "lapor",
    aliases: ["report"],
    who: "participant",
    about: ({ commands }) => commands.report,
    run: showReports,
  },
  {
    name: "rencana",
    aliases: ["plan", "plans"],
    who: "participant",
    about: ({ commands }) => commands.plan,
    run: (ctx) => showPlans(ctx),
  },
  {
    name: "kemajuan",
    aliases: ["progress", "rapor"],
    who: "participant",
    about: ({ commands }) => commands.progress,
    run: showCard,
  },
  {
    name: "jadwal",
    aliases: ["schedule"],
    who: "participant",
    forStaffToo: true,
    about: ({ commands }) => commands.schedule,
    run: (ctx) => showSchedule(ctx, [0], send),
  },
  {
    name: "kelas",
    aliases: ["classes"],
    who: "trainer",
    about: ({ commands }) => commands.classes,
    run: (ctx) => showClasses(ctx, [0]),
  },
  {
    name: "bahasa",
    aliases: ["language"],
    who: "everyone",
    beforeConsent: true,
    about: ({ commands }) => commands.language,
    run: chooseLanguage,
  },
  {
    name: "pengumuman",
    aliases: ["announce"],
    who: "admin",
    about: ({ commands }) => commands.announce,
    run: openAnnouncements,
  },
  {
    name: "kelola",
    aliases: ["manage"],
    who: "admin",
    about: ({ commands }) => commands.programme,
    run: openProgramme,
  },
  {
    name: "impor",
    aliases: ["import"],
    who: "admin",
    about: ({ commands }) => commands.roster,
    run: (ctx) => askForRoster(ctx, [0]),
  },
  {
    name: "ringkasan",
    aliases: ["summary"],
    who: "trainer",
    about: ({ commands }) => commands.summary,
    // An admin has one of what they practise on, when they name it.
    run: (ctx, argument) => showSummary(ctx, [PRACTICE.test(argument.trim())]),
  },
  {
    name: "peserta",
    aliases: ["participants"],
    who: "trainer",
    about: ({ commands }) => commands.participants,
    run: searchPeople,
  },
  {
    name: "terlambat",
    aliases: ["overdue"],
    who: "trainer",
    about: ({ commands }) => commands.overdue,
    run: (ctx) => showOverdue(ctx, [0, false]),
  },
  {
    name: "tinjau",
    aliases: ["review"],
    who: "trainer",
    about: ({ commands }) => commands.review,
    run: (ctx, argument) => showNextReview(ctx, [null, null, PRACTICE.test(argument.trim())]),
  },
  {
    name: "tanya",
    aliases: ["ask"],
    who: "participant",
    forStaffToo: true,
    about: ({ commands }) => commands.ask,
    run: askOrAnswer,
  },
  {
    name: "berhenti",
    aliases: ["stop"],
    who: "known",
    beforeConsent: true,
    about: ({ commands }) => commands.optOut,
    run: chooseOptOut,
  },
  {
    name: "mulai",
    aliases: ["resume"],
    who: "known",
    beforeConsent: true,
    about: ({ commands }) => commands.optIn,
    run: optIn,
  },
  {
    name: "dataku",
    aliases: ["mydata"],
    who: "everyone",
    beforeConsent: true,
    about: ({ commands }) => commands.ownData,
    run: sendOwnData,
  },
  {
    name: "hapus",
    aliases: ["erase"],
    who: "everyone",
    beforeConsent: true,
    about: ({ commands }) => commands.erase,
    run: askToErase,
  },
  {
    name: "penghapusan",
    aliases: ["erasures"],
    who: "operator",
    about: ({ commands }) => commands.erasures,
    run: showErasures,
  },
  { name: "batal", aliases: ["cancel"], who: "everyone", about: ({ commands }) => commands.cancel, run: stopForm },
  {
    name: "lanjut",
    aliases: ["continue"],
    who: "known",
    about: ({ commands }) => commands.goOn,
    run: (ctx) => showSaved(ctx, [0]),
  },
  {
    name: "bantuan",
    aliases: ["help"],
    who: "everyone",
    beforeConsent: true,
    about: ({ commands }) => commands.help,
    run: (ctx: BotContext) => showHelp(ctx, commandsOf(ctx.actor)),
  },
];

/** What this person's help and menu list: what they may use, without what is of no use to them. */
export function commandsOf(actor: Actor): Command[] {
  const isStaff = isTrainer(actor) || isAdmin(actor);
  const takesPart = !isStaff || actor.takesPart;
  const isOfUse = ({ who, forStaffToo }: Command) => takesPart || who !== "participant" || forStaffToo === true;
  return COMMANDS.filter((command) => isAmong(actor, command.who) && isOfUse(command));
}
