// A material, new or changed: its topic, its title, and a file, a link or an answer. Of which kind it is follows from what is sent.
import { readLink } from "../../domain/announcements/link-button.js";
import {
  LONGEST_ANSWER,
  LONGEST_TITLE,
  type Material,
  type MaterialContent,
  MOST_FILES_OF_A_TOPIC,
  MOST_OF_A_TOPIC,
  TOPICS,
  type Topic,
} from "../../domain/materials/material.js";
import { asJson } from "../../ports/queue/drafts.js";
import { viewMaterial, viewMaterials, writeMaterial } from "../../use-cases/index.js";
import type { Answers, Finished, Form, Input, Step } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { refusal } from "../kit/refuse.js";
import { threadFileIn } from "../threads/thread-files.js";
import { toDesk } from "./material-screens.js";

interface MaterialFacts {
  /** Null: a new one. */
  changing: Material | null;
}

type Content = Pick<MaterialContent, "kind" | "content">;

/** The material as it stood when they began to change it: kept with the answers, and asked of nobody. */
const SEEN = "seen";

const contentStep: Step<MaterialFacts> = {
  typed: true,
  keeps: "words",
  label: ({ materials }) => materials.form.content.label,
  value: ({ texts }, answer) => inWords(texts.materials.form.content.values, answer as unknown as Content),
  ask: ({ texts, answers }) => texts.materials.form.content.ask(String(answers.title), LONGEST_ANSWER),
  // Of an album the first is the answer, and the others come when it has been given.
  async late({ texts }) {
    return { answers: {}, say: texts.materials.form.content.oneFile() };
  },
  read({ texts }, input) {
    const words = texts.materials.form.content;
    if (input.kind === "press") return { kind: "problem", say: texts.common.oldMenu() };
    const isMedia = input.kind === "file";
    if (input.kind === "text") {
      const text = input.text.trim();
      const link = readLink(text);
      if (/^[a-z][a-z\d+.-]*:\/\/\S+$/i.test(text) && !link.ok) {
        const { problem } = texts.announcement.draft.linkAsk;
        return { kind: "problem", say: link.reason === "not_https" ? words.notHttps() : problem(link.reason) };
      }
      if (text.length > LONGEST_ANSWER) return { kind: "problem", say: words.tooLong(LONGEST_ANSWER) };
    }
    const content = readContent(input);
    return content === null
      ? { kind: "problem", say: isMedia ? words.oddFile() : words.wrong() }
      : { kind: "answer", value: asJson(content) };
  },
};

/** Null for what can be none. */
function readContent(input: Input): Content | null {
  if (input.kind === "text") {
    const link = readLink(input.text);
    if (link.ok) return { kind: "link", content: link.url };
    const text = input.text.trim();
    return text.length < 2 ? null : { kind: "answer", content: text };
  }
  const file = threadFileIn(input);
  return file === null || file.kind === "voice" ? null : { kind: file.kind, content: file.fileId };
}

function inWords(values: { photo: string; document: string }, { kind, content }: Content): string {
  return kind === "photo" || kind === "document" ? values[kind] : content;
}

export const materialForm: Form<MaterialFacts> = {
  name: "material",
  version: 1,
  async load(world, actor, subject) {
    if (subject === "new") {
      const view = await viewMaterials(world, actor);
      return view.kind === "found" && view.mayChange ? { changing: null } : null;
    }
    const view = await viewMaterial(world, actor, Number(/^material:(\d{1,9})$/.exec(subject)?.[1] ?? 0));
    return view.kind === "found" && view.mayChange ? { changing: view.material } : null;
  },
  about: ({ materials }, { changing }) => materials.form.about(changing?.title ?? null),
  initial: ({ changing }) => (changing === null ? undefined : answersFor(changing)),
  order: () => ["topic", "title", "content"],
  steps: {
    topic: choiceStep({
      label: ({ materials }) => materials.form.topic.label,
      ask: ({ texts }) => texts.materials.form.topic.ask(),
      choices: ({ texts }) => TOPICS.map((value) => ({ value, label: texts.materials.topics[value] })),
    }),
    title: textStep({
      label: ({ materials }) => materials.form.title.label,
      ask: ({ texts }) => texts.materials.form.title.ask(LONGEST_TITLE),
      max: LONGEST_TITLE,
      keeps: "words",
      example: ({ texts }) => texts.materials.form.title.example,
    }),
    content: contentStep,
  },
  confirmLabel: ({ materials }) => materials.form.confirm,
  summary({ texts, answers }) {
    const { form } = texts.materials;
    const { topic, title, ...content } = contentOf(answers);
    return form.summary({ topic, title, content: inWords(form.content.values, content) });
  },
  async finish({ world, actor, texts, facts: { changing }, answers }): Promise<Finished> {
    const { desk, form, gone } = texts.materials;
    const content = contentOf(answers);
    const seen = answers[SEEN] as MaterialContent | undefined;
    const about = { id: changing?.id ?? null, ...(seen !== undefined && { seen }) };
    const outcome = await writeMaterial(world, actor, { ...about, ...content });
    const { view: _, ...kept } = answers;
    const without = (step: string) => Object.fromEntries(Object.entries(kept).filter(([name]) => name !== step));
    switch (outcome.kind) {
      case "kept":
        return { ...desk.kept(outcome.material.title), buttons: toDesk(texts) };
      case "changed_meanwhile": {
        const { now } = outcome;
        const say = form.changedMeanwhile({ ...now, content: inWords(form.content.values, now) });
        return { kind: "not_yet", say, answers: { ...kept, ...untouched(content, seen ?? content, now) } };
      }
      case "title_taken":
        return { kind: "not_yet", say: form.taken(), answers: without("title") };
      case "full":
        return { kind: "not_yet", say: form.full(MOST_OF_A_TOPIC, MOST_FILES_OF_A_TOPIC), answers: without("topic") };
      case "gone":
        return { ...gone(), buttons: toDesk(texts) };
      case "not_allowed":
        return refusal({ actor, texts, world });
    }
  },
};

function contentOf(answers: Answers): MaterialContent {
  const { kind, content } = answers.content as unknown as Content;
  return { topic: answers.topic as Topic, title: String(answers.title), kind, content };
}

function answersFor({ topic, title, kind, content }: MaterialContent): Answers {
  return { topic, title, content: asJson({ kind, content }), [SEEN]: asJson({ topic, title, kind, content }) };
}

/** Where they changed nothing, what another admin wrote there: it is what they read from then on. */
function untouched(theirs: MaterialContent, seen: MaterialContent, now: MaterialContent): Answers {
  const isKept: Record<string, boolean> = {
    topic: theirs.topic !== seen.topic,
    title: theirs.title !== seen.title,
    content: theirs.kind !== seen.kind || theirs.content !== seen.content,
  };
  return Object.fromEntries(Object.entries(answersFor(now)).filter(([name]) => isKept[name] !== true));
}
