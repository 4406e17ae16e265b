// What is said of a roster's file and of each of its lines: in the chat, in the file that goes back, and in the terminal.
import type { CodeSystem } from "../../domain/roster/places/code-system.js";
import type { FileFlag, RefusedBecause, RosterAsked } from "../../domain/roster/reading/roster-reading.js";
import type { RowReason, RowVerdict } from "../../domain/roster/row-verdict.js";
import { digits } from "../digits.js";
import type { rosterFile as indonesian } from "../id/roster-file.js";

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

const REFUSED: Record<RefusedBecause, string> = {
  empty: "This file is empty.",
  "too-big": "This file is too large. The limit is 20 MB.",
  "too-many-rows": "This file has too many rows. The limit is 25,000. Please split it into several files.",
  "too-heavy": "This file is too heavy to read. Please split it into several files.",
  bomb: "This file is packed so tightly that it is not safe to open. Please save it again with Excel.",
  password: "This file is locked with a password. Please save it without one.",
  "cut-off": "The end of this file is missing. Please send it again.",
  broken: "This file is damaged. Please open it in Excel and save it again.",
  html: "This is a web page with the name of an Excel file. Please open it in Excel and save it as .xlsx.",
  entities: "This file holds references that are not safe to open. Please save it again with Excel.",
  "no-workbook": "There is no sheet in this file.",
  "other-format": "This kind of file cannot be read yet. Please save it as .xlsx.",
  "not-a-table": "This file is not a table. Please send an Excel or CSV file.",
  "no-people": "There are no names of people in this table.",
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

export const rosterFile: typeof indonesian = {
  verdicts: VERDICTS,
  reasons: REASONS,
  refused: REFUSED,
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
