// A trainer's or admin's people: lists, one person, what is late and what is done about it, the summary.
import {
  extend,
  noteContact,
  nudge,
  showCase,
  showCases,
  showContact,
  showOverdue,
} from "../caseload/overdue-handlers.js";
import { askForPlans, askUnaskPlans, showInvited, showParticipant, unaskPlans } from "../caseload/people-handlers.js";
import { showCauses, showPeople } from "../caseload/people-list.js";
import { showNeeds, showNews, showSummary } from "../caseload/summary-handlers.js";
import type { Routes } from "./route.js";

export const CASELOAD_ROUTES = {
  overdue: { who: "trainer", run: showOverdue },
  case: { who: "trainer", run: showCase },
  cases: { who: "trainer", run: showCases },
  nudge: { who: "trainer", run: nudge },
  contact: { who: "trainer", run: showContact },
  note: { who: "trainer", run: noteContact },
  extend: { who: "trainer", run: extend },
  people: { who: "trainer", run: showPeople },
  causes: { who: "trainer", run: showCauses },
  person: { who: "trainer", run: showParticipant },
  invited: { who: "trainer", run: showInvited },
  ask_plans: { who: "trainer", run: askForPlans },
  ask_unask_plans: { who: "trainer", run: askUnaskPlans },
  unask_plans: { who: "trainer", run: unaskPlans },
  summary: { who: "trainer", run: showSummary },
  news: { who: "trainer", run: showNews },
  needs: { who: "trainer", run: showNeeds },
} satisfies Partial<Routes>;
