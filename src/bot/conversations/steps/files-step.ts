// A question answered by photos and documents, one by one or as albums: each is kept at once, a button says that this is all.
import { type EvidenceFault, MOST_FILES } from "../../../domain/evidence.js";
import type { Message, RichText } from "../../../domain/message.js";
import type { Json } from "../../../ports/drafts.js";
import type { Texts } from "../../../texts/index.js";
import { keepEvidence } from "../../../use-cases/index.js";
import type { Answers, IncomingFile, Reading, Step, StepContext } from "../form.js";
import { isChosen } from "./choice-step.js";

export interface FilesStepOptions<Facts> {
  /** The step's name in the form: what was received is kept beside its answer. */
  name: string;
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  planId(facts: Facts): number;
}

/** What became of a file, or of the last album's files. */
type Note = "kept" | "known" | "too_many" | EvidenceFault;

type Received = {
  evidenceIds: number[];
  albumId: string | null;
  note: Note | null;
};

const NOTHING: Received = { evidenceIds: [], albumId: null, note: null };

export function filesStep<Facts>(options: FilesStepOptions<Facts>): Step<Facts> {
  return {
    typed: true,
    label: options.label,
    value: ({ texts }, answer) => texts.reports.files.count((answer as number[]).length),
    async late(context, input) {
      const { albumId } = receivedIn(context.answers, options.name);
      if (input.kind !== "file") return null;
      const isAnswered = context.answers[options.name] !== undefined;
      // Of the album that is coming in, or on its way when "that is all" was pressed.
      if (!isAnswered && (input.file.albumId === null || input.file.albumId !== albumId)) return null;
      const taken = await takeFile(context, options.name, options.planId(context.facts), input.file);
      const { evidenceIds } = receivedIn({ ...context.answers, ...taken.answers }, options.name);
      return { ...taken, answers: { ...taken.answers, ...(isAnswered && { [options.name]: evidenceIds }) } };
    },
    async ask(context) {
      const { evidenceIds, note } = receivedIn(context.answers, options.name);
      const message = note === null ? await options.ask(context) : noteWords(note, context.texts);
      const { value, label } = isAll(evidenceIds, context.texts);
      const tone = evidenceIds.length === 0 ? {} : { tone: "success" as const };
      return { ...message, buttons: [[{ label, data: context.press(value), ...tone }]] };
    },
    async read(context, input) {
      if (input.kind === "file") return takeFile(context, options.name, options.planId(context.facts), input.file);
      const { evidenceIds } = receivedIn(context.answers, options.name);
      if (isChosen(isAll(evidenceIds, context.texts), input)) return { kind: "answer", value: evidenceIds };
      return { kind: "problem", say: context.texts.reports.files.only() };
    },
  };
}

/** The button that says there are no more. */
const isAll = (evidenceIds: number[], { common }: Texts) => ({
  value: "done",
  label: evidenceIds.length === 0 ? common.skip : common.done,
});

/** Keeps the file and what there is to say about it; the later files of an album are taken without a word. */
export async function takeFile<Facts>(
  context: StepContext<Facts>,
  name: string,
  planId: number,
  file: IncomingFile,
): Promise<Extract<Reading, { kind: "kept" }>> {
  const before = receivedIn(context.answers, name);
  const { note, evidenceIds } = await keep(context, planId, before.evidenceIds, file);
  const isSameAlbum = file.albumId !== null && file.albumId === before.albumId;
  const quiet = isSameAlbum && (note === "kept" || note === before.note);
  const after: Received = { evidenceIds, albumId: file.albumId, note: quiet ? before.note : note };
  return { kind: "kept", quiet, answers: { [receivedKey(name)]: after as unknown as Json } };
}

async function keep<Facts>(
  { world, actor }: StepContext<Facts>,
  planId: number,
  evidenceIds: number[],
  file: IncomingFile,
): Promise<{ note: Note; evidenceIds: number[] }> {
  if (evidenceIds.length >= MOST_FILES) return { note: "too_many", evidenceIds };
  const outcome = await keepEvidence(world, actor, { planId, file });
  switch (outcome.kind) {
    case "kept":
      return evidenceIds.includes(outcome.evidenceId)
        ? { note: "known", evidenceIds }
        : { note: "kept", evidenceIds: [...evidenceIds, outcome.evidenceId] };
    case "known":
    case "not_yours":
      return { note: "known", evidenceIds };
    case "refused":
      return { note: outcome.fault, evidenceIds };
  }
}

function noteWords(note: Note, { reports }: Texts): RichText {
  const { files } = reports;
  if (note === "kept") return files.kept();
  if (note === "known") return files.known();
  return note === "too_many" ? files.tooMany(MOST_FILES) : files.fault(note);
}

export function receivedIn(answers: Answers, name: string): Received {
  return (answers[receivedKey(name)] as unknown as Received | undefined) ?? NOTHING;
}

function receivedKey(name: string): string {
  return `${name}.received`;
}
