// Every form of the bot. Adding one: its file, its line here.
import { isKnown } from "../../domain/person.js";
import type { Draft } from "../../ports/drafts.js";
import type { OpenQuestion } from "../../ports/forms.js";
import type { World } from "../../ports.js";
import { loadActor } from "../actor.js";
import { classDetailForm } from "../programme/class-detail-form.js";
import { classForm } from "../programme/class-form.js";
import { cohortForm } from "../programme/cohort-form.js";
import { copyClassForm } from "../programme/copy-class-form.js";
import { rosterForm } from "../programme/roster-form.js";
import { sessionForm } from "../programme/session-form.js";
import { shiftClassForm } from "../programme/shift-class-form.js";
import { staffForm } from "../programme/staff-form.js";
import { waveForm } from "../programme/wave-form.js";
import { addFilesForm } from "./add-files-form.js";
import { announcementExportForm } from "./announcement-export-form.js";
import { announcementForm } from "./announcement-form.js";
import { contactForm } from "./contact-form.js";
import { extensionForm } from "./extension-form.js";
import { moveSessionForm } from "./move-session-form.js";
import { planForm } from "./plan-form.js";
import { questionForm } from "./question-form.js";
import { registrationForm } from "./registration-form.js";
import { reportForm } from "./report-form.js";
import { formRunner } from "./run-form.js";
import { staffNameForm } from "./staff-name-form.js";

export const FORMS = {
  registration: formRunner(registrationForm),
  plan: formRunner(planForm),
  report: formRunner(reportForm),
  add_files: formRunner(addFilesForm),
  question: formRunner(questionForm),
  move_session: formRunner(moveSessionForm),
  announcement: formRunner(announcementForm),
  "announcement-export": formRunner(announcementExportForm),
  contact: formRunner(contactForm),
  extension: formRunner(extensionForm),
  staff_name: formRunner(staffNameForm),
  cohort: formRunner(cohortForm),
  wave: formRunner(waveForm),
  class: formRunner(classForm),
  copy_class: formRunner(copyClassForm),
  class_detail: formRunner(classDetailForm),
  shift_class: formRunner(shiftClassForm),
  session: formRunner(sessionForm),
  staff_invitation: formRunner(staffForm),
  roster: formRunner(rosterForm),
};

export type FormName = keyof typeof FORMS;

/** What a draft still waits for, see ports/forms.ts. */
export async function openQuestionOf(world: World, draft: Draft): Promise<OpenQuestion | null> {
  const actor = await loadActor(world, draft.telegramId);
  return draft.form in FORMS && isKnown(actor) ? FORMS[draft.form as FormName].openQuestion(world, actor, draft) : null;
}
