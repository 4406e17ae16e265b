// The answers of an announcement's form: the text as its author formatted it, and whom it is for.

import {
  type AnnouncementContent,
  type Audience,
  type AudienceRole,
  contentProblem,
  type PlanFilter,
} from "../../domain/announcements/announcement.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import { asJson } from "../../ports/queue/drafts.js";
import type { Answers, Input, Step } from "../forms/form.js";
import { problemWords } from "./announcement-summary.js";

export interface AnnouncementFacts {
  reach: Reach[];
  /** Where the admin has classes. */
  provinces: { code: string; name: string }[];
  /** Null: the whole country. */
  regionNames: string[] | null;
  /** What the admin practises on; null: nothing. */
  practiceCohortId: number | null;
}

export const contentStep: Step<AnnouncementFacts> = {
  typed: true,
  value: (_, answer) => (answer as unknown as AnnouncementContent).text,
  label: ({ announcement }) => announcement.content.label,
  ask: ({ texts, view }) =>
    view.typed === undefined ? texts.announcement.content.ask() : texts.announcement.content.noAlbum(),
  /** What was composed stays as it is: a picture sent behind it may as well be meant for somebody else. */
  async late({ texts, answers }, file) {
    if (answers.content === undefined) return { answers: {}, say: undefined };
    return { answers: {}, say: texts.announcement.content.notTaken(file.kind) };
  },
  read({ texts }, input) {
    const words = texts.announcement.content;
    if (input.kind === "file" && input.file.albumId !== null) {
      return { kind: "view", view: { typed: input.file.albumId } };
    }
    const content = readContent(input);
    if (content === null) return { kind: "problem", say: words.onlyTextOrFile() };
    const problem = contentProblem(content);
    if (problem !== null) return { kind: "problem", say: problemWords(texts, problem) };
    return { kind: "answer", value: asJson(content) };
  },
};

function readContent(input: Input): AnnouncementContent | null {
  if (input.kind === "text") return { text: input.text, marks: input.marks ?? [] };
  if (input.kind !== "file") return null;
  const { kind, fileId, caption, captionMarks } = input.file;
  return { text: caption ?? "", marks: captionMarks ?? [], attachment: { kind, fileId } };
}

export function contentOf(answers: Answers): AnnouncementContent {
  return answers.content as unknown as AnnouncementContent;
}

export function audienceOf(answers: Answers, facts: AnnouncementFacts): Audience {
  const role = answers.role as AudienceRole;
  return {
    scope: scopeOf(answers, facts),
    role,
    plans: role === "participants" ? ((answers.plans ?? "any") as PlanFilter) : "any",
  };
}

/** Ordinary unless it was chosen; trainers have no message budget that it could leave aside. */
export function isEmergency(answers: Answers): boolean {
  return answers.weight === "emergency" && answers.role !== "trainers";
}

function scopeOf(answers: Answers, facts: AnnouncementFacts): Audience["scope"] {
  if (answers.scope === "class") return { kind: "class", classId: Number(answers.trainingClass) };
  if (answers.scope === "practice") return { kind: "practice", cohortId: facts.practiceCohortId ?? 0 };
  if (answers.scope !== "province") return { kind: "all" };
  return { kind: "province", code: String(answers.province ?? facts.provinces[0]?.code) };
}
