// The buttons of the programme: cohorts, waves, classes, their lists and staff; and what admins practise on.
import { count, mark, numberOf, oneOf, page, perhaps, place, type Shape } from "../messages/id-shape.js";

const roleId = numberOf("role");
const importId = numberOf("import");
const cohortId = numberOf("cohort");
const waveId = numberOf("wave");
const classId = numberOf("class");
const personId = numberOf("person");

export const PROGRAMME_ACTIONS = {
  programme: [], // what is set up, for admins
  place_changes: [page], // what a new edition of the place data changed
  beginning: [], // the four steps before anybody can join
  practice: [], // what the admin practises on
  make_practice: [],
  ask_remove_practice: [cohortId], // its cohort
  remove_practice: [cohortId],
  new_cohort: [],
  cohort: [cohortId],
  new_wave: [cohortId],
  wave: [waveId, page],
  wave_province: [waveId, place, page], // wave · province
  new_class: [waveId, perhaps(place)], // wave · province
  set_up_class: [classId],
  change_class: [classId, oneOf("name", "venue", "ends", "due", "zone")],
  add_session: [classId],
  copy_class: [classId],
  shift_class: [classId],
  roster: [classId], // a file for it; 0: for classes that the file names
  undo_import: [importId],
  example_workbook: [], // a workbook to fill in, by which everything is set up
  simulation: [waveId, perhaps(place)], // what simulating the wave, or its classes of a province, would come to
  simulate: [waveId, perhaps(place)], // … and then it is done
  staff: [page], // trainers and admins within reach
  invitations: [waveId, perhaps(place)], // the invitations of its trainers as a file; 0: of everybody within reach
  spread: [waveId, place, perhaps(count)], // wave · province · most classes a trainer: who would teach those without a trainer
  confirm_spread: [waveId, place, count, mark], // … · what was seen
  class_staff: [classId, page], // its trainers
  choose_trainer: [classId, page], // who of the list may teach it
  teach: [classId, personId],
  stop_teaching: [classId, personId],
  staff_member: [personId],
  invite_trainer: [classId],
  invite_admin: [],
  renew_invitation: [personId],
  ask_revoke: [personId, roleId],
  revoke: [personId, roleId],
  give_back: [personId, roleId],
  ask_remove_class: [classId],
  remove_class: [classId],
} as const satisfies Record<string, readonly Shape[]>;
