// How trainers and admins take up their role: by their own invitation, proven by their own phone.
import type { Day } from "../../domain/time/calendar.js";
import { daySpan } from "../dates.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const problems = {
  other_phone:
    "Undangan ini dibuat untuk nomor telepon lain, jadi tidak bisa dipakai di akun ini. Bila Bapak/Ibu pelatih, mohon minta undangan atas nomor sendiri kepada panitia.",
  used: "Undangan ini sudah pernah dipakai. Bila bukan oleh Bapak/Ibu, mohon hubungi panitia untuk undangan baru.",
  revoked: "Undangan ini sudah ditarik oleh panitia. Mohon hubungi panitia bila ini keliru.",
  expired: "Masa berlaku undangan ini sudah lewat. Mohon minta undangan baru kepada panitia.",
  unknown: "Undangan itu tidak saya kenali. Mohon buka lagi tautan dari panitia.",
};

const sharePhone = "📱 Bagikan nomor saya";

export const staff = {
  askPhone: () =>
    paragraphs(
      rich`Selamat datang, Bapak/Ibu! Ini undangan untuk pelatih dan admin.`,
      rich`Supaya undangan ini tidak dipakai orang lain, tekan ${pressed(sharePhone)} di bagian paling bawah layar. Nomornya saya cocokkan dengan nomor di undangan.`,
    ),
  askName: () => rich`Siapa nama lengkap Bapak/Ibu? Nama ini dilihat peserta dan rekan admin.`,
  sharePhone,
  notOwnPhone: () => rich`Nomor yang terkirim bukan nomor akun ini. Mohon tekan tombol ${pressed(sharePhone)}.`,
  phoneMatches: () => rich`Nomornya cocok. Terima kasih!`,
  problem: (kind: keyof typeof problems) => rich`${problems[kind]}`,
  welcome: (name: string, classes: { name: string; startsOn: Day; endsOn: Day }[]) =>
    paragraphs(
      rich`Selamat bertugas, ${bold(name)}! Akun Telegram Bapak/Ibu sudah aktif.`,
      classes.length > 0 &&
        lines(
          "Kelas Bapak/Ibu:",
          ...classes.map((one) => rich`• ${bold(one.name)}, ${daySpan("id", one.startsOn, one.endsOn)}`),
        ),
      rich`Setiap hari kerja saya kabari bila ada peserta yang perlu dibantu. Semuanya juga bisa dilihat kapan saja dari menu.`,
    ),
};
