// Every form from its opening to its end, in the first class of hostile-scene.ts.
import { FORMS, type FormName } from "../../../src/bot/forms/forms.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { sendsRules, valuesWorkbook } from "../../support/files/rules-workbook.js";
import { plainList } from "../../support/plain/plain-rosters.js";
import type { Who } from "../../support/stage/every-button.js";
import { digest, type Snapshot } from "../../support/stage/snapshot.js";
import type { Stage } from "../../support/stage/stage.js";
import type { Side } from "./hostile-scene.js";

export type WalkAct = (phone: Person, press: (choice: string | RegExp) => void) => unknown;

export const FORM_NAMES = Object.keys(FORMS) as FormName[];

/** Each form from its opening to its end; what is pressed is pressed as often as the test says. */
export const WALKS: Record<FormName, { who: Who; acts: WalkAct[] }> = {
  registration: {
    who: "stranger",
    acts: [
      (p) => p.start("masuk-kepri"),
      (_, press) => press("✅ Setuju"),
      (p) => p.says("Lewati"),
      (p) => p.says("Tono Susilo"),
      (_, press) => press("Perpustakaan desa"),
      (_, press) => press("Kab. Bintan"),
      (_, press) => press("Teluk Sebong"),
      (_, press) => press("Berakit"),
      (_, press) => press("⬅️ Kembali"),
      (_, press) => press("Berakit"),
      (_, press) => press("Perpustakaan Desa Berakit"),
      (_, press) => press("✏️ Nama"),
      (p) => p.says("Tono"),
      (_, press) => press("✅ Benar, daftarkan"),
    ],
  },
  plan: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "plan:3"),
      (p) => p.says("Bertemu kepala desa tentang anggaran buku"),
      (_, press) => press(/⬅️ Kembali/),
      (p) => p.says("Bertemu kepala desa"),
      (_, press) => press(/Batal/),
    ],
  },
  report: {
    who: "participant",
    acts: [(p) => p.pressesOn(1, "report:1"), (_, press) => press(/[Tt]idak ada perubahan/)],
  },
  add_files: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "report:1"),
      (_, press) => press(/[Tt]idak ada perubahan/),
      (p) => p.sendsPhoto(),
      (_, press) => press(/^Ya, tambahkan/),
    ],
  },
  question: { who: "trainer", acts: [(p) => p.pressesOn(1, "question:1"), (_, press) => press("Boleh, silakan.")] },
  feedback: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "feedback:1"),
      (_, press) => press(/^5/),
      (_, press) => press(/^4/),
      (_, press) => press(/⬅️ Kembali/),
      (_, press) => press(/^3/),
      (_, press) => press(/^4/),
      (_, press) => press(/^1/),
      (p) => p.says("Latihan menulis rencana"),
      (_, press) => press(/Lewati/),
      (_, press) => press(/Sertakan nama/),
      (_, press) => press(/Tanpa nama/),
      (_, press) => press(/^✅ Kirim/),
    ],
  },
  quick_answer: { who: "trainer", acts: [(p) => p.pressesOn(1, "write_answer"), (p) => p.says("Boleh, silakan.")] },
  story: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "write_story"),
      (p) => p.says("Seorang ibu penjual kue"),
      (p) => p.says("Hanya dijual kepada tetangga"),
      (p) => p.says("Pelatihan berjualan lewat HP"),
      (p) => p.says("Ada pesanan setiap pekan"),
      (p) => p.says("Sekarang saya kewalahan"),
      (_, press) => press("Lewati"),
      (_, press) => press("✅ Kirim cerita"),
    ],
  },
  story_guardian: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "guardian:1"),
      (p) => p.says("Ibu Ratna Sari"),
      (_, press) => press("Orang tua"),
      (_, press) => press("Surat tertulis"),
      (_, press) => press("Hari ini"),
      (_, press) => press("✅ Simpan izin"),
    ],
  },
  story_typing: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "type_story:1"),
      (_, press) => press("Sebelumnya"),
      (p) => p.says("Dulu hanya dijual kepada tetangga"),
    ],
  },
  material: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "write_material"),
      (_, press) => press("Advokasi"),
      (p) => p.says("Kapan laporan dikirim?"),
      (p) => p.says("Setiap akhir bulan."),
      (_, press) => press("✅ Simpan"),
    ],
  },
  move_session: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "move_session:1"),
      (p) => p.says("20 Juni 2024"),
      (p) => p.says("13.00"),
      (_, press) => press(/^✅ (Ya|Tetap)/),
    ],
  },
  length_session: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "length_session:1"),
      (_, press) => press(/^3 jam/),
      (_, press) => press("✅ Ya, ubah"),
    ],
  },
  place_session: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "place_session:1"),
      (p) => p.says("Aula lantai 2"),
      (_, press) => press("✅ Ya, ubah"),
    ],
  },
  announcement: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "announce"),
      (p) => p.says("Halo {nama}"),
      (_, press) => press("👥 Kepada"),
      (_, press) => press("✅ Selesai"),
      (_, press) => press(/^✅ Kirim/),
      (_, press) => press(/^✅ Ya/),
    ],
  },
  amend: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "amend:1"), (p) => p.says("Halo, yang benar Senin"), (_, press) => press(/^✅ Ganti/)],
  },
  audit_find: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "audit_find:day:all"), (_, press) => press(/^Hari ini/)],
  },
  exports: {
    who: "admin",
    acts: [
      (p) => p.says("/ekspor"),
      (_, press) => press("📝 Laporan"),
      (_, press) => press("Semua wilayah saya"),
      (_, press) => press("Juni 2024"),
      (_, press) => press("Memantau tindak lanjut"),
    ],
  },
  export: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "export_announcement:1"), (p) => p.says("Pemeriksaan")],
  },
  correction: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "ask_correction:1"),
      (_, press) => press(/Foto\/dokumen/),
      (_, press) => press("✅ Selesai"),
      (p) => p.says("Fotonya belum jelas"),
    ],
  },
  contact: {
    who: "trainer",
    acts: [(p) => p.pressesOn(1, "talk_note:1"), (p) => p.says("Menunggu dana desa")],
  },
  extension: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "extend:1"),
      (_, press) => press(/^3 rencana/),
      (_, press) => press(/^Sampai /),
      (p) => p.says("Listrik padam"),
    ],
  },
  away: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "say_away"),
      (p) => p.says("15 Juni 2024"),
      (p) => p.says("16 Juni 2024"),
      (_, press) => press("Tanpa pengganti"),
      (_, press) => press("✅ Simpan"),
    ],
  },
  cover: {
    who: "trainer",
    acts: [(p) => p.pressesOn(1, "change_cover:1"), (_, press) => press("Tanpa pengganti")],
  },
  pause: {
    who: "participant",
    acts: [(p) => p.pressesOn(1, "pause"), (_, press) => press("🌴 Cuti"), (_, press) => press(/^1 minggu/)],
  },
  place_pause: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "new_place_pause"),
      (_, press) => press("Kepulauan Riau"),
      (_, press) => press("Seluruh provinsi"),
      (_, press) => press(/^1 minggu/),
      (_, press) => press("Ya"),
      (_, press) => press("✅ Jeda sekarang"),
    ],
  },
  remind: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "remind:late"),
      (_, press) => press("✏️ Isi"),
      (p) => p.says("Saya di kantor, {nama}"),
      (_, press) => press("✏️ Orang"),
      (_, press) => press("Kosongkan"),
      (_, press) => press(/^⬜/),
      (_, press) => press("✅ Sudah"),
      (_, press) => press("✅ Kirim"),
    ],
  },
  write: {
    who: "trainer",
    acts: [(p) => p.pressesOn(1, "write:class-1"), (p) => p.says("Besok libur"), (_, press) => press("✅ Kirim")],
  },
  staff_name: { who: "admin", acts: [(p) => p.says("halo"), (p) => p.says("Budi Santoso")] },
  staff_invitation: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "invite_trainer:1"),
      (p) => p.says("Mahmud Hidayat"),
      (p) => p.says("0812 7777 8888"),
      (_, press) => press("✅ Buat undangan"),
    ],
  },
  roster: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "roster:1"),
      (p) =>
        p.sendsDocument({
          name: "peserta.csv",
          mime: "text/csv",
          bytes: plainList("Wati;0812 7777 1111;21.01.08.2001;;"),
        }),
      (_, press) => press("✏️ Kolom"),
      (_, press) => press(/^A · Nama/),
      (_, press) => press("nama"),
      (_, press) => press(/^✅ Simpan/),
    ],
  },
  rules: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "send_rules"),
      sendsRules(valuesWorkbook({ perWeek: 5 })),
      (_, press) => press("✅ Berlakukan"),
    ],
  },
  practice: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "make_practice"),
      (_, press) => press("Berikutnya ➡️"),
      (_, press) => press(/^Kep\. Riau|^Kepulauan Riau/),
    ],
  },
  cohort: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "new_cohort"),
      (_, press) => press("2025"),
      (_, press) => press("Bimtek SPP-TIK 2025"),
    ],
  },
  wave: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "new_wave:1"), (p) => p.says("1 Juli 2024"), (p) => p.says("12 Juli 2024")],
  },
  class: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "new_class:1:21"),
      (p) => p.says("1 Juli 2024"),
      (_, press) => press("Jum 5 Jul"),
      (_, press) => press("Bimtek SPP-TIK Kepulauan Riau"),
      (_, press) => press("Daring"),
      (_, press) => press("✅ Buat kelas"),
    ],
  },
  copy_class: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "copy_class:1"),
      (p) => p.says("1 Juli 2024"),
      (_, press) => press("Bimtek SPP-TIK Kepulauan Riau"),
      (_, press) => press("✅ Salin"),
    ],
  },
  class_detail: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "change_class:1:venue"), (p) => p.says("Hotel Aston, Tanjungpinang")],
  },
  shift_class: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "shift_class:1"), (p) => p.says("1 Juli 2024"), (_, press) => press("✅ Geser")],
  },
  session: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "add_session:1"),
      (_, press) => press("Penutupan"),
      (_, press) => press("Jum 28 Jun"),
      (p) => p.says("13.00"),
      (_, press) => press(/menit|jam/),
      (_, press) => press("Tatap muka"),
      (p) => p.says("Aula"),
      (_, press) => press("✅ Tambah sesi"),
    ],
  },
};

/**
 * Every row there is but the last tap itself, so that nothing that a tap too many does stays hidden; and but where a
 * card stands: an end that is told once more after a crash stands where nobody knows.
 */
export const everyRow = (db: Stage["db"]): Promise<Snapshot> => digest(db, { tables: ["taps", "announcement_boards"] });

export const phoneOf = (who: Who, side: Side, stranger: Person) => (who === "stranger" ? stranger : side[who]);

export function buttonOf(phone: Person, choice: string | RegExp): { message_id: number; data: string } {
  for (const { message_id, reply_markup } of phone.received().toReversed()) {
    for (const button of reply_markup?.inline_keyboard.flat() ?? []) {
      const isIt = typeof choice === "string" ? button.text === choice : choice.test(button.text);
      if (isIt && "callback_data" in button) return { message_id, data: button.callback_data };
    }
  }
  throw new Error(`No button ${choice}: ${phone.buttons().join(" ")}`);
}
