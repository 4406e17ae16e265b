// What the office lays out for everybody: files, links and answers to frequent questions.

import { LARGEST_FILE_MB } from "../../domain/files/largest-file.js";
import type { Topic } from "../../domain/materials/material.js";
import { cutTo } from "../../domain/words/cut-to.js";
import { digits } from "../digits.js";
import type { materials as indonesian } from "../id/materials.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const topics: Record<Topic, string> = { ...planWords.types, reporting: "Reports & bot", other: "Other" };

export const materials: typeof indonesian = {
  menu: "📚 Materials",
  topics,
  topicEntry: (topic, count) => `${topics[topic]} (${count})`,
  topicsPage: () => rich`📚 Materials and frequent questions. Choose a topic; its files are sent here at once.`,
  empty: (hasTrainer) =>
    hasTrainer
      ? rich`There are no materials yet. If you want to ask something, please write to your trainer.`
      : rich`There are no materials yet.`,
  topicPage: ({ topic, files, lost, others }) =>
    paragraphs(
      bold(`📚 ${topics[topic]}`),
      files > 0 && rich`Files above this message: ${files}.`,
      lost > 0 && rich`Files that cannot be sent any more: ${lost}. Please ask your trainer.`,
      others > 0 && rich`Links and answers are on the buttons below.`,
    ),
  toTopics: "📚 Other topics",
  answer: (title, text) => paragraphs(bold(`❓ ${title}`), text),
  link: (title, host) => lines(bold(`🔗 ${title}`), host),
  open: "🌐 Open the link",
  fileLost: (title) => rich`Sorry, the file ${bold(title)} cannot be sent any more. Please ask your trainer.`,
  fileAbove: (title) => rich`📎 ${bold(title)} is above this message.`,
  gone: () => rich`That material is gone.`,

  perhaps: (title, text) => paragraphs(rich`Perhaps this answers it:`, bold(`❓ ${title}`), text),
  solved: "✅ That answers it",
  sendAnyway: "📨 Send it all the same",
  askAnyway: "📨 Ask my trainer",
  answerGone: () => rich`That answer is gone. Your question is still here and has not been sent.`,
  glad: () => rich`Glad that it helped. No trainer has to be asked.`,

  desk: {
    menu: "📚 Materials & questions",
    page: (count, mayChange) =>
      paragraphs(
        bold(`📚 Materials & questions (${count})`),
        count === 0
          ? rich`There are none yet. Participants see the button ${pressed("📚 Materials")} as soon as there is one.`
          : rich`All participants and trainers see them. The number at ✅: how often the answer was enough.`,
        !mayChange && rich`National admins change them.`,
      ),
    add: "➕ Add",
    back: "📚 To the list",
    kept: (title) => rich`Saved: “${title}”. Participants can see it now.`,
    removed: (title) => rich`Removed: “${title}”.`,
    helped: (times) => rich`✅ Was enough ${digits.en(times)} ${times === 1 ? "time" : "times"}.`,
    file: (title, topic) => lines(bold(`📎 ${title}`), rich`Topic: ${topics[topic]}`),
    link: (title, topic, url) => lines(bold(`🔗 ${title}`), rich`Topic: ${topics[topic]}`, shortened(url)),
    seeFile: "📎 See the file",
    change: "✏️ Change",
    remove: "🗑 Remove",
    askRemove: (title) => rich`Remove “${title}”? Participants will not see it any more.`,
    yesRemove: "🗑 Yes, remove",
    keep: "Keep it",
  },
  form: {
    about: (title) => (title === null ? "a new material" : `the material ${title}`),
    topic: { label: "topic", ask: () => rich`Which topic is it for?` },
    title: {
      label: "title",
      ask: (most) =>
        paragraphs(
          rich`Write its title. For a frequent question, write the question.`,
          rich`${most} letters at most; what matters comes first.`,
        ),
      example: "How do I send photos with a report?",
    },
    content: {
      label: "content",
      ask: (title, most) =>
        paragraphs(
          rich`What is in “${title}”?`,
          rich`Send a file or photo, a link (https://…), or write the answer, ${most} letters at most.`,
        ),
      oddFile: () => rich`Please send a photo, PDF, Word, Excel or PowerPoint file of ${LARGEST_FILE_MB} MB at most.`,
      wrong: () => rich`Please send a file, a link (https://…) or text.`,
      notHttps: () => rich`The link has to begin with https:// and open for everybody.`,
      tooLong: (most) => rich`The answer is too long. It has ${most} letters at most.`,
      oneFile: () =>
        rich`One entry holds one photo or file, so this one is not kept. Please send it with an entry of its own.`,
      values: { photo: "the photo that you sent", document: "the file that you sent" },
    },
    summary: ({ topic, title, content }) => paragraphs(lines(bold(title), rich`Topic: ${topics[topic]}`), content),
    confirm: "✅ Save",
    taken: () => rich`This topic has one of that title already. Please give it another title.`,
    changedMeanwhile: ({ title, content }) =>
      paragraphs(
        rich`Another admin has changed this material. It now says:`,
        lines(bold(title), shortened(content)),
        rich`What stands below replaces it once you save. Please look it over first.`,
      ),
    full: (most, files) =>
      rich`This topic is full: it holds ${most} entries, ${files} of them files. Please choose another topic.`,
  },
};

/** Of a long address or answer: enough to know what it is. */
const shortened = (url: string) => cutTo(url, 200);
