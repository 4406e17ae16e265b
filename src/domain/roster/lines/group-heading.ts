// What one line, or the sheet's name, says of all the people below it: "B. KABUPATEN MUARO JAMBI", "Kelas: Jambi 2".
import type { RosterLine } from "../roster-line.js";

export type GroupField = "province" | "kabupaten" | "kecamatan" | "village" | "className";
export type Group = Readonly<Partial<Pick<RosterLine, GroupField>>>;

/** From the widest to the narrowest: a new one ends those below it. */
const FIELDS: readonly (readonly [GroupField, RegExp])[] = [
  ["className", /^(kelas|rombel)\b/i],
  ["province", /^(provinsi|propinsi|prov)\b/i],
  ["kabupaten", /^(kabupaten|kab|kota|kotamadya)\b/i],
  ["kecamatan", /^(kecamatan|kec|distrik)\b/i],
  ["village", /^(desa|kelurahan|kel|ds)\b/i],
];

const NUMBERED = /^(\(?([IVXLC]{1,6}|[A-Z]|\d{1,3})[.)] *)/i;

/** Undefined for a text that names no such group. The word for the level stays: "Kab. Bogor" and "Kota Bogor" are two. */
export function groupOf(text: string): { readonly field: GroupField; readonly value: string } | undefined {
  const words = text.replace(NUMBERED, "").trim();
  const [field, pattern] = FIELDS.find(([, level]) => level.test(words)) ?? [];
  if (field === undefined || pattern === undefined || words.length > 60) return undefined;
  const name = words
    .replace(pattern, "")
    .replace(/^[\s.:/-]+/, "")
    .trim();
  if (!/[\p{L}\d]/u.test(name) || /^(kota|kabupaten|kelurahan|desa)$/i.test(name)) return undefined;
  if (field === "className") return { field, value: words.includes(":") ? name : words };
  return { field, value: withLevel(words, name, pattern) };
}

/** "Kabupaten : Bogor" becomes "Kabupaten Bogor". */
function withLevel(words: string, name: string, pattern: RegExp): string {
  const [level = ""] = pattern.exec(words) ?? [];
  return /^(kota|kab|kabupaten|kotamadya)\b/i.test(name) ? name : `${level} ${name}`;
}

/** Adds a group and forgets the narrower ones of the group before. */
export function withGroup(groups: Group, found: { readonly field: GroupField; readonly value: string }): Group {
  const order = FIELDS.map(([field]) => field);
  // A class says nothing of places, and places nothing of the class.
  if (found.field === "className") return { ...groups, className: found.value };
  const kept = order.slice(0, order.indexOf(found.field));
  const left = Object.fromEntries(Object.entries(groups).filter(([field]) => kept.includes(field as GroupField)));
  return { ...left, [found.field]: found.value };
}
