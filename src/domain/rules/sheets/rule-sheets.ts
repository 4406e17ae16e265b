// The sheets of the workbook of rules, and by which headings their columns are known, in both languages.
import type { Language } from "../../people/person.js";
import type { PlanType } from "../../plans/work-plan.js";
import type { Question } from "../../reports/questionnaire.js";

export const RULE_SHEETS = [
  "questions",
  "choices",
  "obstacles",
  "reminders",
  "hours",
  "holidays",
  "budget",
  "keeping",
] as const;
export type RuleSheet = (typeof RULE_SHEETS)[number];

type Both = Readonly<Record<Language, string>>;

export const SHEET_NAMES: Readonly<Record<RuleSheet | "notes", Both>> = {
  notes: { id: "Petunjuk", en: "Read me" },
  questions: { id: "Pertanyaan", en: "Questions" },
  choices: { id: "Pilihan jawaban", en: "Choices" },
  obstacles: { id: "Kendala", en: "Obstacles" },
  reminders: { id: "Pengingat", en: "Reminders" },
  hours: { id: "Jam", en: "Hours" },
  holidays: { id: "Hari libur", en: "Holidays" },
  budget: { id: "Batas pesan", en: "Message limits" },
  keeping: { id: "Penyimpanan", en: "Keeping" },
};

const words = {
  labelId: { id: "Nama pendek (Indonesia)", en: "Short name (Indonesian)" },
  labelEn: { id: "Nama pendek (Inggris)", en: "Short name (English)" },
} as const;

const values = {
  code: { id: "Kode", en: "Code" },
  meaning: { id: "Arti", en: "Meaning" },
  value: { id: "Nilai", en: "Value" },
  shipped: { id: "Bawaan", en: "As delivered" },
  bounds: { id: "Boleh", en: "Allowed" },
} as const;

export const SHEET_COLUMNS = {
  questions: {
    plan: { id: "Rencana", en: "Plan" },
    code: { id: "Kode", en: "Code" },
    kind: { id: "Jenis", en: "Kind" },
    needed: { id: "Wajib", en: "Required" },
    max: { id: "Paling banyak", en: "At most" },
    partOf: { id: "Bagian dari", en: "Part of" },
    ...words,
    shortId: { id: "Tombol (Indonesia)", en: "Button (Indonesian)" },
    shortEn: { id: "Tombol (Inggris)", en: "Button (English)" },
    askId: { id: "Pertanyaan (Indonesia)", en: "Question (Indonesian)" },
    askEn: { id: "Pertanyaan (Inggris)", en: "Question (English)" },
    exampleId: { id: "Contoh (Indonesia)", en: "Example (Indonesian)" },
    exampleEn: { id: "Contoh (Inggris)", en: "Example (English)" },
  },
  choices: {
    question: { id: "Kode pertanyaan", en: "Code of question" },
    code: { id: "Kode", en: "Code" },
    ...words,
  },
  obstacles: { code: { id: "Kode", en: "Code" }, ...words },
  holidays: { day: { id: "Tanggal", en: "Date" }, name: { id: "Nama", en: "Name" } },
  reminders: values,
  hours: values,
  budget: values,
  keeping: values,
} as const satisfies Record<RuleSheet, Record<string, Both>>;

export type ColumnOf<Sheet extends RuleSheet> = keyof (typeof SHEET_COLUMNS)[Sheet];

/** Columns that are there to be read: changing them, or taking them out, changes nothing. */
export const ONLY_READ = ["meaning", "shipped", "bounds"] as const;

/** By these a sheet is known whatever it is called. */
export const NEEDED_COLUMNS = {
  questions: ["plan", "code", "kind", "askId"],
  choices: ["question", "code", "labelId"],
  obstacles: ["code", "labelId", "labelEn"],
  holidays: ["day", "name"],
  reminders: ["code", "value"],
  hours: ["code", "value"],
  budget: ["code", "value"],
  keeping: ["code", "value"],
} as const satisfies { [Sheet in RuleSheet]: readonly ColumnOf<Sheet>[] };

export const KIND_NAMES: Readonly<Record<Question["kind"], Both>> = {
  amount: { id: "angka", en: "number" },
  text: { id: "teks", en: "text" },
  day: { id: "tanggal", en: "date" },
  choice: { id: "pilih satu", en: "choose one" },
  choices: { id: "pilih beberapa", en: "choose several" },
};

export const PLAN_NAMES: Readonly<Record<PlanType, Both>> = {
  information_services: { id: "Layanan informasi", en: "Information services" },
  community_engagement: { id: "Pelibatan masyarakat", en: "Community engagement" },
  advocacy: { id: "Advokasi", en: "Advocacy" },
};

export const NEEDED_NAMES = { yes: { id: "ya", en: "yes" }, no: { id: "tidak", en: "no" } } as const;

/** Below the instructions: which version the workbook was made of. */
export const VERSION_MARK = { id: "Versi aturan", en: "Version of rules" } as const;
