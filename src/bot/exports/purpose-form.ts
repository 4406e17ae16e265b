// What is the file for? The one question before personal data leaves the system; then the file.
import type { Message } from "../../domain/messages/message.js";
import type { Form } from "../forms/form.js";
import type { ExportFound } from "./export-kind.js";
import { EXPORT_KINDS, type ExportKindName } from "./export-kinds.js";
import { purposeStep, purposeWords } from "./purpose-step.js";

interface ExportFacts extends ExportFound {
  /** Once it is written. */
  exported?: Message;
}

export const purposeForm: Form<ExportFacts> = {
  name: "export",
  version: 1,
  async load(world, actor, subject) {
    const [, kind, about] = /^([a-z_]+):(.+)$/.exec(subject) ?? [];
    if (kind === undefined || about === undefined || !Object.hasOwn(EXPORT_KINDS, kind)) return null;
    return EXPORT_KINDS[kind as ExportKindName].find(world, actor, about);
  },
  about: (texts, { name }) => name(texts),
  leftEmpty: (texts, { name }) => ({ say: texts.common.notBegun(name(texts)) }),
  order: () => ["purpose"],
  steps: {
    purpose: purposeStep(({ texts, facts }) => facts.name(texts)),
  },
  async beforeFinish({ world, actor, texts, answers, facts }, { updateId }) {
    const purpose = purposeWords(texts, String(answers.purpose));
    return { ...facts, exported: await facts.write({ world, actor, texts, purpose, updateId }) };
  },
  async finish({ facts: { exported } }) {
    if (exported === undefined) throw new Error("The file was not written before the form ended.");
    return exported;
  },
};
