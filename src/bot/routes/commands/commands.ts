// The commands of the chat: Indonesian with an English alias, who may see each, and who answers it.
import { isAmong } from "../../../domain/people/is-among.js";
import { type Actor, isAdmin, isTrainer } from "../../../domain/people/person.js";
import { openAudit } from "../../audit/audit-handlers.js";
import { showClasses } from "../../classes/class-handlers.js";
import { showSchedule } from "../../classes/schedule-handlers.js";
import type { BotContext } from "../../context.js";
import { openExports } from "../../exports/exports-handlers.js";
import { send } from "../../kit/show.js";
import { showErasures } from "../../own-data/erasures.js";
import { askToErase, sendOwnData } from "../../own-data/own-data-handlers.js";
import { showPause } from "../../pauses/pause-handlers.js";
import { showPlans } from "../../plans/plan-screens.js";
import { showMe } from "../../registration/account-handlers.js";
import { start } from "../../registration/start.js";
import { showCard, showReports } from "../../reports/report-handlers.js";
import { showOwnStories } from "../../stories/story-handlers.js";
import { showHelp } from "../../talk/help.js";
import { chooseLanguage } from "../../talk/language.js";
import { chooseOptOut, optIn } from "../../talk/opt-out.js";
import { showSaved } from "../../talk/saved-forms.js";
import { stopForm } from "../../talk/stop-form.js";
import { askOrAnswer } from "../../threads/thread-handlers.js";
import type { Command } from "./command.js";
import { STAFF_COMMANDS } from "./staff-commands.js";

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
    run: showMe,
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
  ...STAFF_COMMANDS,
  {
    name: "tanya",
    aliases: ["ask"],
    who: "participant",
    forStaffToo: true,
    about: ({ commands }) => commands.ask,
    run: askOrAnswer,
  },
  {
    name: "jeda",
    aliases: ["pause"],
    who: "participant",
    about: ({ commands }) => commands.pause,
    run: (ctx) => showPause(ctx, [null]),
  },
  {
    name: "cerita",
    aliases: ["story", "stories"],
    who: "participant",
    about: ({ commands }) => commands.stories,
    run: (ctx) => showOwnStories(ctx, send),
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
    name: "ekspor",
    aliases: ["export"],
    who: "admin",
    about: ({ commands }) => commands.exports,
    run: openExports,
  },
  {
    name: "audit",
    aliases: ["activity"],
    who: "admin",
    about: ({ commands }) => commands.audit,
    run: openAudit,
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
