// Duplicates: pairs that may be one person or one library, merging them, and undoing it.
import type { MergeKind, SameReason } from "../../domain/merges/duplicates.js";
import type { WhatMoves } from "../../domain/merges/merge-side.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import { digits } from "../digits.js";
import type { duplicates as inIndonesian } from "../id/duplicates.js";
import { shortened } from "../layouts/classes/session-words.js";
import { listed } from "../lists.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { howMany } from "./how-many.js";

const name = (text: string) => bold(shortened(text, 50));
const undo = "↩️ Undo the merge";

const reasons: Record<SameReason, string> = {
  phone: "the same phone number",
  place: "the same name and village",
  name: "nearly the same name",
  code: "the same village",
};

const kinds: Record<ParticipantKind, string> = {
  desa: "Village library",
  kelurahan: "Kelurahan library",
  tbm: "Reading room (TBM)",
  regency_office: "Regency office",
  province_office: "Province office",
};

/** Only what there is. */
function moved({ plans, reports, questions, attendance, drafts, people }: WhatMoves, kind: MergeKind): string[] {
  const some = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${digits.en(count)} ${count === 1 ? one : many}`];
  return [
    ...some(people, "person", "people"),
    ...some(kind === "libraries" ? plans : 0, "plan", "plans"),
    ...some(reports, "report", "reports"),
    ...some(questions, "conversation", "conversations"),
    ...some(attendance, "attendance answer", "attendance answers"),
    ...some(drafts, "form", "forms"),
  ];
}

export const duplicates: typeof inIndonesian = {
  menu: (count) => (count === 0 ? "👥 Duplicates" : `👥 Duplicates (${digits.en(count)})`),
  list: (total) =>
    total === 0
      ? rich`👥 There are no duplicates to look at.`
      : paragraphs(
          rich`👥 ${bold("Duplicates")}: ${howMany(total, "pair", "pairs")}`,
          rich`Each pair may be one person or one library. Press one to compare both.`,
        ),
  line: (kind, [first, second]) =>
    `${kind === "people" ? "👤" : "📚"} ${shortened(first, 14)} · ${shortened(second, 14)}`,
  mergedLine: (kind, [went, stays]) =>
    `${kind === "people" ? "👤" : "📚"} ${shortened(went, 13)} → ${shortened(stays, 13)}`,
  mergesMenu: (count) => `↩️ Merged lately (${digits.en(count)})`,
  merges: (any) =>
    any
      ? rich`What was merged lately can still be undone. Press one to see it.`
      : rich`There is no merge that can still be undone.`,
  back: "⬅️ Duplicates",
  maybePerson: "👥 Maybe one person",
  maybeLibrary: "👥 Maybe one library",
  because: (all) => `Because of: ${listed("en", all)}.`,
  reasons,
  kinds,
  stays: "stays",
  goes: "is merged into number 1",
  account: (hasJoined, isReachable) =>
    hasJoined ? (isReachable ? "has joined" : "the account cannot be reached") : "has not joined",
  entries: ({ plans, reports, questions }) =>
    [
      howMany(plans, "plan", "plans"),
      howMany(reports, "report", "reports"),
      howMany(questions, "conversation", "conversations"),
    ].join(", "),
  lastWord: (day) => `last heard of on ${day}`,
  moves: (all) =>
    all.length === 0
      ? rich`Nothing was entered that has to move.`
      : rich`What moves to number 1: ${listed("en", all)}.`,
  moved,
  merge: "✅ Merge",
  swap: "🔁 Number 2 stays",
  two: { people: "🙅 Not the same person", libraries: "🙅 Not the same library" },
  ask: ({ stays, goes, account, doublePlans }, kind) =>
    paragraphs(
      rich`Merge ${name(goes)} into ${name(stays)}?`,
      lines(
        kind === "people"
          ? rich`Their classes, plans, reports, conversations and attendance become one.`
          : rich`Their people, plans, reports and roster become one.`,
        (account === "first" || account === "second") &&
          rich`Of the two Telegram accounts, the one of number ${account === "first" ? 1 : 2} is used from now on. Both are told.`,
        account === "brought" && rich`The Telegram account of ${name(goes)} comes along, and is told.`,
        doublePlans > 0 &&
          rich`Both have written ${howMany(doublePlans, "plan", "plans")} of one kind. The words of number 1 count; the others can still be read.`,
      ),
      rich`A merge can be undone for seven days.`,
    ),
  confirm: "✅ Yes, merge",
  notNow: "⬅️ Back",
  merged: ({ stays, goes, until }) =>
    paragraphs(
      rich`✅ ${name(goes)} has been merged into ${name(stays)}.`,
      rich`If that was a mistake, press ${pressed(undo)} by ${bold(until)}.`,
    ),
  mergedForGood: ({ stays, goes }) =>
    rich`${name(goes)} was merged into ${name(stays)} more than seven days ago, so it cannot be undone any more.`,
  undo,
  undone: ({ stays, goes }, accountIsBack) =>
    paragraphs(
      rich`↩️ ${name(goes)} and ${name(stays)} are two again, as they were before.`,
      rich`What was written since the merge stays with ${name(stays)}.`,
      !accountIsBack && rich`The Telegram account of ${name(goes)} is somebody else's by now, so it did not come back.`,
    ),
  laterFirst: ({ stays }) => rich`${name(stays)} was merged again after that. Please undo the latest merge first.`,
  saidTwo: () => rich`All right, they are two. This pair is not suggested again.`,
  problems: {
    staff: () => rich`One of them holds or held the role of a trainer or admin, so they cannot be merged here.`,
    unlike: () => rich`An office and a library cannot be merged.`,
    gone: () => rich`One of them has been merged or deleted. Please look at the list again.`,
  },
  told: {
    kept: (who) =>
      rich`Your two registrations under the name ${name(who)} are now one. Everything is here, in this account.`,
    given: (who) =>
      paragraphs(
        rich`Your two registrations under the name ${name(who)} are now one. Please go on in your other Telegram account; what you entered here is there now.`,
        rich`This account gets no more messages. If that is a mistake, please tell your trainer or the office.`,
      ),
  },
  toldUndone: {
    kept: (who) =>
      rich`The merge of the registrations under the name ${name(who)} was undone. What belonged to the other one is not here any more.`,
    given: () => rich`The merge of your registrations was undone. All that you had entered is back in this account.`,
  },
  alsoWritten: (texts) =>
    rich`📎 Also written before the merge: ${texts.map((text) => shortened(text, 80)).join("; ")}`,
};
