// A question answered by photos and documents, one by one or as albums: each is kept at once, a button says that this is all.

import type { Message, RichText } from "../../../domain/messages/message.js";
import { type EvidenceFault, MOST_EVIDENCE_FILES } from "../../../domain/reports/evidence.js";
import { asJson } from "../../../ports/queue/drafts.js";
import type { Texts } from "../../../texts/index.js";
import { paragraphs } from "../../../texts/rich.js";
import { keepEvidence } from "../../../use-cases/index.js";
import type { Answers, IncomingFile, Input, Reading, Step, StepContext } from "../form.js";
import { isChosen } from "./choice-step.js";

export interface FilesStepOptions<Facts> {
  /** The step's name in the form: what was received is kept beside its answer. */
  name: string;
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  planId(facts: Facts): number;
}

/** What became of a file. */
type Note = "kept" | "known" | "too_many" | "video" | EvidenceFault;

export type Received = {
  evidenceIds: number[];
  /** How many of them are photos. */
  photos: number;
  /** Of the file that came last. */
  albumId: string | null;
  /** What became of the file that came last, or of all the files of its album. */
  notes: Note[];
};

export function filesStep<Facts>(options: FilesStepOptions<Facts>): Step<Facts> {
  return {
    typed: true,
    collects: true,
    label: options.label,
    value: ({ texts }, answer) => texts.reports.files.count((answer as number[]).length),
    async late(context, file) {
      const taken = await takeFile(context, options.name, options.planId(context.facts), file);
      if (context.answers[options.name] === undefined) return { ...taken, say: undefined };
      const received = receivedIn(taken.answers, options.name);
      return {
        answers: { ...taken.answers, [options.name]: received.evidenceIds },
        say: lateWords(received, context.texts),
      };
    },
    async ask(context) {
      const received = receivedIn(context.answers, options.name);
      const message = noteWords(received, context.texts) ?? (await options.ask(context));
      const { value, label } = isAll(received.evidenceIds, context.texts);
      const tone = received.evidenceIds.length === 0 ? {} : { tone: "success" as const };
      return { ...message, buttons: [[{ label, data: context.press(value), ...tone }]] };
    },
    async read(context, input) {
      if (input.kind === "file") return takeFile(context, options.name, options.planId(context.facts), input.file);
      const received = receivedIn(context.answers, options.name);
      if (isChosen(isAll(received.evidenceIds, context.texts), input))
        return { kind: "answer", value: received.evidenceIds };
      // Photos and videos may come in one album, and get one answer.
      if (input.kind === "other" && input.albumId !== null)
        return taken(options.name, { ...received, ...noted(received, input.albumId, "video") });
      return { kind: "problem", say: insteadWords(input, context.texts) };
    },
  };
}

/** The button that says there are no more. */
const isAll = (evidenceIds: number[], { common }: Texts) => ({
  value: "done",
  label: evidenceIds.length === 0 ? common.skip : common.done,
});

/** What there is to say where a photo or document was asked for. */
function insteadWords(input: Input, { reports }: Texts): RichText {
  return input.kind === "other" && input.what !== "unknown" ? reports.files.instead(input.what) : reports.files.only();
}

/** Keeps the file and what there is to say about it. */
export async function takeFile<Facts>(
  context: StepContext<Facts>,
  name: string,
  planId: number,
  file: IncomingFile,
): Promise<Extract<Reading, { kind: "kept" }>> {
  const before = receivedIn(context.answers, name);
  const { note, evidenceIds } = await keep(context, planId, before.evidenceIds, file);
  const photos = before.photos + (note === "kept" && file.kind === "photo" ? 1 : 0);
  return taken(name, { evidenceIds, photos, ...noted(before, file.albumId, note) });
}

function taken(name: string, received: Received): Extract<Reading, { kind: "kept" }> {
  return { kind: "kept", answers: { [receivedKey(name)]: asJson(received) } };
}

function noted(before: Received, albumId: string | null, note: Note): Pick<Received, "albumId" | "notes"> {
  const isSameAlbum = albumId !== null && albumId === before.albumId;
  return { albumId, notes: isSameAlbum ? [...new Set([...before.notes, note])] : [note] };
}

async function keep<Facts>(
  { world, actor }: StepContext<Facts>,
  planId: number,
  evidenceIds: number[],
  file: IncomingFile,
): Promise<{ note: Note; evidenceIds: number[] }> {
  if (evidenceIds.length >= MOST_EVIDENCE_FILES) return { note: "too_many", evidenceIds };
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

/** Null where nothing has come yet. */
export function noteWords(received: Received, { reports }: Texts): RichText | null {
  const { notes } = received;
  if (notes.length === 0) return null;
  const isKept = notes.includes("kept");
  const { files } = reports;
  return paragraphs(
    isKept && files.received(countsOf(received)),
    ...faultWords(notes, reports),
    isKept && files.more(),
  );
}

function lateWords(received: Received, { reports }: Texts): RichText {
  const isKept = received.notes.includes("kept");
  return paragraphs(isKept && reports.files.late(countsOf(received)), ...faultWords(received.notes, reports));
}

export function faultWords(notes: Note[], { files }: Texts["reports"]): RichText[] {
  return notes.flatMap((note) => {
    if (note === "kept") return [];
    if (note === "known") return [files.known()];
    if (note === "video") return [files.instead("video")];
    return [note === "too_many" ? files.tooMany(MOST_EVIDENCE_FILES) : files.fault(note)];
  });
}

export function countsOf({ evidenceIds, photos }: Received): { photos: number; documents: number } {
  return { photos, documents: evidenceIds.length - photos };
}

export function receivedIn(answers: Answers, name: string): Received {
  const { evidenceIds = [], albumId = null, ...rest } = (answers[receivedKey(name)] ?? {}) as Partial<Received>;
  return { evidenceIds, albumId, photos: rest.photos ?? evidenceIds.length, notes: rest.notes ?? [] };
}

/** Whether the draft with these answers has kept a part of this album. */
export function holdsAlbum(answers: Answers, albumId: string): boolean {
  return Object.entries(answers).some(
    ([key, value]) => key.endsWith(RECEIVED) && (value as Partial<Received> | null)?.albumId === albumId,
  );
}

const RECEIVED = ".received";

function receivedKey(name: string): string {
  return `${name}${RECEIVED}`;
}
