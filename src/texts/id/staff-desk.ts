// Trainers and admins, for the admins above them: who is on the list, their invitations, giving and taking roles.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { InvitationStanding } from "../../domain/people/invitation.js";
import type { PhoneFault } from "../../domain/people/phone.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import { shortened } from "../layouts/classes/session-words.js";
import { firstOf, listed } from "../lists.js";
import { bold, bullets, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";

export interface StaffRoleWords {
  role: "trainer" | "admin";
  /** Null: the whole country. */
  regionName: string | null;
}

const classNames = (names: readonly string[]) =>
  firstOf(
    names,
    (more) => `${digits.id(more)} kelas lain`,
    (name) => shortened(name, 40),
  );

export interface InvitationWords {
  name: string;
  role: "trainer" | "admin";
  classes: string[];
  link: string;
  /** On which it still works. */
  lastDay: Day;
}

export interface SpreadWords {
  provinceName: string;
  given: { className: string; trainerName: string }[];
  left: string[];
  loads: { name: string; classes: number }[];
  most: number;
}

export const roleName = ({ role, regionName }: StaffRoleWords) =>
  role === "trainer" ? "Pelatih" : regionName === null ? "Admin nasional" : `Admin ${regionName}`;

const standings: Record<InvitationStanding | "none", string> = {
  none: "belum diundang",
  open: "⏳ undangan belum dibuka",
  used: "✅ sudah bergabung",
  revoked: "undangan ditarik",
  expired: "undangan kedaluwarsa",
};

const phoneFaults: Record<PhoneFault, string> = {
  empty: "Mohon tulis nomor teleponnya.",
  letters: "Mohon tulis nomornya saja, tanpa huruf.",
  several: "Mohon tulis satu nomor saja.",
  rounded: "Nomor itu terpotong oleh Excel. Mohon tulis lengkap.",
  landline: "Itu nomor telepon rumah. Mohon tulis nomor ponsel yang dipakai di Telegram.",
  "too-short": "Nomornya kurang panjang. Mohon periksa lagi.",
  "too-long": "Nomornya terlalu panjang. Mohon periksa lagi.",
};

const invitedByOthers = (count: number) =>
  rich`${digits.id(count)} orang lainnya diundang oleh admin yang wilayahnya lebih luas.`;

export const staffDesk = {
  short: "👥 Pelatih",
  ofClass: (count: number) => `👤 Pelatih (${digits.id(count)})`,
  list: (className: string | null, count: number) =>
    count === 0
      ? className === null
        ? paragraphs(bold("Pelatih dan admin"), "Belum ada siapa pun. Tambahkan yang pertama.")
        : paragraphs(bold(`Pelatih ${className}`), "Kelas ini belum punya pelatih.")
      : paragraphs(
          className === null ? bold("Pelatih dan admin") : bold(`Pelatih ${className}`),
          "✅ sudah bergabung · ⏳ belum. Pilih nama untuk melihatnya.",
        ),
  entry: (name: string, hasJoined: boolean, isAdmin: boolean) =>
    fitLabel(name, undefined, { before: hasJoined ? "✅ " : "⏳ ", behind: isAdmin ? " · admin" : "" }),
  addTrainer: "➕ Pelatih baru",
  addKnown: "➕ Dari daftar",
  addAdmin: "➕ Admin",
  choose: (className: string) => rich`Siapa yang menjadi pelatih ${bold(className)}?`,
  noneToChoose: (className: string) =>
    rich`Belum ada pelatih lain di daftar untuk ${bold(className)}. Tambahkan pelatih baru.`,
  page: (words: {
    name: string;
    phone: string | null;
    roles: StaffRoleWords[];
    former: StaffRoleWords[];
    classes: string[];
    /** Of other admins. */
    otherClasses: number;
    standing: InvitationStanding | "none";
    hasJoined: boolean;
  }) =>
    paragraphs(
      bold(words.name === "" ? "Belum menyebut nama" : words.name),
      lines(
        ...words.roles.map((role) => roleName(role)),
        ...words.former.map((role) => rich`${roleName(role)} (dicabut)`),
        words.phone !== null && rich`📱 ${words.phone}`,
        words.hasJoined ? standings.used : standings[words.standing],
      ),
      words.classes.length > 0 && lines("Kelas:", bullets(words.classes)),
      words.otherClasses > 0 && rich`Mengajar juga ${words.otherClasses} kelas di wilayah admin lain.`,
    ),
  invitation: "✉️ Undangan WhatsApp",
  forward: ({ name, role, classes, link, lastDay }: InvitationWords) =>
    paragraphs(
      rich`Yth. Bapak/Ibu ${name},`,
      role === "trainer"
        ? classes.length > 0
          ? rich`Bapak/Ibu menjadi pelatih ${classes.join(", ")}.`
          : "Bapak/Ibu menjadi pelatih Bimtek SPP-TIK."
        : "Bapak/Ibu menjadi admin program Bimtek SPP-TIK.",
      "Mohon buka tautan ini di ponsel yang ada Telegram-nya, lalu tekan Mulai dan bagikan nomor Bapak/Ibu:",
      link,
      rich`Tautan ini hanya untuk Bapak/Ibu dan berlaku sampai ${plainDay("id", lastDay)}. Terima kasih.`,
    ),
  invitations: {
    button: "📄 Semua undangan (Excel)",
    short: "✉️ Undangan",
    /** What it is for, in the account of exports. */
    purpose: "Mengirim undangan",
    file: ({ waiting, total, others }: { waiting: number; total: number; others: number }) =>
      paragraphs(
        rich`${digits.id(total)} orang: ${digits.id(waiting)} belum membuka undangan, ${digits.id(total - waiting)} sudah bergabung. Setiap baris berisi teks yang siap dikirim lewat WhatsApp.`,
        others > 0 && invitedByOthers(others),
        "Berkas ini memuat nomor telepon dan undangan pribadi: mohon kirim setiap teks hanya kepada orangnya, dan jangan teruskan berkasnya.",
      ),
    none: (others: number) => paragraphs("Tidak ada undangan di sini.", others > 0 && invitedByOthers(others)),
    fileName: "undangan-pelatih",
    sheet: "Undangan",
    columns: {
      name: "Nama",
      phone: "Telepon",
      classes: "Kelas",
      standing: "Status",
      link: "Tautan",
      until: "Berlaku sampai",
      text: "Teks WhatsApp",
    },
    standing: { joined: "Sudah bergabung", waiting: "Belum membuka" },
  },
  spread: {
    button: "⚖️ Bagi kelas ke pelatih",
    preview: ({ provinceName, given, left, loads, most }: SpreadWords) =>
      paragraphs(
        rich`${bold(`Kelas tanpa pelatih, ${provinceName}`)}. Paling banyak ${most} kelas untuk setiap pelatih di gelombang ini.`,
        given.length === 0
          ? left.length === 0
            ? "Semua kelas sudah punya pelatih."
            : "Tidak ada pelatih yang bisa: belum ada, atau semua sudah penuh atau mengajar pada hari yang sama."
          : bullets(
              firstOf(
                given,
                (more) => `dan ${more} kelas lagi`,
                ({ className, trainerName }) => `${shortened(className, 28)} → ${shortened(trainerName, 20)}`,
              ),
            ),
        given.length > 0 &&
          rich`Setelah itu: ${firstOf(
            loads,
            (more) => `dan ${more} pelatih lagi`,
            ({ name, classes }) => `${shortened(name, 20)} ${classes}`,
          ).join(", ")}.`,
        given.length > 0 && left.length > 0 && rich`Tetap tanpa pelatih: ${left.length} kelas.`,
      ),
    confirm: (count: number) => `✅ Bagi ${digits.id(count)} kelas`,
    done: (count: number) =>
      rich`✅ ${digits.id(count)} kelas sudah punya pelatih. Pelatihnya melihat kelas itu di /kelas.`,
  },
  revoke: (role: StaffRoleWords) => fitLabel(roleName(role), undefined, { before: "⛔ Cabut: " }),
  giveBack: (role: StaffRoleWords) => fitLabel(roleName(role), undefined, { before: "↩️ Kembalikan: " }),
  leaveClass: (name: string) => fitLabel(name, undefined, { before: "➖ " }),
  toList: "⬅️ Daftar",
  toPerson: "⬅️ Kembali",
  askRevoke: (name: string, role: StaffRoleWords) =>
    paragraphs(
      rich`Cabut peran ${bold(roleName(role))} dari ${bold(name)}?`,
      "Haknya berakhir saat itu juga. Pertanyaan peserta yang menunggu berpindah ke pelatih lain atau ke provinsi. Peran ini dapat dikembalikan.",
    ),
  confirmRevoke: "⛔ Ya, cabut",
  keep: "Tidak jadi",
  revoked: (name: string, role: StaffRoleWords) => rich`Peran ${bold(roleName(role))} ${name} sudah dicabut.`,
  givenBack: (name: string, role: StaffRoleWords) => rich`Peran ${bold(roleName(role))} ${name} sudah dikembalikan.`,
  named: (name: string) =>
    rich`${bold(name)} ditetapkan sebagai admin di pengaturan server. Mohon minta tim teknis menghapusnya dari sana dahulu.`,
  teaches: (name: string, className: string) => rich`✅ ${bold(name)} sekarang pelatih ${bold(className)}.`,
  teachesNoMore: (name: string, className: string) =>
    rich`${bold(name)} tidak lagi menjadi pelatih ${bold(className)}.`,
  joined: (name: string) => rich`${bold(name)} sudah bergabung, jadi tidak perlu undangan.`,
  told: {
    given: (role: StaffRoleWords) =>
      rich`Bapak/Ibu sekarang bertugas sebagai ${bold(roleName(role))}. Tekan ${pressed(common.menu)} untuk mulai.`,
    taken: (role: StaffRoleWords) =>
      rich`Tugas Bapak/Ibu sebagai ${bold(roleName(role))} sudah berakhir. Terima kasih atas bantuannya selama ini.`,
    classesGiven: (names: readonly string[]) =>
      rich`Bapak/Ibu sekarang pelatih ${bold(listed("id", classNames(names)))}. Peserta dan jadwalnya ada di /kelas.`,
    classesTaken: (names: readonly string[]) =>
      paragraphs(
        rich`Bapak/Ibu tidak lagi menjadi pelatih ${bold(listed("id", classNames(names)))}.`,
        "Pesertanya tidak tampil lagi di sini. Bila ini keliru, mohon hubungi panitia.",
      ),
  },
  form: {
    about: "undangan baru",
    name: { label: "Nama", ask: () => rich`Siapa nama lengkapnya?`, example: "Mahmud Hidayat" },
    phone: {
      label: "Telepon",
      ask: () => rich`Berapa nomor ponselnya? Undangan hanya dapat dipakai oleh pemilik nomor ini.`,
      example: "0812 3456 7890",
      fault: (fault: PhoneFault) => rich`${phoneFaults[fault]}`,
    },
    scope: {
      label: "Wilayah",
      ask: () => rich`Admin untuk wilayah mana?`,
      country: "Seluruh Indonesia",
      province: "Satu provinsi",
      regency: "Satu kabupaten/kota",
    },
    confirm: "✅ Buat undangan",
    summary: (name: string, phone: string, role: StaffRoleWords, className: string | null) =>
      paragraphs(
        lines(
          bold(name),
          rich`📱 ${phone}`,
          className === null ? roleName(role) : rich`${roleName(role)} ${className}`,
        ),
        "Sudah benar?",
      ),
    done: (name: string) =>
      rich`✅ Undangan untuk ${bold(name)} siap. Tekan tombol di bawah, lalu teruskan pesannya lewat WhatsApp.`,
    given: (name: string) =>
      rich`✅ ${bold(name)} sudah memakai bot ini, jadi langsung bertugas dan sudah diberi tahu.`,
  },
};
