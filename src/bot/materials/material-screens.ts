// The pages of materials: the topics, one topic, one of its answers or links; and the office's desk.

import { isFile, type Material, TOPICS, type Topic } from "../../domain/materials/material.js";
import { action } from "../../domain/messages/action.js";
import { fitLabel, rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import type { Actor } from "../../domain/people/person.js";
import { digits } from "../../texts/digits.js";
import type { Texts } from "../../texts/index.js";
import { paragraphs } from "../../texts/rich.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";

const SIGNS = { photo: "📎 ", document: "📎 ", link: "🔗 ", answer: "❓ " } as const;

export function topicsPage(
  { takesPart }: Pick<Actor, "takesPart">,
  texts: Texts,
  materials: readonly Material[],
  said?: RichText,
): Message {
  const { materials: words } = texts;
  const counts = TOPICS.map((topic) => ({ topic, count: materials.filter((one) => one.topic === topic).length }));
  const rows = counts
    .filter(({ count }) => count > 0)
    .map(({ topic, count }) => [{ label: words.topicEntry(topic, count), data: action("materials", topic) }]);
  // Trainers and admins have no trainer to ask.
  const ask = takesPart ? [{ label: texts.threads.menu, data: action("ask") }] : [];
  return {
    ...paragraphs(said, rows.length === 0 ? words.empty(takesPart) : words.topicsPage()),
    buttons: [...rows, ...rowsThatFit([...ask, toMenu(texts)], 2)],
  };
}

/** Stands below the files of the topic. */
export function topicPage(
  texts: Texts,
  { topic, shown, files, lost }: { topic: Topic; shown: readonly Material[]; files: number; lost: number },
): Message {
  const others = shown.filter((one) => !isFile(one));
  return {
    ...texts.materials.topicPage({ topic, files, lost, others: others.length }),
    buttons: [...others.map((one) => [entryButton(one)]), ...wayBack(texts)],
  };
}

/** A link opens at once; an answer is a page. */
function entryButton({ id, title, kind, content }: Material): Button {
  const label = fitLabel(title, undefined, { before: SIGNS[kind] });
  return kind === "link" ? { label, url: content } : { label, data: action("material", id) };
}

export function answerPage(texts: Texts, { title, content, topic }: Material): Message {
  const toTopic = {
    label: fitLabel(texts.materials.topics[topic], undefined, { before: "⬅️ " }),
    data: action("materials", topic),
  };
  return { ...texts.materials.answer(title, content), buttons: [[toTopic], ...wayBack(texts)] };
}

export function linkPage(texts: Texts, { title, content }: Material): Message {
  const open = { label: texts.materials.open, url: content };
  return { ...texts.materials.link(title, new URL(content).host), buttons: [[open], ...wayBack(texts)] };
}

export function wayBack(texts: Texts): Button[][] {
  return rowsThatFit([{ label: texts.materials.toTopics, data: action("materials", null) }, toMenu(texts)], 2);
}

export function deskPage(
  texts: Texts,
  { materials, mayChange }: { materials: readonly Material[]; mayChange: boolean },
  wanted: number,
  said?: RichText,
): Message {
  const { desk } = texts.materials;
  const { shown, page, last } = pageOf([...materials], ROWS_A_PAGE, wanted);
  return listScreen(texts, paragraphs(said, desk.page(materials.length, mayChange)), {
    rows: shown.map(({ id, title, kind, helped }) => [
      {
        label: fitLabel(title, undefined, {
          before: SIGNS[kind],
          behind: helped > 0 ? ` ✅${digits[texts.language](helped)}` : "",
        }),
        data: action("desk_material", id),
      },
    ]),
    pages: { at: { page, last }, to: (at) => action("materials_desk", at) },
    more: mayChange ? [[{ label: desk.add, data: action("write_material", null) }]] : [],
    back: [{ label: texts.programme.back, data: action("programme") }],
  });
}

export function deskEntryPage(
  texts: Texts,
  { material, mayChange }: { material: Material; mayChange: boolean },
): Message {
  const { id, title, topic, kind, content, helped } = material;
  const { desk } = texts.materials;
  const words = {
    photo: () => desk.file(title, topic),
    document: () => desk.file(title, topic),
    link: () => desk.link(title, topic, content),
    answer: () => paragraphs(texts.materials.answer(title, content), desk.helped(helped)),
  }[kind]();
  const see = { label: kind === "link" ? texts.materials.open : desk.seeFile };
  const look: Button[][] =
    kind === "answer" ? [] : [[kind === "link" ? { ...see, url: content } : { ...see, data: action("material", id) }]];
  const change = [
    { label: desk.change, data: action("write_material", id) },
    { label: desk.remove, data: action("remove_material", id), tone: "danger" as const },
  ];
  return { ...words, buttons: [...look, ...(mayChange ? [change] : []), ...toDesk(texts)] };
}

export function askRemovePage(texts: Texts, { id, title }: Material): Message {
  const { desk } = texts.materials;
  return confirmScreen(desk.askRemove(title), {
    yes: { label: desk.yesRemove, data: action("confirm_remove_material", id) },
    no: { label: desk.keep, data: action("desk_material", id) },
  });
}

export function toDesk({ materials }: Texts): Button[][] {
  return [[{ label: materials.desk.back, data: action("materials_desk", 0) }]];
}

function toMenu({ common }: Texts): Button {
  return { label: common.menu, data: action("menu") };
}
