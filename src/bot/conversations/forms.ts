// Every form of the bot. Adding one: its file, its line here.
import { registrationForm } from "./registration-form.js";
import { formRunner } from "./run-form.js";

export const FORMS = {
  registration: formRunner(registrationForm),
};

export type FormName = keyof typeof FORMS;
