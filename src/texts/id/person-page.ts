// One person's page, for those who look after them.
import type { TryWay } from "../../domain/caseload/with-province.js";
import type { PauseReason } from "../../domain/people/pause.js";
import { isOfAmount } from "../../domain/reports/questionnaire.js";
import { dayAndMonth, shortDay } from "../dates.js";
import { personPage as layout, type PersonView, type PersonWords } from "../layouts/caseload/person-page.js";
import { shortened } from "../layouts/classes/session-words.js";
import { talked } from "./care-acts.js";
import { pauses } from "./pauses.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import { reportWords } from "./report-words.js";

const because = (reason: PauseReason | null) => (reason === null ? "" : ` (${pauses.reasons[reason]})`);
const day = (on: Parameters<typeof dayAndMonth>[1]) => dayAndMonth("id", on);

const tryWays: Record<TryWay, string> = { ...talked, reminded: "diingatkan", contacted: "dihubungi" };

const pleaseRemind = ({ wantsNoReminders }: PersonView) => (wantsNoReminders ? "" : " Mohon diingatkan.");

/** A question as long as this is still known again. */
const QUESTION = 60;

const words: PersonWords = {
  inClass: (className, phone) => [className, phone === null ? "nomor belum tercatat" : `📞 ${phone}`].join(" · "),
  cause(view) {
    switch (view.standing) {
      case "not_joined":
        return "⚪ Belum bergabung. Mohon dikirimi undangan.";
      case "paused":
        return `⏸ Jeda${view.pause === null ? "" : ` sampai ${day(view.pause.untilOn)}${because(view.pause.reason)}`}. Belum perlu diingatkan.`;
      case "obstacle":
        return "⚠️ Ada kendala. Mohon dibantu.";
      case "awaiting_review":
        return "📥 Menunggu tinjauan pelatih.";
      case "stopped_midway":
        return view.stoppedAt === null
          ? `✍️ Berhenti di tengah isian.${pleaseRemind(view)}`
          : `✍️ Berhenti di tengah ${view.stoppedAt.about}${view.stoppedAt.question === null ? ", tinggal dikirim" : `: “${shortened(view.stoppedAt.question, QUESTION)}”`}`;
      case "silent":
        return `🔇 Diam.${pleaseRemind(view)}`;
      case "finished":
        return "🏁 Semua rencana selesai.";
      case "blocked":
      case "on_course":
        return false;
    }
  },
  unreachable: (cause, phone) =>
    `🚫 ${cause === "gone" ? "Akun tidak aktif lagi" : "Memblokir bot"}, jadi pesan tidak sampai. ${
      phone === null ? "Mohon ditemui." : "Mohon telepon atau WhatsApp."
    }`,
  noReminders: (phone) =>
    `🔕 Meminta tidak dikirimi pengingat. ${phone === null ? "Mohon ditemui." : "Mohon telepon atau WhatsApp."}`,
  help: (since) => `🆘 Minta bantuan sejak ${day(since)}`,
  asked: (since) => `💬 Menunggu jawaban sejak ${day(since)}`,
  rests: (to) => `Sudah ditindaklanjuti, muncul lagi ${day(to)}`,
  withProvince: (since, asks) =>
    `🏛 Dibantu provinsi sejak ${day(since)}${asks ? ". Mohon ditelepon atau dikunjungi." : ""}`,
  tried: (tries) =>
    `Sudah ${tries
      .map(
        ({ way, times, on, by }) =>
          `${tryWays[way]} ${times}× (${times > 1 ? "terakhir " : ""}${day(on)}${by === null ? "" : `, ${by}`})`,
      )
      .join(", ")}, belum ada kabar.`,
  plan: ({ type, state, light, dueOn, daysLate, extendedBy }) =>
    `${planWords.lights[light]} ${planWords.types[type]}: ${planWords.states[state]}${
      daysLate > 0 ? `, terlambat ${daysLate} hari` : state === "done" ? "" : `, batas ${shortDay("id", dueOn)}`
    }${extendedBy === null ? "" : ` (diundur ${extendedBy})`}`,
  reported: ({ number, type, state, on, obstacle, files, onBehalf }) =>
    [
      `${onBehalf ? "✍️ Diisi pelatih" : "Laporan terakhir"} ${day(on)}: ${planWords.shortTypes[type]} ${planWords.states[state]}`,
      obstacle !== null && planWords.obstacle(obstacle),
      files > 0 && `${files} foto/dokumen`,
      number,
    ]
      .filter((part) => part !== false)
      .join(" · "),
  numbers: (answers) =>
    answers.some(isOfAmount) &&
    answers
      .filter(isOfAmount)
      .map((answer) => `${questionnaire.short(answer.question)} ${reportWords.value(answer)}`)
      .join(" · "),
  lastHeard: (on) => (on === null ? "Belum pernah ada kabar" : `Kabar terakhir ${day(on)}`),
  talk: ({ on, way, note, by }) =>
    `📝 ${day(on)} ${way === null ? "dihubungi" : talked[way]}${by === null ? "" : ` ${by}`}${note === null ? "" : `: ${note}`}`,
};

export const personPage = {
  page: (view: PersonView) => layout(words, view),
  whatsApp: "WhatsApp",
  invite: "Undang lewat WhatsApp",
  /** Ready in WhatsApp, to be changed and sent by hand. */
  toWrite: (data: { name: string; writer: string; isTrainer: boolean; libraryName: string }) =>
    `Bapak/Ibu ${data.name}, saya ${data.writer}${data.isTrainer ? ", pelatih Bimtek" : ", dari panitia Bimtek"}. Bagaimana kabar rencana kerja ${data.libraryName}? Bila ada kendala, silakan ceritakan di sini.`,
  toInvite: (data: { name: string; writer: string; isTrainer: boolean; className: string; link: string | null }) =>
    `Bapak/Ibu ${data.name}, saya ${data.writer}${data.isTrainer ? ", pelatih" : ", dari panitia"} ${data.className}. Mohon bergabung di bot tindak lanjut pelatihan${
      data.link === null ? "." : ` lewat tautan ini: ${data.link}`
    }`,
  answer: "💬 Jawab",
  review: "📥 Tinjau laporan",
  files: (count: number) => `🖼 Foto (${count})`,
  letters: "💬 Percakapan",
  report: (number: string) => `📄 ${number}`,
};
