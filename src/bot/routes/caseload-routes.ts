// A trainer's or admin's people: lists, one person, what is late and what is done about it, the summary.

import {
  askAboutPlan,
  askHowTheyTalked,
  extend,
  extendPlan,
  noteTalked,
  remind,
  remindBelow,
  remindOfPlan,
  talked,
  undo,
  write,
} from "../caseload/acts/act-handlers.js";
import { showParts } from "../caseload/acts/parts.js";
import { cannotCover, changeCover, comeBack, sayThatAway, showAway } from "../caseload/cover/away-handlers.js";
import {
  askForAttendanceList,
  askForCallSheet,
  askForPeopleFile,
  sendClassPicture,
  showClassFiles,
  showClassPictures,
  showPeopleFiles,
} from "../caseload/files/class-files.js";
import { showCase, showCases, showCasesBelow, showContact, showOverdue } from "../caseload/overdue-handlers.js";
import {
  askForPlans,
  askUnaskPlans,
  showInvited,
  showParticipant,
  showPersonBelow,
  unaskPlans,
} from "../caseload/people-handlers.js";
import { showCauses, showPeople, showPeopleBelow } from "../caseload/people-list.js";
import { showNeeds, showNeedsBelow, showNews, showSummary } from "../caseload/summary-handlers.js";
import { showWhy } from "../operations/why.js";
import type { Routes } from "./route.js";

export const CASELOAD_ROUTES = {
  overdue: { who: "trainer", run: showOverdue },
  case: { who: "trainer", run: showCase },
  cases: { who: "trainer", run: showCases },
  contact: { who: "trainer", run: showContact },
  parts: { who: "trainer", run: showParts },
  remind: { who: "trainer", run: remind },
  write: { who: "trainer", run: write },
  talk: { who: "trainer", run: askHowTheyTalked },
  talked: { who: "trainer", run: talked },
  talk_note: { who: "trainer", run: noteTalked },
  nudge: { who: "trainer", run: remindOfPlan },
  note: { who: "trainer", run: askAboutPlan },
  extend: { who: "trainer", run: extendPlan },
  extend_for: { who: "trainer", run: extend },
  undo_act: { who: "trainer", run: undo },
  people: { who: "trainer", run: showPeople },
  people_files: { who: "trainer", run: showPeopleFiles },
  class_files: { who: "trainer", run: showClassFiles },
  class_picture: { who: "trainer", run: sendClassPicture },
  class_pictures: { who: "trainer", run: showClassPictures },
  people_file: { who: "trainer", run: askForPeopleFile },
  attendance_list: { who: "trainer", run: askForAttendanceList },
  morning_person: { who: "trainer", run: showPersonBelow },
  morning_library: { who: "trainer", run: showCasesBelow },
  morning_needs: { who: "trainer", run: showNeedsBelow },
  morning_remind: { who: "trainer", run: remindBelow },
  morning_calls: { who: "trainer", run: (ctx) => askForCallSheet(ctx) },
  morning_people: { who: "trainer", run: showPeopleBelow },
  causes: { who: "trainer", run: showCauses },
  why: { who: "admin", run: showWhy },
  person: { who: "trainer", run: showParticipant },
  invited: { who: "trainer", run: showInvited },
  ask_plans: { who: "trainer", run: askForPlans },
  ask_unask_plans: { who: "trainer", run: askUnaskPlans },
  unask_plans: { who: "trainer", run: unaskPlans },
  away: { who: "trainer", run: showAway },
  say_away: { who: "trainer", run: sayThatAway },
  change_cover: { who: "trainer", run: changeCover },
  end_absence: { who: "trainer", run: comeBack },
  decline_cover: { who: "trainer", run: cannotCover },
  summary: { who: "trainer", run: showSummary },
  news: { who: "trainer", run: showNews },
  needs: { who: "trainer", run: showNeeds },
} satisfies Partial<Routes>;
