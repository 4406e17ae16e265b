// What a button under a message asks for: a name and the ids it is about. A button carries ids, never a right.
import { PEOPLE_FILTERS } from "../caseload/people-filter.js";
import { ATTENDANCE_ANSWERS } from "../classes/attendance.js";
import {
  day,
  flag,
  type Given,
  id,
  instant,
  isPractice,
  mark,
  messageId,
  minute,
  oneOf,
  page,
  perhaps,
  place,
  type Read,
  type Shape,
  token,
  updateId,
  version,
} from "./id-shape.js";
import { LONGEST_DATA_BYTES } from "./message-bounds.js";
import { OPT_OUTS } from "./post-kind.js";

const language = oneOf("id", "en");
/** Of a class: it takes nobody any more, or another one takes its place. */
const linkChange = oneOf("close", "renew");

/** Every action a button can ask for; bot/routes says who may press it and what answers. */
export const ACTIONS = {
  menu: [],
  consent: [token, perhaps(language), perhaps(version)], // join token or "-" · language and version of the notice that was read
  notice: [token, language], // join token, invitation token or "-" · the notice in this language
  explain: [token, language], // … · its full explanation
  refuse: [perhaps(language)], // in which the notice was read
  language: [language],
  resume: [perhaps(id)], // draft: goes on with it; or to the list
  saved: [page], // drafts that can be gone on with
  discard: [id], // draft: thrown away
  question: [id], // thread: to go on in it
  thank: [id], // thread: tells its trainer thanks
  more_time: [], // the trainers are asked for more time
  asked: [id], // thread: what became of it
  ask: [], // a new question
  inbox: [isPractice], // questions that wait for an answer of whoever presses it; or those that they practise on
  remind_trainers: [id], // thread that was left without an answer
  opt_out: [oneOf(...OPT_OUTS, "all")],
  opt_in: [],
  missed: [oneOf("bring", "leave")], // what did not arrive while they had blocked the bot
  unknowns: [perhaps(oneOf("again", "arrived")), perhaps(id)], // … · outbox id: messages of which nobody knows, for operators
  parked: [perhaps(oneOf("again", "drop")), perhaps(updateId)], // … · update: what no try could handle, for operators
  restored: [perhaps(oneOf("drop", "send")), flag("sure")], // what waited in a restored backup, for operators
  erasures: [], // wishes to be forgotten, for operators
  erase: [id, flag("roles")], // person · … and ends their roles: forgets them
  keep_data: [], // does not
  announcements: [], // the last few
  announce: [], // a new one
  announcement: [id], // where it stands
  announcement_details: [id],
  pause_announcement: [id],
  resume_announcement: [id],
  ask_stop_announcement: [id], // sure?
  stop_announcement: [id],
  review_announcement: [id], // for the second admin
  approve_announcement: [id, token], // … · what was seen of the hash
  reject_announcement: [id],
  resend_announcement: [id], // what could not be delivered
  announcement_again: [id, id], // … · outbox id: nobody knows whether it arrived, so it is sent once more
  announcement_arrived: [id, id], // … · outbox id: taken as arrived
  export_announcement: [id],
  schedule: [page], // the coming sessions of the one who asks
  calendar: [], // the same as a file for the phone's calendar
  agenda: [id, day], // class · a day of a class one takes part in
  session: [id], // session: to answer, or to run
  attend: [id, oneOf(...ATTENDANCE_ANSWERS)], // session
  classes: [page], // the classes in one's care
  class: [id, page], // class · page of the names of who has not joined
  qr: [id], // class: its link as a picture
  poster: [id, oneOf("pdf", "picture")], // class
  posters: [id, perhaps(place)], // wave · province: the posters of all its classes
  joining_text: [id], // class: its link in words to be forwarded
  admissions: [id, page], // class: who waits to be let into a library, and who was turned away
  admission: [id], // participant: one of them
  let_in: [id, flag("undo")], // participant: yes · although a no was said
  turn_away: [id, flag("undo")], // participant: no · although a yes was said
  same_person: [id, id], // participant · roster row: they are one
  other_person: [id, id], // … they are not
  compare: [id], // plan kept apart: beside the library's
  adopt: [id], // plan kept apart: in place of the library's
  link: [id], // class: its link, to close or renew
  ask_link: [id, linkChange], // class: sure?
  set_link: [id, linkChange, token], // class · … · the end of the link that was seen
  class_day: [id, day], // class · day
  run_session: [id],
  move_session: [id],
  place_session: [id],
  ask_cancel_session: [id],
  cancel_session: [id, id], // session · revision
  programme: [], // what is set up, for admins
  beginning: [], // the four steps before anybody can join
  practice: [], // what the admin practises on
  make_practice: [],
  ask_remove_practice: [id], // its cohort
  remove_practice: [id],
  new_cohort: [],
  cohort: [id],
  new_wave: [id], // cohort
  wave: [id, page],
  wave_province: [id, place, page], // wave · province
  new_class: [id, perhaps(place)], // wave · province
  set_up_class: [id],
  change_class: [id, oneOf("name", "venue", "due", "zone")],
  add_session: [id], // class
  copy_class: [id],
  shift_class: [id],
  roster: [id], // class: a file for it; 0: for classes that the file names
  undo_import: [id],
  example_workbook: [], // a workbook to fill in, by which everything is set up
  staff: [page], // trainers and admins within reach
  invitations: [id, perhaps(place)], // wave · province: the invitations of its trainers as a file; 0: of everybody within reach
  spread: [id, place, perhaps(id)], // wave · province · most classes a trainer: who would teach those without a trainer
  confirm_spread: [id, place, id, mark], // … · what was seen
  class_staff: [id, page], // class: its trainers
  choose_trainer: [id, page], // class: who of the list may teach it
  teach: [id, id], // class · person
  stop_teaching: [id, id],
  staff_member: [id], // person
  invite_trainer: [id], // class
  invite_admin: [],
  renew_invitation: [id], // person
  ask_revoke: [id, id], // person · role
  revoke: [id, id],
  give_back: [id, id],
  ask_remove_class: [id],
  remove_class: [id],
  accept: [token, perhaps(language), perhaps(version)], // invitation token · …: consent of a trainer or admin
  overdue: [page, isPractice],
  case: [id], // plan: its page for whoever follows it up
  cases: [id], // plan: … with all else of its library that is late
  nudge: [id], // plan
  contact: [id], // plan: how to reach its people
  note: [id], // plan: a talk outside the bot
  extend: [id], // plan
  people: [oneOf(...PEOPLE_FILTERS), page, isPractice],
  person: [id], // participant
  invited: [id], // roster row
  ask_plans: [id], // participant of an office
  ask_unask_plans: [id],
  unask_plans: [id],
  summary: [isPractice], // of today; or of what they practise on
  news: [instant, instant, page, isPractice], // from · to
  needs: [page, isPractice], // everybody who needs the trainer, the most urgent first
  plans: [], // the three plans of one's library
  plan: [id], // plan: its page, or its form while it is unwritten
  rewrite: [id], // plan
  reports: [], // which plan to report on
  report: [id], // plan
  progress: [], // three lights and the next step
  numbered: [token], // report number: its page
  correct: [token], // report number
  need_help: [id], // plan
  snooze: [], // the reminder that bears the button: to when?
  snooze_until: [messageId, minute],
} as const satisfies Record<string, readonly Shape[]>;

export type ActionName = keyof typeof ACTIONS;
/** The ids of a button as its handler gets them: read and judged. */
export type Ids<Name extends ActionName> = Read<(typeof ACTIONS)[Name]>;

/** @throws RangeError when the ids are too long for a button: a fault in our own code. */
export function action<Name extends ActionName>(name: Name, ...ids: Given<(typeof ACTIONS)[Name]>): string {
  const shapes: readonly Shape[] = ACTIONS[name];
  const written = (ids as unknown[]).map((given, at) => (given === undefined ? "" : (shapes[at]?.write(given) ?? "")));
  while (written.at(-1) === "") written.pop();
  const data = [name, ...written].join(":");
  // Names and ids are ASCII, so characters are bytes.
  if (data.length > LONGEST_DATA_BYTES) throw new RangeError(`Too long for a button: ${data}`);
  return data;
}

/** One of them, with its ids: a press that came through the door. */
export type Pressed = { [Name in ActionName]: { name: Name; ids: Ids<Name> } }[ActionName];

/** Null for what is no button of ours, or not one of today's. */
export function readAction(data: string): Pressed | null {
  const [name = "", ...texts] = data.split(":");
  if (!Object.hasOwn(ACTIONS, name)) return null;
  const shapes: readonly Shape[] = ACTIONS[name as ActionName];
  if (texts.length > shapes.length) return null;
  const ids = shapes.map(({ read }, at) => read(texts[at] ?? ""));
  return ids.includes(undefined) ? null : ({ name, ids } as Pressed);
}

/** Whether it is about what an admin practises on. */
export function meansPractice({ name, ids }: Pressed): boolean {
  const shapes: readonly Shape[] = ACTIONS[name];
  return shapes.some((shape, at) => shape === isPractice && ids[at] === true);
}
