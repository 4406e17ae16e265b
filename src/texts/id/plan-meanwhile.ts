// Two people of one library have written the same plan: what the second one reads, and chooses between.
import { fieldsThatDiffer, type PlanField, type PlanWords } from "../../domain/plans/plan-words.js";
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime, plainDay } from "../dates.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

export interface PlanMeanwhile {
  type: PlanType;
  /** Null: nobody noted who, or they have left. */
  author: string | null;
  /** Null: nobody noted when. */
  changed: { at: Date; zone: Zone } | null;
  now: PlanWords;
  own: PlanWords;
}

/** Two of each stand in one message. */
const SHOWN = 60;

const labels: Record<PlanField, string> = {
  activity: "kegiatan",
  targetOn: "tanggal",
  measure: "hasil",
  partner: "mitra",
};

const said = (words: PlanWords, field: PlanField): string => {
  const value = words[field];
  if (value === null) return "–";
  return field === "targetOn" && words.targetOn !== null ? plainDay("id", words.targetOn) : shortened(value, SHOWN);
};

const differing = (words: PlanWords, fields: PlanField[]) =>
  bullets(fields.map((field) => `${labels[field]}: ${said(words, field)}`));

export const planMeanwhile = {
  label: "pilihan",
  changed: ({ type, author, changed, now, own }: PlanMeanwhile) => {
    const fields = fieldsThatDiffer(now, own);
    const when = changed === null ? "" : ` (${dayAndTime("id", changed.zone, changed.at)})`;
    return paragraphs(
      rich`Sementara itu ${bold(shortened(author ?? "rekan Bapak/Ibu", SHOWN))} mengubah rencana ${bold(planWords.types[type])}${when}.`,
      lines(bold("Yang tersimpan sekarang:"), differing(now, fields)),
      lines(bold("Isian Bapak/Ibu:"), differing(own, fields)),
      rich`Mana yang dipakai?`,
    );
  },
  mine: "✅ Pakai isian saya",
  theirs: "Pakai yang tersimpan",
  left: () => rich`Baik, yang dipakai rencana ini. Isian Bapak/Ibu tadi tidak disimpan.`,
};
