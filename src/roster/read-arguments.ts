// What was typed behind `npm run roster --`.
import { parseArgs } from "node:util";
import type { Language } from "../domain/people/person.js";
import type { ColumnRole, RosterChoices } from "../domain/roster/reading/roster-reading.js";

export const HELP = `Menilai daftar peserta tanpa menyimpan apa pun · Judges a roster's file and writes nothing

  npm run roster -- FILE [--class CODE] [--json]

  --class CODE       kelas untuk baris tanpa kelas · the class of rows that name none
  --against FILE     daftar lama: baru, berubah, atau sama · an older roster: what is new, changed, the same
  --sheet NAME       lembar yang dibaca, boleh lebih dari satu · a sheet to read, may be repeated
  --column B=phone   isi sebuah kolom · what a column holds: name, phone, code, province, kabupaten, kecamatan,
                     village, address, kind, institution, className, startOn, endOn, other
  --lang id|en       bahasa · the language of the words (default id)
  --json             verdicts as JSON and nothing else; npm adds two lines of its own unless told not to:
                     npm run --silent roster -- FILE --json
  --help             prints this

Tanpa token dan tanpa basis data · Needs no token and no database.
Exit: 0 all rows are fine · 1 some are not · 2 the file was not read
`;

export interface RosterOptions {
  readonly file: string;
  readonly className: string | null;
  readonly against: string | null;
  readonly choices: RosterChoices;
  readonly language: Language;
  readonly json: boolean;
}

export type RosterArguments =
  | { readonly kind: "judge"; readonly options: RosterOptions }
  | { readonly kind: "help" }
  /** `message` names the argument and what it should be. */
  | { readonly kind: "fault"; readonly message: string };

const ROLES: readonly ColumnRole[] = [
  ...(["name", "phone", "code", "province", "kabupaten", "kecamatan", "village", "address"] as const),
  ...(["kind", "institution", "className", "startOn", "endOn", "other"] as const),
];

export function readArguments(typed: readonly string[]): RosterArguments {
  const parsed = parse(typed);
  if (typeof parsed === "string") return { kind: "fault", message: parsed };
  const { values, positionals } = parsed;
  if (values.help) return { kind: "help" };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return { kind: "fault", message: "Name one file: npm run roster -- FILE" };
  if (values.lang !== "id" && values.lang !== "en") {
    return { kind: "fault", message: `--lang is neither id nor en: ${values.lang}` };
  }
  const columns = (values.column ?? []).map(readColumn);
  const unreadable = columns.indexOf(null);
  if (unreadable !== -1)
    return { kind: "fault", message: `--column is not like B=phone: ${values.column?.[unreadable]}` };
  const choices: RosterChoices = {
    ...(values.sheet === undefined ? {} : { sheets: values.sheet }),
    ...(columns.length === 0 ? {} : { columns: columns.filter((column) => column !== null) }),
  };
  const { json, lang: language, class: className = null, against = null } = values;
  return { kind: "judge", options: { file, className, against, choices, language, json } };
}

/** "AB=phone": the column's letters as the spreadsheet shows them. */
function readColumn(text: string): { column: number; role: ColumnRole } | null {
  const [, letters = "", said] = /^([A-Z]{1,3})=(\w+)$/i.exec(text) ?? [];
  const role = ROLES.find((each) => each === said);
  if (role === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, role };
}

/** The options as texts, or what is wrong with them. */
function parse(typed: readonly string[]) {
  try {
    return parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: {
        class: { type: "string" },
        against: { type: "string" },
        sheet: { type: "string", multiple: true },
        column: { type: "string", multiple: true },
        lang: { type: "string", default: "id" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // An unknown option, or one without its value: Node's own sentence says which.
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      return error.message;
    }
    throw error;
  }
}
