// The schedule of a class, for those who take part and for those who run it; its link and posters.
import { sendCalendar } from "../classes/calendar-file.js";
import {
  askCancelSession,
  cancelSession,
  lengthenSession,
  moveSession,
  placeSession,
  showClass,
  showClassDay,
  showClasses,
  showQrCode,
  showRunSession,
} from "../classes/class-handlers.js";
import { askClassLink, changeClassLink, showClassLink } from "../classes/class-link.js";
import { showBoard, showNotHere } from "../classes/day/board-handlers.js";
import { markAll, markOne, showMarking, unmarkAll } from "../classes/day/mark-handlers.js";
import { sendJoiningText, sendPoster, sendPosters } from "../classes/poster-handlers.js";
import { attend, showAgenda, showSchedule, showSession } from "../classes/schedule-handlers.js";
import type { Routes } from "./route.js";

export const CLASS_ROUTES = {
  schedule: { who: "known", run: (ctx, ids) => showSchedule(ctx, ids) },
  calendar: { who: "known", run: sendCalendar },
  agenda: { who: "known", run: showAgenda },
  session: { who: "known", run: showSession },
  attend: { who: "known", run: attend },
  classes: { who: "trainer", run: showClasses },
  class: { who: "trainer", run: showClass },
  class_day: { who: "trainer", run: showClassDay },
  qr: { who: "trainer", run: showQrCode },
  poster: { who: "trainer", run: sendPoster },
  posters: { who: "admin", run: sendPosters },
  joining_text: { who: "trainer", run: sendJoiningText },
  link: { who: "trainer", run: showClassLink },
  ask_link: { who: "trainer", run: askClassLink },
  set_link: { who: "trainer", run: changeClassLink },
  board: { who: "trainer", run: showBoard },
  not_here: { who: "trainer", run: showNotHere },
  mark: { who: "trainer", run: showMarking },
  mark_one: { who: "trainer", run: markOne },
  mark_all: { who: "trainer", run: markAll },
  unmark_all: { who: "trainer", run: unmarkAll },
  run_session: { who: "trainer", run: showRunSession },
  move_session: { who: "trainer", run: moveSession },
  length_session: { who: "trainer", run: lengthenSession },
  place_session: { who: "trainer", run: placeSession },
  ask_cancel_session: { who: "trainer", run: askCancelSession },
  cancel_session: { who: "trainer", run: cancelSession },
} satisfies Partial<Routes>;
