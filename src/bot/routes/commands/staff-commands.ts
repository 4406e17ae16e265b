// The commands of those who follow up participants, and of admins; in the order of the help page.
import { openAnnouncements } from "../../announcements/announcement-handlers.js";
import { showAway } from "../../caseload/cover/away-handlers.js";
import { showOverdue } from "../../caseload/overdue-handlers.js";
import { findPeople } from "../../caseload/people-list.js";
import { showSummary } from "../../caseload/summary-handlers.js";
import { openOverview } from "../../overview/overview-handlers.js";
import { openProgramme } from "../../programme/programme-handlers.js";
import { askForRoster } from "../../programme/roster/roster-handlers.js";
import { showNextReview } from "../../reports/review/review-handlers.js";
import type { Command } from "./command.js";

/** What stands behind a command to mean what one practises on. */
const PRACTICE = /^(latihan|practice)$/i;

export const STAFF_COMMANDS: Command[] = [
  {
    name: "pengumuman",
    aliases: ["announce"],
    who: "admin",
    about: ({ commands }) => commands.announce,
    run: openAnnouncements,
  },
  {
    name: "statistik",
    aliases: ["statistics", "stats"],
    who: "admin",
    about: ({ commands }) => commands.statistics,
    run: (ctx) => openOverview(ctx),
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
    run: findPeople,
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
    name: "cuti",
    aliases: ["away", "leave"],
    who: "trainer",
    about: ({ commands }) => commands.away,
    run: (ctx) => showAway(ctx, [null]),
  },
];
