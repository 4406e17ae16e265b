// What a text file is, when it is no table.
import type { RefusedBecause } from "../../domain/roster/reading/roster-reading.js";

/** A byte-order mark and comments may come first. */
const BEFORE_TAGS = /^\ufeff?\s*(?:<!--[\s\S]*?-->\s*)*/;

/** Enough to hold what says so; the rest of a page can be large. */
const LOOKED_AT = 4096;

/** Why a text is no table, by how it begins; undefined where it may be one. */
export function whyNoTable(text: string): RefusedBecause | undefined {
  const start = text.slice(0, LOOKED_AT).replace(BEFORE_TAGS, "");
  if (/^(MIME-Version:|<(!doctype html|html|head|body|meta|table|style|div|title|script|base|font)\b)/i.test(start)) {
    return "html";
  }
  if (/^<\?xml/i.test(start)) {
    if (/<!DOCTYPE(?! html)|<!ENTITY/i.test(start)) return "entities";
    if (/<html/i.test(start)) return "html";
    return /Excel\.Sheet|office:spreadsheet|opendocument/i.test(start) ? "other-format" : "not-a-table";
  }
  if (/^[{[<]/.test(start)) return "not-a-table";
  // Letters are not controls: what holds some of these is a program, a picture or a sound.
  const controls = start.match(/[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu)?.length ?? 0;
  return controls > start.length / 100 ? "not-a-table" : undefined;
}
