// The page of somebody's own data: plain HTML without anything to load, which every phone's browser opens, also without a signal.
import { OWN_DATA_FIELDS, OWN_DATA_TABLES, type OwnData, type OwnDataRow } from "../../domain/own-data.js";
import type { Zone } from "../../domain/zone.js";
import { dayAndTime, plainDay } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";

interface Frame {
  zone: Zone;
  now: Date;
}

export function drawOwnDataPage(texts: Texts, data: OwnData, frame: Frame): string {
  const { ownDataPage: words, language } = texts;
  const sections = OWN_DATA_TABLES.map((table) => {
    const rows = data[table].map((row) => drawRow(texts, row, frame));
    return `<h2>${safe(words.tables[table])}</h2>\n${rows.length === 0 ? `<p>${safe(words.nothing)}</p>` : rows.join("\n")}`;
  });
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(words.title)}</title>
<style>body{font:16px/1.5 sans-serif;margin:1em;max-width:40em}h2{margin:1.5em 0 .3em}dl{border-left:3px solid #ccc;margin:.6em 0;padding-left:.7em}dt{color:#555;font-size:.85em}dd{margin:0 0 .3em;overflow-wrap:anywhere}</style>
<h1>${safe(words.title)}</h1>
<p>${safe(words.intro(dayAndTime(language, frame.zone, frame.now)))}</p>
${sections.join("\n")}
</html>
`;
}

function drawRow(texts: Texts, row: OwnDataRow, frame: Frame): string {
  const shown = OWN_DATA_FIELDS.flatMap((field) => {
    const value = readable(texts, row[field], frame);
    return value === "" ? [] : [`<dt>${safe(texts.ownDataPage.fields[field])}</dt><dd>${safe(value)}</dd>`];
  });
  return `<dl>${shown.join("")}</dl>`;
}

function readable(texts: Texts, value: OwnDataRow[keyof OwnDataRow], { zone }: Frame): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayAndTime(texts.language, zone, value);
  if (typeof value === "boolean") return value ? texts.ownDataPage.yes : texts.ownDataPage.no;
  if (typeof value === "object") return value.join(", ");
  const text = String(value);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? plainDay(texts.language, text as Parameters<typeof plainDay>[1]) : text;
}

/** What people wrote stays text, whatever characters they used. */
function safe(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
