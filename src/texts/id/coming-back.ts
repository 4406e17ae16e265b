// To somebody who had blocked the bot and is here again.
import type { PostKind } from "../../domain/messages/post-kind.js";
import { lines, paragraphs, rich } from "../rich.js";

const KINDS: Record<PostKind, string> = {
  operator_alarm: "kabar teknis",
  account: "kabar tentang akun",
  account_question: "pertanyaan tentang akun",
  answer: "jawaban",
  question: "pertanyaan",
  role_change: "perubahan tugas",
  cover: "kabar tentang pengganti",
  untended: "kabar kelas tanpa pelatih",
  practice_gone: "kabar data latihan",
  schedule_change: "perubahan jadwal",
  plans_asked: "permintaan rencana kerja",
  plans_unasked: "penarikan permintaan rencana kerja",
  deadline_change: "perubahan batas waktu",
  pause_begun: "kabar jeda",
  pause_over: "kabar akhir jeda",
  pause_told: "kabar jeda peserta",
  session_reminder: "pengingat sesi",
  online_link: "tautan sesi daring",
  class_day: "kabar hari kelas",
  overdue_alert: "kabar tindak lanjut",
  daily_summary: "ringkasan harian",
  admission_request: "permintaan izin bergabung",
  colleague: "kabar tentang rekan",
  approval_request: "permintaan persetujuan",
  escalation: "pertanyaan yang belum dijawab",
  trainer_message: "pesan dari pelatih",
  class_message: "pesan pelatih untuk kelas",
  nudge: "pengingat dari pelatih",
  plan_reminder: "pengingat rencana kerja",
  snoozed_reminder: "pengingat yang ditunda",
  week_of_province: "kabar mingguan program",
  feedback_invitation: "permintaan masukan",
  story_told: "kabar cerita perubahan",
  story_typed: "tulisan dari pesan suara",
  story_withdrawn: "penarikan izin cerita",
  story_of_others: "cerita dari perpustakaan lain",
  draft_nudge: "pengingat isian yang belum selesai",
  announcement_change: "ralat pengumuman",
  read_reminder: "permintaan membaca pengumuman",
  call_list: "daftar telepon",
  announcement: "pengumuman",
};

export const comingBack = {
  kinds: KINDS,
  offer: (missed: { kind: PostKind; count: number }[]) =>
    paragraphs(
      lines(
        "Senang bertemu lagi, Bapak/Ibu! 😊 Selama kita tidak terhubung, ada pesan yang tidak sampai:",
        ...missed.map(({ kind, count }) => rich`• ${count} ${KINDS[kind]}`),
      ),
      "Mau saya kirimkan sekarang?",
    ),
  bring: "Ya, kirimkan",
  leave: "Tidak perlu",
  brought: (count: number) => rich`Baik, ${count} pesan segera saya kirimkan.`,
  nothingLeft: () =>
    rich`Pesan-pesan itu sudah dikirimkan atau sudah tidak berlaku. Tidak ada yang perlu Bapak/Ibu lakukan.`,
  left: () => rich`Baik, tidak saya kirimkan. Pesan berikutnya akan sampai seperti biasa.`,
};
