// What an announcement says: text as its author formatted it, a photo, a file, or an album with its caption.
import { contentProblem, tidyVariables } from "../../../domain/announcements/announcement.js";
import type { Album } from "../../../domain/messages/message.js";
import { MOST_IN_ALBUM } from "../../../domain/messages/message-bounds.js";
import { asJson } from "../../../ports/queue/drafts.js";
import { problemWords } from "../../../use-cases/index.js";
import type { IncomingFile, Input, Reading, Step } from "../../forms/form.js";
import {
  type AnnouncementContext,
  type AnnouncementFacts,
  contentOf,
  filesIn,
  type KeptContent,
  keptContent,
  wordlessContent,
} from "./announcement-answers.js";

const WITHOUT_FILE = "without_file";

export const contentStep: Step<AnnouncementFacts> = {
  typed: true,
  keeps: "words",
  label: ({ announcement }) => announcement.draft.ask.label,
  value: (_, answer) => (answer as unknown as KeptContent).text,
  ask({ texts, answers, press }) {
    const words = texts.announcement.draft.ask;
    const before = keptContent(answers);
    const alone = filesIn(wordlessContent(answers)?.attachment);
    if (before === null) return alone === null ? words.content() : words.wordsFor(alone);
    const hasFile = before.attachment !== undefined;
    const drop = { label: words.withoutFile, data: press(WITHOUT_FILE) };
    return { ...words.other(hasFile), buttons: hasFile ? [[drop]] : [] };
  },
  async late(context, file) {
    const { texts, answers } = context;
    const words = texts.announcement.draft.ask;
    const before = keptContent(answers);
    if (before === null) {
      const more = withPart(wordlessContent(answers), file);
      return { answers: more === null ? {} : { wordless: asJson(more) }, say: undefined };
    }
    const grown = withPart(before, file);
    if (grown !== null) return { answers: { content: asJson(grown) }, say: undefined };
    // A photo sent behind its text, without words of its own, is meant to go along.
    const isMore = before.attachment === undefined && (file.caption ?? "") === "";
    const { caption: _, captionMarks: __, ...bare } = file;
    const added = { ...before, ...contentIn({ ...bare, caption: before.text, captionMarks: before.marks }) };
    const isTaken = isMore && contentProblem(contentOf({ ...answers, content: asJson(added) })) === null;
    return isTaken
      ? { answers: { content: asJson(added) }, say: words.taken(file.kind) }
      : { answers: {}, say: words.notTaken(file.kind) };
  },
  read(context, input) {
    const { texts, answers } = context;
    const before = keptContent(answers);
    if (input.kind === "press") {
      if (input.value !== WITHOUT_FILE || before === null) return { kind: "problem", say: texts.common.oldMenu() };
      return judged(context, { text: before.text, marks: before.marks });
    }
    const content = readContent(input, before ?? wordlessContent(answers));
    if (content === null) return { kind: "problem", say: texts.announcement.draft.ask.onlyTextOrFile() };
    // The words are in another part of its album, or are written next: what was sent is not asked for again.
    if (before === null && isWordless(content)) return { kind: "kept", answers: { wordless: asJson(content) } };
    return judged(context, content);
  },
};

function judged({ texts, answers }: AnnouncementContext, content: KeptContent): Reading {
  const problem = contentProblem(contentOf({ ...answers, content: asJson(content) }));
  // Of an album only the first part is there yet; what its button says is said on the page.
  if (problem !== null && problem.kind !== "album_with_button") {
    return { kind: "problem", say: problemWords(texts, problem) };
  }
  return { kind: "answer", value: asJson(content), also: { wordless: null } };
}

function isWordless({ text, attachment }: KeptContent): boolean {
  return attachment !== undefined && text.trim() === "";
}

/** New words keep the file; a new file without words keeps the words. */
function readContent(input: Input, before: KeptContent | null): KeptContent | null {
  if (input.kind === "text") {
    const { attachment, albumId } = before ?? {};
    return {
      ...{ text: tidyVariables(input.text), marks: input.marks ?? [] },
      ...(attachment !== undefined && { attachment }),
      ...(albumId !== undefined && { albumId }),
    };
  }
  if (input.kind !== "file") return null;
  const grown = withPart(before, input.file);
  if (grown !== null) return grown;
  if ((input.file.caption ?? "") !== "" || before === null) return contentIn(input.file);
  return contentIn({ ...input.file, caption: before.text, captionMarks: before.marks });
}

function contentIn({ kind, fileId, caption, captionMarks, albumId }: IncomingFile): KeptContent {
  return {
    ...{ text: tidyVariables(caption ?? ""), marks: captionMarks ?? [], attachment: { kind, fileId } },
    ...(albumId !== null && { albumId }),
  };
}

/** Another part of the album that is being sent; null for what is none. */
function withPart(before: KeptContent | null, file: IncomingFile): KeptContent | null {
  if (before === null) return null;
  const { attachment, albumId } = before;
  if (attachment === undefined || albumId === undefined || file.albumId !== albumId) return null;
  const isFile = "fileId" in attachment;
  const kind = file.kind === "photo" ? "photos" : "documents";
  if (!isFile && attachment.kind !== kind) return before;
  if (isFile && attachment.kind !== file.kind) return before;
  const fileIds = isFile ? [attachment.fileId] : attachment.fileIds;
  if (fileIds.includes(file.fileId) || fileIds.length >= MOST_IN_ALBUM) return before;
  const album: Album = { kind, fileIds: [...fileIds, file.fileId], saidOnce: true };
  // Phones put the caption on any of them.
  const words = before.text === "" ? { text: tidyVariables(file.caption ?? ""), marks: file.captionMarks ?? [] } : {};
  return { ...before, ...words, attachment: album };
}
