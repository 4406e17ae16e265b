// The workbook of rules that comes back: judged, shown whom it concerns, and put in force when that has been read.

import type { Message, RichText } from "../../domain/messages/message.js";
import { startOf } from "../../domain/words/cut-to.js";
import type { RuleReading } from "../../ports/programme/rule-files.js";
import type { Texts } from "../../texts/index.js";
import { changeRules, previewRules, type RulesPreview, viewRules } from "../../use-cases/index.js";
import type { Form, Step, StepContext } from "../forms/form.js";
import { onceFor } from "../kit/once.js";
import { noTo, refusal } from "../kit/refuse.js";
import { rulesDetails } from "./rules-details.js";
import { toDownload, toRules } from "./rules-screens.js";

interface RulesFacts {
  /** The workbook, read before the transaction that saves it. */
  reading: RuleReading | null;
}

type Context = StepContext<RulesFacts>;

const fileStep: Step<RulesFacts> = {
  typed: true,
  label: ({ rules }) => rules.form.label,
  value: (_context, answer) => (answer as { name: string }).name,
  ask: ({ texts }) => ({
    ...texts.rules.form.ask(),
    buttons: [toDownload(texts)],
  }),
  async read(context, input) {
    const { rules } = context.texts;
    if (input.kind !== "file" || input.file.kind !== "document") return { kind: "problem", say: rules.form.ask() };
    const { fileId, name } = input.file;
    const reading = await context.world.ruleFiles.read(fileId);
    if (reading.kind !== "read") return { kind: "problem", say: whyNotRead(context.texts, reading) };
    if (Object.keys(reading.sheets.sheets).length === 0) return { kind: "problem", say: rules.form.notRules() };
    const preview = await previewRules(context.world, context.actor, reading.sheets);
    if (preview.kind === "not_allowed") return { kind: "problem", say: noTo(context) };
    // The same question again: the mended file is sent at once.
    if (!canBeSaved(preview)) {
      const say = screenOf(context.texts, preview);
      return { kind: "problem", say, show: await rulesDetails(context, preview, say) };
    }
    return { kind: "answer", value: { fileId, name: startOf(name ?? "", 60) } };
  },
};

export const rulesForm: Form<RulesFacts> = {
  name: "rules",
  version: 1,
  load: async (world, actor) => ((await viewRules(world, actor)).kind === "found" ? { reading: null } : null),
  about: ({ rules }) => rules.form.about,
  order: () => ["file"],
  steps: { file: fileStep },
  async preview(context) {
    const preview = await previewOf(context);
    return preview.kind === "planned" ? rulesDetails(context, preview, screenOf(context.texts, preview)) : [];
  },
  async summary(context) {
    const { texts } = context;
    const { form } = texts.rules;
    const preview = await previewOf(context);
    if (preview.kind === "not_allowed") return { ...noTo(context), confirm: null };
    if (preview.kind !== "planned") return { ...whyNotRead(texts, preview), confirm: null };
    const said = screenOf(texts, preview);
    if (!canBeSaved(preview)) return { ...said, confirm: null, buttons: [toDownload(texts)] };
    return { ...said, confirm: form.confirm, seen: preview.inForce };
  },
  beforeFinish: async (context) => ({ reading: await readingOf(context) }),
  async finish(context, { seen }) {
    const { actor, facts, texts, world } = context;
    const { form } = texts.rules;
    // A button without a version is of an earlier program: what it would confirm is shown once more.
    if (facts.reading?.kind !== "read" || seen === undefined) return { kind: "not_yet" };
    const outcome = await changeRules(world, actor, { sheets: facts.reading.sheets, seen });
    switch (outcome.kind) {
      case "not_allowed":
        return refusal({ actor, texts, world });
      // The summary says which and why.
      case "faulty":
      case "nothing":
        return { kind: "not_yet" };
      case "meanwhile":
        return { kind: "not_yet", say: form.changedMeanwhile() };
      case "changed":
        return { ...form.done(outcome.number), buttons: [toDownload(texts), toRules(texts)] } satisfies Message;
    }
  },
};

async function readingOf({ answers, world }: Context): Promise<RuleReading> {
  return world.ruleFiles.read((answers.file as { fileId: string }).fileId);
}

function canBeSaved({ faults, differences }: RulesPreview): boolean {
  return faults.length === 0 && differences.length > 0;
}

function screenOf({ rules: { form } }: Texts, preview: RulesPreview): RichText {
  const { faults, differences, effects, unread, meanwhile } = preview;
  if (canBeSaved(preview)) return form.summary(differences, effects, preview);
  if (faults.length === 0) return form.nothing(unread, preview.isOlder ? meanwhile : null);
  return preview.isClash && meanwhile !== null ? form.clash(faults, meanwhile) : form.faulty(faults);
}

type Unread = Exclude<RuleReading, { kind: "read" }>;

/** Telegram gives no file out for ever: then it is sent once more, by the button below. */
function whyNotRead({ roster, rules }: Texts, reading: Unread): RichText {
  const { file } = roster.form;
  return reading.kind === "refused" ? rules.form.unreadable(file.refused(reading.because)) : file[reading.kind]();
}

/** What the summary says and what goes with it are of one look. */
const previewOf = onceFor(lookAt);

async function lookAt(context: Context) {
  const reading = await readingOf(context);
  return reading.kind === "read" ? previewRules(context.world, context.actor, reading.sheets) : reading;
}
