// To somebody who had blocked the bot and is here again.
import type { PostKind } from "../../domain/messages/post-kind.js";
import { lines, paragraphs, rich } from "../rich.js";

const KINDS: Record<PostKind, string> = {
  operator_alarm: "kabar teknis",
  answer: "jawaban",
  question: "pertanyaan",
  role_change: "perubahan tugas",
  practice_gone: "kabar data latihan",
  schedule_change: "perubahan jadwal",
  plans_asked: "permintaan rencana kerja",
  plans_unasked: "penarikan permintaan rencana kerja",
  deadline_change: "perubahan batas waktu",
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
  draft_nudge: "pengingat isian yang belum selesai",
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
