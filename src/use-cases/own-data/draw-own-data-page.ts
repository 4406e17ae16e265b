// The page of somebody's own data: plain HTML without anything to load, which every phone's browser opens, also without a signal.

import {
  OWN_DATA_FIELDS,
  OWN_DATA_TABLES,
  type OwnData,
  type OwnDataField,
  type OwnDataRow,
} from "../../domain/own-data/own-data.js";
import { isDay } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime, plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";

interface Frame {
  zone: Zone;
  now: Date;
}

export function drawOwnDataPage(texts: Texts, data: OwnData, frame: Frame): string {
  const { ownDataPage: words, language } = texts;
  const filled = OWN_DATA_TABLES.filter((table) => data[table].length > 0);
  const empty = OWN_DATA_TABLES.filter((table) => data[table].length === 0);
  const sections = filled.map((table) => {
    const rows = data[table].map((row) => drawRow(texts, row, frame));
    return `<h2>${safe(words.tables[table])}</h2>\n${rows.join("\n")}`;
  });
  const nothingIn = words.nothingIn(empty.map((table) => words.tables[table]).join(", "));
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(words.title)}</title>
<style>body{font:16px/1.5 sans-serif;margin:1em;max-width:40em}h2{margin:1.5em 0 .3em}dl{border-left:3px solid #ccc;margin:.6em 0;padding-left:.7em}dt{color:#555;font-size:.85em}dd{margin:0 0 .3em;overflow-wrap:anywhere}</style>
<h1>${safe(words.title)}</h1>
<p>${safe(words.intro(dayAndTime(language, frame.zone, frame.now)))}</p>
${sections.join("\n")}
<p>${safe(nothingIn)}</p>
</html>
`;
}

function drawRow(texts: Texts, row: OwnDataRow, frame: Frame): string {
  const shown = OWN_DATA_FIELDS.flatMap((field) => {
    const value = readable(texts, field, row[field], frame);
    return value === "" ? [] : [`<dt>${safe(texts.ownDataPage.fields[field])}</dt><dd>${safe(value)}</dd>`];
  });
  return `<dl>${shown.join("")}</dl>`;
}

function readable(texts: Texts, field: OwnDataField, value: OwnDataRow[OwnDataField], { zone }: Frame): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayAndTime(texts.language, zone, value);
  if (typeof value === "boolean") return value ? texts.ownDataPage.yes : texts.ownDataPage.no;
  if (typeof value === "object") return value.map((item) => inWords(texts, field, item)).join(", ");
  const text = String(value);
  return isDay(text) ? plainDay(texts.language, text) : inWords(texts, field, text);
}

/** Fields that hold a code; in the others people's own words could happen to look like one. */
const CODED: readonly OwnDataField[] = [
  ...([
    "language",
    "zone",
    "stoppedMessages",
    "kind",
    "state",
    "admission",
    "type",
    "answer",
    "obstacle",
    "reason",
  ] as const),
  ...(["resolution", "form", "action", "role", "delivery", "cause", "unreachableCause", "consent"] as const),
];

function inWords({ planWords, registration, ownDataPage }: Texts, field: OwnDataField, code: string): string {
  if (!CODED.includes(field)) return code;
  const tables = [ownDataPage.values, planWords.types, planWords.states, planWords.obstacles, registration.kinds];
  return tables.map((words): string | undefined => (words as Record<string, string>)[code]).find(Boolean) ?? code;
}

/** What people wrote stays text, whatever characters they used. */
function safe(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
