// What a button under a message asks for: a name and the ids it is about. A button carries ids, never a right.
import { isDay } from "../time/calendar.js";

/** What may stand at an id's place. What does not fit never reaches a handler: old buttons end here, and forged ones. */
type Shape = (text: string) => boolean;

const like =
  (pattern: RegExp): Shape =>
  (text) =>
    pattern.test(text);
/** The database counts to 2,147,483,647: nine digits are always within. */
const id = like(/^\d{1,9}$/);
const updateId = like(/^\d{1,15}$/);
const token = like(/^[\w-]{1,64}$/);
/** Of a message in a chat; Telegram counts to 2,147,483,647 as well. */
const messageId = like(/^\d{1,10}$/);
/** The ministry's code of a place: 21, 21.01, 21.01.03, 21.01.03.2001. */
const place = like(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/);
const minutes = like(/^\d{1,9}$/);
const milliseconds = like(/^\d{1,14}$/);
const word = like(/^[a-z_]{1,20}$/);
const version = like(/^[\w-]{1,20}$/);
/** May be left out. */
const perhaps =
  (shape: Shape): Shape =>
  (text) =>
    text === "" || shape(text);
/** Of a list: not of those in one's care, but of those one practises on. */
const isPractice = like(/^practice$/);
const page = perhaps(like(/^\d{1,4}$/));

/** Every action a button can ask for; bot/actions.ts answers each, and the compiler sees to it that none is forgotten. */
export const ACTIONS = {
  menu: [],
  consent: [token, perhaps(word), perhaps(version)], // join token or "-" · language and version of the notice that was read
  notice: [token, word], // join token, invitation token or "-" · the notice in this language
  explain: [token, word], // … · its full explanation
  refuse: [perhaps(word)], // language in which the notice was read
  language: [word], // id, en
  resume: [perhaps(id)], // draft: goes on with it; or to the list
  saved: [page], // drafts that can be gone on with
  discard: [id], // draft: thrown away
  question: [id], // thread: to go on in it
  thank: [id], // thread: tells its trainer thanks
  more_time: [], // the trainers are asked for more time
  asked: [id], // thread: what became of it
  ask: [], // a new question
  inbox: [perhaps(isPractice)], // questions that wait for an answer of whoever presses it; or those that they practise on
  remind_trainers: [id], // thread that was left without an answer
  opt_out: [word], // reminders, announcements, all
  opt_in: [],
  missed: [word], // bring, leave: what did not arrive while they had blocked the bot
  unknowns: [perhaps(word), perhaps(id)], // again, arrived · outbox id: messages of which nobody knows, for operators
  parked: [perhaps(word), perhaps(updateId)], // again, drop · update: what no try could handle, for operators
  restored: [perhaps(word), perhaps(word)], // drop, send · sure: what waited in a restored backup, for operators
  erasures: [], // wishes to be forgotten, for operators
  erase: [id, perhaps(word)], // person · "roles": … and ends their roles: forgets them
  keep_data: [], // does not
  announcements: [], // the last few
  announce: [], // a new one
  announcement: [id, perhaps(word), perhaps(token)], // … · verb · outbox id, or what was seen of the hash
  schedule: [page], // the coming sessions of the one who asks
  calendar: [], // the same as a file for the phone's calendar
  agenda: [id, isDay], // class · a day of a class one takes part in
  session: [id], // session: to answer, or to run
  attend: [id, word], // session · present, late, absent
  classes: [page], // the classes in one's care
  class: [id, page], // class · page of the names of who has not joined
  qr: [id], // class: its link as a picture
  poster: [id, word], // class · pdf, picture
  posters: [id, perhaps(place)], // wave · province: the posters of all its classes
  joining_text: [id], // class: its link in words to be forwarded
  admissions: [id, page], // class: who waits to be let into a library, and who was turned away
  admission: [id], // participant: one of them
  let_in: [id, perhaps(word)], // participant: yes · "undo": although a no was said
  turn_away: [id, perhaps(word)], // participant: no · "undo": although a yes was said
  same_person: [id, id], // participant · roster row: they are one
  other_person: [id, id], // … they are not
  compare: [id], // plan kept apart: beside the library's
  adopt: [id], // plan kept apart: in place of the library's
  link: [id], // class: its link, to close or renew
  ask_link: [id, word], // class · close, renew: sure?
  set_link: [id, word, token], // class · close, renew · the end of the link that was seen
  class_day: [id, isDay], // class · day
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
  change_class: [id, word], // class · name, venue, due, zone
  add_session: [id], // class
  copy_class: [id],
  shift_class: [id],
  roster: [id], // class: a file for it; 0: for classes that the file names
  undo_import: [id],
  example_workbook: [], // a workbook to fill in, by which everything is set up
  staff: [page], // trainers and admins within reach
  invitations: [id, perhaps(place)], // wave · province: the invitations of its trainers as a file; 0: of everybody within reach
  spread: [id, place, perhaps(id)], // wave · province · most classes a trainer: who would teach those without a trainer
  confirm_spread: [id, place, id, id], // … · what was seen
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
  accept: [token, perhaps(word), perhaps(version)], // invitation token · …: consent of a trainer or admin
  overdue: [page, perhaps(isPractice)],
  case: [id], // plan: its page for whoever follows it up
  cases: [id], // plan: … with all else of its library that is late
  nudge: [id], // plan
  contact: [id], // plan: how to reach its people
  note: [id], // plan: a talk outside the bot
  extend: [id], // plan
  people: [word, page, perhaps(isPractice)], // filter
  person: [id], // participant
  invited: [id], // roster row
  ask_plans: [id], // participant of an office
  ask_unask_plans: [id],
  unask_plans: [id],
  summary: [perhaps(isPractice)], // of today; or of what they practise on
  news: [milliseconds, milliseconds, page, perhaps(isPractice)], // from · to
  needs: [page, perhaps(isPractice)], // everybody who needs the trainer, the most urgent first
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
  snooze_until: [messageId, minutes], // message · minutes since 1970
} satisfies Record<string, readonly Shape[]>;

export type ActionName = keyof typeof ACTIONS;

/** Telegram's bound for what a button carries back, in bytes. */
const LONGEST_DATA = 64;

/** @throws RangeError when the ids are too long for a button: a fault in our own code. */
export function action(name: ActionName, ...ids: (string | number)[]): string {
  const data = [name, ...ids].join(":");
  // Names and ids are ASCII, so characters are bytes.
  if (data.length > LONGEST_DATA) throw new RangeError(`Too long for a button: ${data}`);
  return data;
}

/** Null for what is no button of ours, or not one of today's. */
export function readAction(data: string): { name: ActionName; ids: string[] } | null {
  const [name = "", ...ids] = data.split(":");
  if (!Object.hasOwn(ACTIONS, name)) return null;
  const shapes: readonly Shape[] = ACTIONS[name as ActionName];
  const fits = ids.length <= shapes.length && shapes.every((isIt, at) => isIt(ids[at] ?? ""));
  return fits ? { name: name as ActionName, ids } : null;
}
