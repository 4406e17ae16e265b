// The pages of duplicates: the list, both sides of a pair, the question before merging, and what was merged.

import { accountThatStays } from "../../domain/merges/merge.js";
import type { Sides } from "../../domain/merges/merge-side.js";
import { action } from "../../domain/messages/action.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import { pairPage } from "../../texts/layouts/merges/pair-page.js";
import { paragraphs } from "../../texts/rich.js";
import type { DuplicatesView, MergesView, MergeView, PairView } from "../../use-cases/index.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";

type Listed = Extract<DuplicatesView, { kind: "found" }>;
type Compared = Extract<PairView, { kind: "found" }>;

/** `said`: above it, what has just happened. */
export function duplicatesPage(texts: Texts, view: Listed, said?: RichText): Message {
  const { duplicates } = texts;
  const pair = ({ kind, lowId, highId }: Listed["lines"][number]) =>
    kind === "people" ? action("same_people", lowId, highId) : action("same_libraries", lowId, highId);
  const words = paragraphs(said ?? false, duplicates.list(view.total));
  return listScreen(texts, words, {
    rows: view.lines.map((line) => [{ label: duplicates.line(line.kind, line.names), data: pair(line) }]),
    pages: { at: { page: view.page, last: view.last }, to: (at) => action("duplicates", at) },
    more: view.merges === 0 ? [] : [[{ label: duplicates.mergesMenu(view.merges), data: action("merges", 0) }]],
    back: [{ label: texts.programme.back, data: action("programme") }],
  });
}

export function mergesPage(texts: Texts, view: Extract<MergesView, { kind: "found" }>): Message {
  const { duplicates } = texts;
  return listScreen(texts, duplicates.merges(view.lines.length > 0), {
    rows: view.lines.map(({ id, kind, names }) => [
      { label: duplicates.mergedLine(kind, names), data: action("merged", id) },
    ]),
    pages: { at: { page: view.page, last: view.last }, to: (at) => action("merges", at) },
    back: toDuplicates(texts),
  });
}

/** The buttons of a pair: both ids stand in each, the one who stays first. */
function buttonsOf(kind: Sides["kind"]) {
  return kind === "people"
    ? {
        open: (first: number, second: number) => action("same_people", first, second, true),
        ask: (stays: number, goes: number) => action("ask_merge_people", stays, goes),
        merge: (stays: number, goes: number) => action("merge_people", stays, goes),
        two: (first: number, second: number) => action("two_people", first, second),
      }
    : {
        open: (first: number, second: number) => action("same_libraries", first, second, true),
        ask: (stays: number, goes: number) => action("ask_merge_libraries", stays, goes),
        merge: (stays: number, goes: number) => action("merge_libraries", stays, goes),
        two: (first: number, second: number) => action("two_libraries", first, second),
      };
}

export function comparedPage(texts: Texts, view: Compared, zone: Zone): Message {
  const { duplicates } = texts;
  const { kind, stays, goes } = view.sides;
  const { open, ask, two } = buttonsOf(kind);
  return {
    ...pairPage(texts, view, zone),
    buttons: [
      [{ label: duplicates.merge, data: ask(stays.id, goes.id), tone: "primary" }],
      [{ label: duplicates.swap, data: open(goes.id, stays.id) }],
      [{ label: duplicates.two[kind], data: two(stays.id, goes.id) }],
      toDuplicates(texts),
    ],
  };
}

export function mergeQuestion(texts: Texts, { sides, moves }: Compared): Message {
  const { duplicates } = texts;
  const { kind, stays, goes } = sides;
  const { open, merge } = buttonsOf(kind);
  const words = { stays: stays.name, goes: goes.name, account: accountIn(sides), doublePlans: moves.doublePlans };
  return confirmScreen(duplicates.ask(words, kind), {
    yes: { label: duplicates.confirm, data: merge(stays.id, goes.id) },
    no: { label: duplicates.notNow, data: open(stays.id, goes.id) },
  });
}

function accountIn(sides: Sides): "first" | "second" | "brought" | "none" {
  if (sides.kind !== "people") return "none";
  const { stays, goes } = sides;
  const whose = accountThatStays(stays, goes);
  if (stays.telegramId !== null && goes.telegramId !== null) return whose === "goes" ? "second" : "first";
  return whose === "goes" ? "brought" : "none";
}

export function mergedPage(texts: Texts, view: MergeView, zone: Zone, now: Date): Message {
  const { duplicates } = texts;
  const { merge, stays, goes, undoEndsAt } = view;
  if (merge.undoneAt !== null) return { ...duplicates.undone({ stays, goes }, true), buttons: [toDuplicates(texts)] };
  if (now > undoEndsAt) return { ...duplicates.mergedForGood({ stays, goes }), buttons: [toDuplicates(texts)] };
  const until = plainDay(texts.language, dayIn(zone, undoEndsAt));
  return {
    ...duplicates.merged({ stays, goes, until }),
    buttons: [[{ label: duplicates.undo, data: action("undo_merge", merge.id), tone: "danger" }], toDuplicates(texts)],
  };
}

export function toDuplicates({ duplicates }: Texts): Button[] {
  return [{ label: duplicates.back, data: action("duplicates", 0) }];
}
