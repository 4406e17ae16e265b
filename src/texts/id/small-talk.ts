// Answers to what people write as they would to a person: thanks, greetings, worries.
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { bold, paragraphs, pressed, rich } from "../rich.js";
import { reports } from "./reports.js";
import { threads } from "./threads.js";
import { workPlans } from "./work-plans.js";

/** "Bapak/Ibu Siti", or without a name. */
const to = (name: string) => (name === "" ? rich`Bapak/Ibu` : rich`Bapak/Ibu ${bold(name)}`);

/** Hours at which a part of the day begins. */
const partOfDay = (hour: number) =>
  hour < 4 || hour >= 18 ? "malam" : hour < 10 ? "pagi" : hour < 15 ? "siang" : "sore";

export const smallTalk = {
  thanks: (name: string) => rich`Sama-sama, ${to(name)} 🙏`,
  hello: (name: string, hour: number) => rich`Selamat ${partOfDay(hour)}, ${to(name)}. Ada yang bisa saya bantu?`,
  greeting: (reply: string, name: string) => rich`${reply}, ${to(name)}. Ada yang bisa saya bantu?`,
  who: () =>
    rich`Saya bot milik Perpusnas untuk peserta Bimtek SPP-TIK, bukan orang. Yang ditulis lewat ${pressed(threads.menu)} dibaca langsung oleh pelatih Bapak/Ibu.`,
  official: (contact: string) =>
    rich`Berhati-hati itu baik, Bapak/Ibu. Saya tidak pernah meminta uang, kata sandi, PIN, OTP, atau foto KTP. Untuk memastikan, silakan tanyakan kepada panitia atau ${contact}.`,
  broken: () =>
    rich`Maaf merepotkan, Bapak/Ibu. Isian yang sudah ada tetap tersimpan. Bila masih tidak bisa, tulis lewat ${pressed(threads.menu)}: apa yang ditekan dan apa yang terjadi.`,
  lost: () =>
    paragraphs(
      rich`Tidak apa-apa, Bapak/Ibu, kita pelan-pelan.`,
      rich`${pressed(workPlans.open)} untuk mengisi rencana kerja, ${pressed(reports.open)} untuk memberi kabar. Bila masih bingung, tanyakan kepada pelatih.`,
    ),
  later: () =>
    rich`Siap, Bapak/Ibu. Kapan saja boleh 🙏 Bila ingin diingatkan lagi, tekan ${pressed(workPlans.snooze.later)} di bawah pengingatnya.`,
  done: () => rich`Wah, bagus, Bapak/Ibu! Rencana mana yang sudah selesai?`,
  notYet: () => rich`Tidak apa-apa, Bapak/Ibu. Bila ada kendala, tekan tombol di bawah.`,
  obstacle: "⚠️ Ada kendala",
  ok: () => rich`Siap, Bapak/Ibu 🙏`,
  voice: () =>
    rich`Maaf, saya belum bisa mendengar pesan suara. Mohon tulis singkat, atau kirim suaranya kepada pelatih lewat ${pressed(threads.menu)}.`,
  picture: () => rich`Terima kasih. Foto atau berkas ini belum tersimpan. Untuk rencana yang mana?`,
  sticker: () => rich`😊🙏`,
  grief: (name: string) => rich`Kami turut prihatin, ${to(name)}. Utamakan keluarga dan kesehatan dulu.`,
  /** Something sad is named, and not whose it is. */
  worry: (name: string) =>
    rich`Semoga ${to(name)} dan keluarga baik-baik saja. Bila sedang ada musibah atau sakit, silakan jeda dulu: tidak ada pengingat, dan batas waktu rencana ikut mundur.`,
  pause: () => rich`Boleh, Bapak/Ibu. Selama jeda tidak ada pengingat, dan batas waktu rencana ikut mundur.`,
  /** What the trainers read: nothing about why. */
  moreTime: "Mohon perpanjangan batas waktu rencana kerja kami.",
  feast: (name: string) => rich`Terima kasih, ${to(name)}. Salam hangat untuk keluarga 🙏`,
  forgiveness: (name: string) => rich`Sama-sama, ${to(name)}, mohon maaf lahir dan batin 🙏`,
  rude: () => rich`Maaf bila saya membuat kesal, Bapak/Ibu. Supaya cepat terbantu, tulis kepada pelatih, ya.`,
  foreign: () =>
    rich`Maaf, saya baru mengerti Bahasa Indonesia dan Inggris. Silakan pilih tombol di bawah, atau tulis kepada pelatih.`,
  due: (day: Day, daysLeft: number) =>
    daysLeft < 0
      ? rich`Batas waktu rencana kerja Bapak/Ibu ${bold(plainDay("id", day))}, terlambat ${-daysLeft} hari. Tidak apa-apa, cukup beri kabar.`
      : daysLeft === 0
        ? rich`Batas waktu rencana kerja Bapak/Ibu ${bold("hari ini")}, ${plainDay("id", day)}. Melapor cukup dengan menekan dua atau tiga tombol.`
        : rich`Batas waktu rencana kerja Bapak/Ibu ${bold(plainDay("id", day))}, sisa ${daysLeft} hari.`,
  letter: () =>
    paragraphs(
      rich`Surat selesai terbit setelah ketiga rencana kerja selesai dan laporan terakhirnya diterima pelatih. Nanti bisa diambil di ${pressed(workPlans.open)}.`,
      rich`Untuk sertifikat pelatihan, silakan tanyakan kepada panitia.`,
    ),
  organisers: () =>
    rich`Maaf, soal itu saya belum tahu. Silakan tanyakan kepada panitia, atau lewat ${pressed(threads.menu)}.`,
};
