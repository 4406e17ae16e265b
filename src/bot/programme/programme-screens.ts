// The screens on which admins set up the programme: cohort → wave → province → class.

import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import { BEGINNING_STEPS, type BeginningStep } from "../../domain/programme/beginning.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { ClassContents, ClassLine, CohortLine, ProvinceLine, WaveLine } from "../../ports/programme/programme.js";
import type { Texts } from "../../texts/index.js";
import type { ProgrammeView } from "../../use-cases/index.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";

/** Sixteen short names in two columns fit a small phone. */
const PROVINCES_A_PAGE = 16;

export function beginningScreen(
  texts: Texts,
  { beginning, cohorts, counts, mayAdd, maySetUp }: ProgrammeView,
  name: string,
): Message {
  const { programme } = texts;
  const step = (one: BeginningStep): Button => ({
    label: programme.begin(one),
    data: stepAction(one, cohorts, mayAdd),
  });
  // A list of people belongs to a class.
  const hasPlace = counts.classes > 0 && maySetUp;
  const open = BEGINNING_STEPS.filter(
    (one) => !beginning.done[one] && (one === beginning.next || one !== "cohort") && (one !== "roster" || hasPlace),
  );
  const usable = beginning.next === "cohort" ? open.slice(0, 1) : open;
  return {
    ...programme.beginning(beginning.done, beginning.next, name),
    buttons: [
      ...usable.map((one) => [step(one)]),
      [toExample(texts)],
      [{ label: texts.practice.begin, data: action("make_practice") }],
      [{ label: programme.back, data: action("programme") }],
    ],
  };
}

/** Where a step is done: the latest cohort is the one that is being set up. */
function stepAction(step: BeginningStep, [latest]: CohortLine[], mayAdd: boolean): string {
  if (latest === undefined) return mayAdd ? action("new_cohort") : action("programme");
  return step === "roster" ? action("roster", 0) : action("cohort", latest.id);
}

/** `found`: pairs that may be one person or library, merges that can be undone, and whether places have changed. */
export function homeScreen(
  texts: Texts,
  { cohorts, beginning, mayAdd, maySetUp }: ProgrammeView,
  found: { duplicates: number; merges: number; havePlacesChanged: boolean },
): Message {
  const { programme } = texts;
  const add = mayAdd ? [[{ label: programme.addCohort, data: action("new_cohort") }]] : [];
  const entries = cohorts.map(({ id, name, classes }) => [
    { label: programme.cohortEntry(name, classes), data: action("cohort", id) },
  ]);
  const begin = beginning.next === null ? [] : [[{ label: programme.beginningButton, data: action("beginning") }]];
  const say = cohorts.length === 0 && !mayAdd ? programme.noCohort() : programme.home();
  const toPractice = [{ label: texts.practice.button, data: action("practice") }];
  const toMaterials = [{ label: texts.materials.desk.menu, data: action("materials_desk", 0) }];
  const toStories = [{ label: texts.storyDesk.desk.menu, data: action("story_desk", "flagged", null, 0) }];
  const toRules = mayAdd ? [[{ label: texts.rules.menu, data: action("rules") }]] : [];
  const toPauses = [{ label: texts.pauses.places.menu, data: action("place_pauses") }];
  const hasDuplicates = found.duplicates + found.merges > 0;
  const toDuplicates = hasDuplicates
    ? [[{ label: texts.duplicates.menu(found.duplicates), data: action("duplicates", 0) }]]
    : [];
  const staff = [
    ...(maySetUp ? [{ label: texts.roster.button, data: action("roster", 0) }] : []),
    { label: texts.staffDesk.short, data: action("staff", 0) },
  ];
  return {
    ...say,
    buttons: [
      ...entries,
      ...add,
      staff,
      [toExample(texts)],
      ...toDuplicates,
      toMaterials,
      toStories,
      toPauses,
      ...toRules,
      toPractice,
      ...(found.havePlacesChanged ? [[{ label: texts.placeChanges.menu, data: action("place_changes", 0) }]] : []),
      ...begin,
      toMenu(texts),
    ],
  };
}

export function cohortScreen(
  texts: Texts,
  { cohort, waves, mayAdd }: { cohort: CohortLine; waves: WaveLine[]; mayAdd: boolean },
): Message {
  const { programme } = texts;
  return {
    ...programme.cohort(cohort.name, waves.length),
    buttons: [
      ...waves.map(({ id, number, startsOn, classes }) => [
        { label: programme.waveEntry(number, startsOn, classes), data: action("wave", id, 0) },
      ]),
      ...(mayAdd ? [[{ label: programme.addWave, data: action("new_wave", cohort.id) }]] : []),
      [{ label: programme.back, data: action("programme") }],
    ],
  };
}

export function waveScreen(
  texts: Texts,
  { wave, provinces, mayAddClass }: { wave: WaveLine; provinces: ProvinceLine[]; mayAddClass: boolean },
  wanted: number,
): Message {
  const { programme } = texts;
  const { shown, page, last } = pageOf(provinces, PROVINCES_A_PAGE, wanted);
  const entries = shown.map(({ code, name, classes }) => ({
    label: programme.provinceEntry(name, classes),
    data: action("wave_province", wave.id, code, 0),
  }));
  return listScreen(texts, programme.wave({ ...wave, mayAddClass }), {
    rows: rowsThatFit(entries, 2),
    pages: { at: { page, last }, to: (at) => action("wave", wave.id, at) },
    more: provinces.length === 0 ? [] : [filesFor(texts, wave.id), [toSimulation(texts, wave.id)]],
    back: [
      ...(mayAddClass ? [{ label: programme.addClass, data: action("new_class", wave.id) }] : []),
      { label: programme.toCohort, data: action("cohort", wave.cohortId) },
    ],
  });
}

export function provinceScreen(
  texts: Texts,
  {
    wave,
    provinceCode,
    provinceName,
    classes,
  }: { wave: WaveLine; provinceCode: string; provinceName: string; classes: ClassLine[] },
  wanted: number,
): Message {
  const { programme } = texts;
  const { shown, page, last } = pageOf(classes, ROWS_A_PAGE, wanted);
  const spread = { label: texts.staffDesk.spread.button, data: action("spread", wave.id, provinceCode) };
  return listScreen(texts, programme.province(provinceName, wave.number), {
    rows: shown.map(({ id, name, startsOn }) => [
      { label: programme.classEntry(name, startsOn), data: action("set_up_class", id) },
    ]),
    pages: { at: { page, last }, to: (at) => action("wave_province", wave.id, provinceCode, at) },
    more:
      classes.length === 0
        ? []
        : [filesFor(texts, wave.id, provinceCode), [spread], [toSimulation(texts, wave.id, provinceCode)]],
    back: [
      { label: programme.addClass, data: action("new_class", wave.id, provinceCode) },
      { label: programme.toWave, data: action("wave", wave.id, 0) },
    ],
  });
}

function toSimulation({ simulation }: Texts, waveId: number, provinceCode: string | null = null): Button {
  return { label: simulation.button, data: action("simulation", waveId, provinceCode) };
}

export function classSetUpScreen(
  texts: Texts,
  { trainingClass, contents }: { trainingClass: TrainingClass; contents: ClassContents },
): Message {
  const { programme } = texts;
  const { id, waveId, provinceCode, practiceOf } = trainingClass;
  const back =
    practiceOf === 0
      ? { label: programme.toProvince, data: action("wave_province", waveId, provinceCode, 0) }
      : { label: texts.practice.toPractice, data: action("practice") };
  const change = (what: "name" | "venue" | "ends" | "due" | "zone"): Button => ({
    label: programme.change[what],
    data: action("change_class", id, what),
  });
  return {
    ...programme.classSetUp({ ...trainingClass, ...contents, isClosed: trainingClass.joinClosedAt !== null }),
    buttons: [
      [
        { label: programme.addSession, data: action("add_session", id) },
        { label: programme.toClass, data: action("class", id) },
      ],
      [
        { label: texts.roster.button, data: action("roster", id) },
        { label: texts.staffDesk.ofClass(contents.trainers), data: action("class_staff", id, 0) },
      ],
      [
        { label: texts.posters.pageButton, data: action("poster", id, "pdf") },
        { label: texts.posters.pictureButton, data: action("poster", id, "picture") },
      ],
      [change("name"), change("venue")],
      [change("ends")],
      // What was told to people already is not changed under them.
      ...(contents.participants === 0 ? [[change("due"), change("zone")]] : []),
      [{ label: programme.copy, data: action("copy_class", id) }],
      [{ label: programme.shift, data: action("shift_class", id) }],
      [
        ...(contents.participants === 0
          ? [{ label: programme.remove, data: action("ask_remove_class", id), tone: "danger" as const }]
          : []),
        back,
      ],
    ],
  };
}

export function removeQuestion(
  texts: Texts,
  { trainingClass, contents }: { trainingClass: TrainingClass; contents: ClassContents },
): Message {
  const { programme } = texts;
  const { id, name } = trainingClass;
  const yes = { label: programme.confirmRemove, data: action("remove_class", id) };
  const no = { label: programme.keep, data: action("set_up_class", id) };
  return confirmScreen(programme.askRemove(name, contents), { yes, no });
}

/** What is printed or sent for all classes of a wave, or of a province in it. */
function filesFor(texts: Texts, ...which: [waveId: number, ...province: string[]]): Button[] {
  return [
    { label: texts.posters.manyButton, data: action("posters", ...which) },
    { label: texts.staffDesk.invitations.short, data: action("invitations", ...which) },
  ];
}

export function toSetUp(texts: Texts, classId: number): Button[] {
  return [{ label: texts.programme.toSetUp, data: action("set_up_class", classId) }];
}

/** A workbook to fill in and send back. */
export function toExample(texts: Texts): Button {
  return { label: texts.roster.exampleButton, data: action("example_workbook") };
}

function toMenu(texts: Texts): Button[] {
  return [{ label: texts.common.menu, data: action("menu") }];
}
