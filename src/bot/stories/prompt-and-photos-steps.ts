// What a story of change asks: prompts that are answered in words or by voice, and a few photos.
import {
  LONGEST_STORY_ANSWER,
  MOST_STORY_PHOTOS,
  type StoryAnswer,
  type StoryPrompt,
} from "../../domain/stories/story.js";
import { asJson } from "../../ports/queue/drafts.js";
import type { Answers, IncomingFile, Reading, Step } from "../forms/form.js";
import { isChosen } from "../forms/steps/choice-step.js";
import { textStep } from "../forms/steps/text-step.js";

/** One prompt: typed, or said. */
export function promptStep<Facts>(prompt: StoryPrompt): Step<Facts> {
  const written = textStep<Facts>({
    label: ({ stories }) => stories.form.labels[prompt],
    ask: ({ texts }) => texts.stories.form.asks[prompt](),
    max: LONGEST_STORY_ANSWER,
    keeps: "words",
    keepsLines: true,
    example: ({ texts }) => texts.stories.form.examples[prompt],
  });
  return {
    ...written,
    value: ({ texts }, answer) => (answer as unknown as StoryAnswer).text ?? texts.stories.form.heard,
    async read(context, input): Promise<Reading> {
      if (input.kind === "other" && input.voiceId !== undefined) {
        return { kind: "answer", value: asJson({ text: null, voiceId: input.voiceId }) };
      }
      if (input.kind === "other" || input.kind === "file") {
        return { kind: "problem", say: context.texts.stories.form.textOrVoice() };
      }
      const reading = await written.read(context, input);
      return reading.kind === "answer"
        ? { kind: "answer", value: asJson({ text: String(reading.value), voiceId: null }) }
        : reading;
    },
  };
}

interface Received {
  fileIds: string[];
  albumId: string | null;
  /** One more than there is room for was sent. */
  isFull: boolean;
}

const STEP = "photos";
/** holdsAlbum() of files-step.ts knows it by its end. */
const RECEIVED = `${STEP}.received`;

export function photosStep<Facts>(): Step<Facts> {
  return {
    typed: true,
    collects: true,
    label: ({ stories }) => stories.form.photos.label,
    value: ({ texts }, answer) => texts.stories.form.photos.count((answer as string[]).length),
    ask({ texts, answers, press }) {
      const { photos } = texts.stories.form;
      const { fileIds, isFull } = receivedIn(answers);
      const said = fileIds.length === 0 ? photos.ask(MOST_STORY_PHOTOS) : photos.received(fileIds.length);
      const { common } = texts;
      const done = fileIds.length === 0 ? { label: common.skip } : { label: common.done, tone: "success" as const };
      return {
        ...(isFull ? photos.full(MOST_STORY_PHOTOS) : said),
        buttons: [
          [{ ...done, data: press("done") }],
          ...(fileIds.length === 0 ? [] : [[{ label: photos.without, data: press("without") }]]),
        ],
      };
    },
    /** Sent before the question was there, or a moment after it was answered: kept with it. */
    late({ answers, texts }, file) {
      const kept = keep(answers, file);
      if (answers[STEP] === undefined) return Promise.resolve({ answers: kept, say: undefined });
      const { fileIds, isFull } = receivedIn(kept);
      const { photos } = texts.stories.form;
      if (file.kind !== "photo") return Promise.resolve({ answers: {}, say: photos.onlyPhotos() });
      if (isFull) return Promise.resolve({ answers: {}, say: photos.full(MOST_STORY_PHOTOS) });
      // Who is on this one they have not been asked: until they say otherwise it is taken to show children.
      const children = answers.children === undefined ? {} : { children: "yes" };
      return Promise.resolve({ answers: { ...kept, ...children, [STEP]: fileIds }, say: photos.late(fileIds.length) });
    },
    read({ answers, texts }, input): Reading {
      const { common, stories } = texts;
      if (input.kind === "file" && input.file.kind === "photo")
        return { kind: "kept", answers: keep(answers, input.file) };
      const { fileIds } = receivedIn(answers);
      const all = { value: "done", label: fileIds.length === 0 ? common.skip : common.done };
      if (isChosen(all, input)) return { kind: "answer", value: fileIds };
      // None of those that came: they can be sent anew.
      if (fileIds.length > 0 && isChosen({ value: "without", label: stories.form.photos.without }, input)) {
        return { kind: "kept", answers: { [RECEIVED]: asJson({ fileIds: [], albumId: null, isFull: false }) } };
      }
      return { kind: "problem", say: stories.form.photos.onlyPhotos() };
    },
  };
}

function receivedIn(answers: Answers): Received {
  const { fileIds = [], albumId = null, isFull = false } = (answers[RECEIVED] ?? {}) as Partial<Received>;
  return { fileIds, albumId, isFull };
}

/** A document is none: what is on it can be seen by nobody who is not to open it. */
function keep(answers: Answers, file: IncomingFile): Answers {
  const before = receivedIn(answers);
  const isKnown = before.fileIds.includes(file.fileId) || file.kind !== "photo";
  const isFull = !isKnown && before.fileIds.length >= MOST_STORY_PHOTOS;
  const fileIds = isKnown || isFull ? before.fileIds : [...before.fileIds, file.fileId];
  return { [RECEIVED]: asJson({ fileIds, albumId: file.albumId, isFull }) };
}
