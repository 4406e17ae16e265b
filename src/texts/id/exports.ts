// Files that leave the system: what they are for, and what they are.
import type { Purpose } from "../../domain/own-data/export.js";
import type { Day } from "../../domain/time/calendar.js";
import { monthAndYear } from "../dates.js";
import { digits } from "../digits.js";
import { bold, paragraphs, rich } from "../rich.js";

const choices: Record<Purpose, string> = {
  contact: "Menghubungi orangnya",
  follow_up: "Memantau tindak lanjut",
  report_up: "Laporan kepada atasan",
  check: "Memeriksa kebenaran data",
};

export const exports = {
  about: "unduhan",
  whatLabel: "berkas",
  askWhat: () => rich`Berkas apa yang ingin diunduh, Bapak/Ibu?`,
  files: {
    people: {
      button: "👥 Daftar peserta",
      name: "daftar peserta",
      caption: "Daftar peserta",
      fileName: "peserta",
    },
    reports: {
      button: "📝 Laporan",
      name: "laporan perpustakaan",
      caption: "Laporan perpustakaan",
      fileName: "laporan",
    },
    sim: {
      button: "🏛 Untuk SIM TPBIS",
      name: "laporan untuk SIM TPBIS",
      caption: "Laporan untuk SIM TPBIS",
      fileName: "sim-tpbis",
    },
  },
  placeLabel: "wilayah",
  askPlace: () => rich`Untuk wilayah mana?`,
  everywhere: "Semua wilayah saya",
  askRegency: () => rich`Kabupaten atau kota yang mana?`,
  wholeProvince: "Seluruh provinsi",
  filterLabel: "peserta",
  askFilter: () => rich`Peserta yang mana?`,
  monthsLabel: "bulan",
  askMonths: () => rich`Bulan apa?`,
  month: (first: Day) => monthAndYear("id", first),
  lastMonths: (count: number) => `${count} bulan terakhir`,
  gathering: (done: number, total: number) => rich`⏳ Menyiapkan berkas… ${digits.id(done)} dari ${digits.id(total)}`,
  file: (caption: string, rows: number) =>
    rich`${caption}: ${digits.id(rows)} baris. Mohon dijaga, karena memuat data pribadi.`,
  tooLarge: (most: number) =>
    rich`Berkas itu lebih dari ${digits.id(most)} baris, terlalu besar untuk disiapkan. Mohon pilih satu wilayah, atau bulan yang lebih sedikit.`,
  another: "📄 Unduh berkas lain",
  aboutSheet: "Keterangan",
  sheets: { people: "Peserta", reports: "Laporan" },
  zonesNote: "Hari menurut zona waktu kelas.",
  simNotes: (version: number, accountsUnknown: boolean) => [
    `Susunan kolom versi ${version}. Satu baris satu perpustakaan dan bulan; sel kosong berarti tidak diketahui.`,
    ...(accountsUnknown ? ["Daftar akun SIM belum diisi, jadi akun setiap perpustakaan belum diketahui."] : []),
  ],
  account: { yes: "ada", no: "BELUM ADA", unknown: "belum diketahui" },
  yes: "ya",
  unknown: "belum tahu",
  onCourse: "Berjalan",
  peopleColumns: {
    name: "Nama",
    phone: "Telepon",
    kind: "Jenis",
    library: "Tempat tugas",
    place: "Desa/Kelurahan",
    class: "Kelas",
    joined: "Bergabung",
    standing: "Kabar",
    late: "Terlambat",
    heard: "Kabar terakhir",
  },
  reportColumns: {
    number: "Nomor",
    day: "Hari",
    plan: "Rencana",
    library: "Perpustakaan",
    place: "Desa/Kelurahan",
    regency: "Kabupaten/Kota",
    class: "Kelas",
    by: "Dilaporkan oleh",
    onBehalf: "Oleh pelatih",
    state: "Status",
    obstacle: "Kendala",
    answers: "Jawaban",
    nextStep: "Langkah berikut",
    story: "Cerita",
  },
  purpose: {
    label: "keperluan",
    ask: (file: string) =>
      paragraphs(
        rich`Berkas ini memuat data pribadi: ${bold(file)}.`,
        "Untuk keperluan apa, Bapak/Ibu? Silakan pilih, atau tulis sendiri. Jawabannya dicatat.",
      ),
    example: "Menelepon peserta yang belum terjangkau",
    choices,
  },
};
