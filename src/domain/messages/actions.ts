// Every button there is, by the name and the ids that its data carries. A button carries ids, never a right.
import { ANNOUNCEMENT_ACTIONS } from "../announcements/announcement-actions.js";
import { CONTACT_WAYS } from "../caseload/care-act.js";
import { PEOPLE_FILTERS } from "../caseload/people-filter.js";
import { ATTENDANCE_ANSWERS } from "../classes/attendance.js";
import { SESSION_MOVES } from "../classes/session-move.js";
import { MATERIAL_ACTIONS } from "../materials/material-actions.js";
import { MERGE_ACTIONS } from "../merges/merge-actions.js";
import { MEANINGS, OVERVIEW_FILES, PARTS } from "../overview/area.js";
import { PLAN_TYPES } from "../plans/work-plan.js";
import { PROGRAMME_ACTIONS } from "../programme/programme-actions.js";
import { RULE_ACTIONS } from "../rules/rule-actions.js";
import { STORY_ACTIONS } from "../stories/story-actions.js";
import {
  area,
  auditFilter,
  auditPlace,
  count,
  day,
  flag,
  instant,
  isPractice,
  listPlace,
  mark,
  messageId,
  minute,
  numberOf,
  oneOf,
  page,
  perhaps,
  place,
  reportNumber,
  type Shape,
  scope,
  token,
  updateId,
  version,
} from "./id-shape.js";
import { OPT_OUTS } from "./post-kind.js";

const accountMoveId = numberOf("account_move");
const absenceId = numberOf("absence");
const actId = numberOf("act");
const draftId = numberOf("draft");
const quickAnswerId = numberOf("quick_answer");
const threadId = numberOf("thread");
const outboxId = numberOf("outbox");
const personId = numberOf("person");
const participantId = numberOf("participant");
const rosterRowId = numberOf("roster_row");
const pauseId = numberOf("pause");
const cohortId = numberOf("cohort");
const waveId = numberOf("wave");
const classId = numberOf("class");
const sessionId = numberOf("session");
const planId = numberOf("plan");
/** One version of a report. */
const reportId = numberOf("report_version");
const language = oneOf("id", "en");
/** Of a class: it takes nobody any more, or another one takes its place. */
const linkChange = oneOf("close", "renew");
/** bot/routes says who may press it and what answers; a name is for ever, because phones keep old buttons. */
export const ACTIONS = {
  menu: [],
  consent: [token, perhaps(language), perhaps(version)], // join token or "-" · language and version of the notice that was read
  notice: [token, language], // join token, invitation token or "-" · the notice in this language
  explain: [token, language], // … · its full explanation
  refuse: [perhaps(language)], // in which the notice was read
  language: [language],
  resume: [perhaps(draftId)], // goes on with it; or to the list
  saved: [page], // drafts that can be gone on with
  discard: [draftId], // thrown away
  question: [threadId], // to go on in it
  quick_answers: [], // a trainer's own
  keep_answer: [threadId], // what they wrote last in it
  quick_answer: [quickAnswerId], // in full
  write_answer: [perhaps(quickAnswerId)], // a new one; or that one in other words
  drop_answer: [quickAnswerId],
  thank: [threadId], // tells its trainer thanks
  more_time: [], // the trainers are asked for more time
  asked: [threadId], // what became of it
  ask: [], // a new question
  inbox: [isPractice], // questions that wait for an answer of the one who presses it; or those that they practise on
  remind_trainers: [threadId], // that was left without an answer
  opt_out: [oneOf(...OPT_OUTS, "all")],
  opt_in: [],
  missed: [oneOf("bring", "leave")], // what did not arrive while they had blocked the bot
  unknowns: [perhaps(oneOf("again", "arrived")), perhaps(outboxId)], // messages of which nobody knows, for operators
  parked: [perhaps(oneOf("again", "drop")), perhaps(updateId)], // … · update: what no try could handle, for operators
  restored: [perhaps(oneOf("drop", "send")), flag("sure")], // what waited in a restored backup, for operators
  exports: [], // what of a place can be taken along as a file
  audit: [auditFilter, auditPlace], // who did what, and where in it
  audit_find: [oneOf("who", "whom", "day"), auditFilter], // by whom, about whom or of which day: asked
  export_audit: [oneOf("xlsx", "csv"), auditFilter],
  erasures: [], // wishes to be forgotten, for operators
  erase: [personId, flag("roles")], // person · … and ends their roles: forgets them
  keep_data: [], // does not
  ...ANNOUNCEMENT_ACTIONS,
  schedule: [page], // the coming sessions of the one who asks
  calendar: [], // the same as a file for the phone's calendar
  agenda: [classId, day], // class · a day of a class one takes part in
  session: [sessionId], // to answer, or to run
  attend: [sessionId, oneOf(...ATTENDANCE_ANSWERS)],
  classes: [page], // the classes in one's care
  class: [classId, page], // class · page of the names of who has not joined
  qr: [classId], // its link as a picture
  poster: [classId, oneOf("pdf", "picture")],
  posters: [waveId, perhaps(place)], // the posters of all its classes
  joining_text: [classId], // its link in words to be forwarded
  admissions: [classId, page], // who waits to be let into a library, and who was turned away
  admission: [participantId], // one of them
  let_in: [participantId, flag("undo")], // yes · although a no was said
  turn_away: [participantId, flag("undo")], // no · although a yes was said
  same_person: [participantId, rosterRowId], // they are one
  other_person: [participantId, rosterRowId, flag("undo")], // … they are not · although it was said that they are
  compare: [planId], // plan kept apart: beside the library's
  adopt: [planId], // plan kept apart: in place of the library's
  link: [classId], // its link, to close or renew
  ask_link: [classId, linkChange], // sure?
  set_link: [classId, linkChange, mark], // … · the end of the link that was seen
  class_day: [classId, day], // class · day
  board: [classId, day], // … how it goes, changed by itself on that day
  not_here: [classId, day, page], // … who is absent, late or silent at the moment
  mark: [sessionId, page], // whom of those who did not answer the trainer sees there
  mark_one: [sessionId, perhaps(participantId), perhaps(rosterRowId), oneOf("present", "none"), page], // one of the two · none: taken back
  mark_all: [sessionId], // everybody who did not answer
  unmark_all: [sessionId, instant], // … · when that was pressed: takes it back
  run_session: [sessionId],
  move_session: [sessionId, perhaps(oneOf(...SESSION_MOVES))], // by so much, or what is asked for; both when missing
  place_session: [sessionId],
  length_session: [sessionId],
  ask_cancel_session: [sessionId],
  cancel_session: [sessionId, count],
  ...PROGRAMME_ACTIONS,
  ...RULE_ACTIONS,
  letter: [participantId], // that their plans are carried out, as a file
  profile: [],
  change_phone: [],
  move_account: [personId], // to the account that presses, whose number is that person's
  not_me: [accountMoveId], // the old account did not want that
  hand_over: [participantId], // the page of one's own library
  hand_over_code: [participantId],
  hand_over_cancel: [participantId],
  take_over: [token], // the code that somebody was given
  decline_over: [token],
  decide_move: [accountMoveId, oneOf("new", "old")], // which account is the right one
  accept: [token, perhaps(language), perhaps(version)], // invitation token · …: consent of a trainer or admin
  overdue: [page, isPractice],
  case: [planId], // its page for the one who follows it up
  cases: [planId, page], // … with all else of its library that is late
  nudge: [planId],
  contact: [planId], // how to reach its people
  note: [planId], // a talk outside the bot
  extend: [planId],
  parts: [oneOf("remind", "write", "extend_for"), scope, flag("classes"), page], // of too many at once: chosen from
  remind: [scope], // one at once; of many it is shown before
  write: [scope], // first, to one or to many
  talk: [scope], // a talk outside the bot: how?
  talked: [scope, oneOf(...CONTACT_WAYS)],
  talk_note: [actId], // a word about it
  extend_for: [scope],
  undo_act: [actId],
  people: [oneOf(...PEOPLE_FILTERS), page, isPractice, perhaps(area), perhaps(cohortId)],
  people_places: [area, page, perhaps(oneOf(...PEOPLE_FILTERS))], // whose people? by province, regency
  overview: [area, perhaps(cohortId)], // where it stands, in numbers
  overview_home: [], // … of all that one reaches
  overview_parts: [area, oneOf(...PARTS), page, perhaps(cohortId)],
  overview_file: [area, oneOf(...OVERVIEW_FILES), perhaps(cohortId), perhaps(oneOf(...PARTS))],
  overview_meaning: [area, perhaps(cohortId), perhaps(oneOf(...MEANINGS))], // what each number counts
  people_files: [oneOf(...PEOPLE_FILTERS), isPractice, perhaps(area), perhaps(cohortId)], // … as files: which?
  class_files: [classId], // files and pictures of its people: which?
  class_picture: [classId], // everybody with their lights
  class_pictures: [page], // … of the only class, or which
  people_file: [oneOf("workbook", "visits"), perhaps(classId), oneOf(...PEOPLE_FILTERS), isPractice], // of a class, or of all in care
  attendance_list: [classId], // to be signed
  morning_person: [participantId], // below the morning, which stays where it is
  morning_library: [planId], // … all that is late of its library
  morning_needs: [], // … everybody who needs the trainer
  morning_people: [], // … all their people
  morning_calls: [], // … whom to telephone, on paper
  morning_remind: [], // … all who are late are reminded at once
  causes: [isPractice], // how many people stand under each cause of silence
  why: [participantId, perhaps(day), page], // what they were owed on that day and what became of it, for operators
  person: [participantId, listPlace], // and which list their page leads back to
  invited: [rosterRowId, listPlace], // roster row
  ask_plans: [participantId], // of an office
  ask_unask_plans: [participantId],
  unask_plans: [participantId],
  away: [perhaps(personId)], // when a trainer is away, and for whom they cover; of somebody else, for admins
  say_away: [perhaps(personId)],
  change_cover: [absenceId],
  end_absence: [absenceId], // they are back, or do not go
  decline_cover: [absenceId],
  summary: [isPractice], // of today; or of what they practise on
  news: [instant, instant, page, isPractice], // from · to
  needs: [page, isPractice], // everybody who needs the trainer, the most urgent first
  pause: [perhaps(participantId)], // one's own page of it, or somebody's: where it stands, or a new one
  new_pause: [perhaps(participantId)], // … from today
  longer_pause: [pauseId], // to another last day
  end_pause: [pauseId], // today counts again
  undo_pause: [pauseId], // … as if it had never been
  place_pauses: [], // of regencies and provinces, for admins
  new_place_pause: [],
  place_pause: [pauseId], // one of them
  longer_place_pause: [pauseId],
  ask_end_place_pause: [pauseId], // sure?
  end_place_pause: [pauseId],
  undo_place_pause: [pauseId],
  plans: [], // the three plans of one's library
  plan: [planId], // its page, or its form while it is unwritten
  rewrite: [planId],
  reports: [], // which plan to report on
  report: [planId],
  progress: [], // three lights and the next step
  numbered: [reportNumber], // its page
  correct: [reportNumber],
  stand_in: [perhaps(participantId), perhaps(rosterRowId)], // the plans of somebody who cannot write, to be told for them
  stand_in_plan: [oneOf(...PLAN_TYPES), perhaps(participantId), perhaps(rosterRowId)],
  fix: [reportNumber], // what is asked anew of it
  evidence: [reportNumber], // its photos and documents
  review: [perhaps(reportId), perhaps(participantId), isPractice], // the one behind it · of that participant's alone
  accept_report: [reportId, perhaps(participantId), isPractice], // one version · … come next
  ask_correction: [reportId], // of one version
  need_help: [planId],
  feedback: [classId], // what one thinks of it, after its last day
  feedback_results: [area, page], // what its people said
  feedback_words: [classId, page],
  feedback_file: [oneOf("picture", "xlsx"), area],
  ...MATERIAL_ACTIONS,
  ...MERGE_ACTIONS,
  ...STORY_ACTIONS,
  snooze: [], // the reminder that bears the button: to when?
  snooze_until: [messageId, minute],
} as const satisfies Record<string, readonly Shape[]>;
