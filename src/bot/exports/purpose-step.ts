// What is the file for? Asked before personal data leaves the system; kept in the line of the account.
import { LONGEST_PURPOSE, PURPOSES } from "../../domain/own-data/export.js";
import type { Texts } from "../../texts/index.js";
import type { Step, StepContext } from "../forms/form.js";
import { textStep } from "../forms/steps/text-step.js";

/** `file`: which file it is, in the middle of a sentence. */
export function purposeStep<Facts>(file: (context: StepContext<Facts>) => string): Step<Facts> {
  return textStep({
    label: ({ exports }) => exports.purpose.label,
    ask: (context) => context.texts.exports.purpose.ask(file(context)),
    // Shorter says nothing to the one who reads the account of it later.
    min: 5,
    max: LONGEST_PURPOSE,
    example: ({ texts }) => texts.exports.purpose.example,
    choices: ({ texts: { exports } }) => PURPOSES.map((value) => ({ value, label: exports.purpose.choices[value] })),
  });
}

/** As it was read, so that readers of the account and of their own data read the same. */
export function purposeWords({ exports }: Texts, said: string): string {
  const chosen = PURPOSES.find((one) => one === said);
  return chosen === undefined ? said : exports.purpose.choices[chosen];
}
