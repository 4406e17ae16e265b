// What `npm run roster` says of a file and of each of its lines, in a terminal. Why a file is refused, and all of the chat: roster.ts.
import type { CodeSystem } from "../../domain/roster/places/code-system.js";
import type { FileFlag, RosterAsked } from "../../domain/roster/reading/roster-reading.js";
import type { RowReason, RowVerdict } from "../../domain/roster/row-verdict.js";
import { digits } from "../digits.js";
import type { rosterTerminal as indonesian } from "../id/roster-terminal.js";

const VERDICTS: Record<RowVerdict["verdict"], string> = {
  ok: "Fine",
  doubt: "To be confirmed",
  error: "To be corrected",
};

const REASONS: Record<RowReason, string> = {
  "missing-name": "No name",
  "bad-name": "This is not readable as a name",
  "missing-phone": "No phone number",
  "bad-phone": "This is not readable as one phone number",
  "duplicate-in-file": "This person or number is listed more than once",
  "missing-place": "No place",
  "unknown-place": "There is no such place",
  "ambiguous-place": "Several places have this name",
  "inexact-place": "No place is spelled like this, some are similar",
  "place-conflict": "What is said of the place does not match",
  "wrong-code-system": "The place code is not from the Ministry of Home Affairs",
  "unknown-code": "There is no such place code",
  "unknown-kind": "The kind of participant is not clear",
  "bad-date": "This is not readable as a date",
};

const ASKED: Record<RosterAsked["askedBecause"], string> = {
  "which-sheet": "There are several sheets. Which one holds the participants?",
  "which-columns": "The headings are not readable. Which column holds the names?",
};

const FLAGS: Record<FileFlag["flag"], (count: number) => string> = {
  "hidden-rows": (count) => `${digits.en(count)} hidden ${count === 1 ? "row was" : "rows were"} read too`,
  "hidden-columns": (count) => `${digits.en(count)} hidden ${count === 1 ? "column was" : "columns were"} read too`,
  "hidden-sheets": (count) => `${digits.en(count)} hidden ${count === 1 ? "sheet was" : "sheets were"} not read`,
  "other-sheets": (count) => `${digits.en(count)} other ${count === 1 ? "sheet was" : "sheets were"} not read`,
  "personal-columns": (count) =>
    `${digits.en(count)} ${count === 1 ? "column" : "columns"} of personal data not needed here: not read, not kept`,
  "formulas-without-value": (count) =>
    `${digits.en(count)} ${count === 1 ? "formula has" : "formulas have"} no value yet`,
  "error-cells": (count) => `${digits.en(count)} ${count === 1 ? "cell shows" : "cells show"} a mistake of Excel`,
  "rounded-numbers": (count) => `${digits.en(count)} ${count === 1 ? "number was" : "numbers were"} rounded by Excel`,
  "days-from-1904": () => "Dates are counted from 1904",
  "guessed-encoding": () => "Please check the accents in the names",
  "lines-left-out": (count) => `${digits.en(count)} ${count === 1 ? "row is" : "rows are"} not about people: not read`,
};

const CODES: Record<CodeSystem, string> = {
  none: "",
  kemendagri: "",
  bps: "The place codes in this file are those of Statistics Indonesia (BPS). The names of the places were used.",
  clash: "Most place codes do not match the names beside them. Please check the column of codes.",
};

export const rosterTerminal: typeof indonesian = {
  verdicts: VERDICTS,
  reasons: REASONS,
  asked: ASKED,
  flags: FLAGS,
  codes: CODES,
  notFound: "This file cannot be opened.",
  counts: ({ rows, ok, doubt, errors }) =>
    `${rows} ${rows === 1 ? "row" : "rows"}: ✅ ${ok} fine · ❓ ${doubt} to be confirmed · ❌ ${errors} to be corrected`,
  statuses: (fresh, changed, same) => `${fresh} new · ${changed} changed · ${same} the same`,
  missing: (count) =>
    `${digits.en(count)} ${count === 1 ? "person is" : "people are"} in the older roster and not in this file`,
  otherClass: (count, name) =>
    `${digits.en(count)} ${count === 1 ? "row names" : "rows name"} another class than ${name}`,
  line: (line) => `Row ${line}`,
  candidates: "Choices",
  change: (from, to) => `${from === "" ? "(empty)" : from} → ${to}`,
  district: (name) => `Kec. ${name}`,
};
