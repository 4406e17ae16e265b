// The sentences of the report's questions, under the keys of src/questions/v1.json.
import { questionTexts } from "../questions/question-words.js";

const words = {
  labels: {
    changed: "pembaruan",
    visitors: "pengunjung",
    computer_users: "pemakai komputer",
    books_lent: "buku dibaca",
    activity: "kegiatan",
    held_on: "tanggal kegiatan",
    theme: "tema",
    participants: "peserta",
    women: "peserta perempuan",
    children: "peserta anak",
    led_by: "pemandu",
    partner: "mitra",
    met: "yang ditemui",
    result: "hasil",
    value: "nilai (Rp)",
  },

  shorts: {
    computer_users: "komputer",
    books_lent: "buku",
    held_on: "tanggal",
    women: "perempuan",
    children: "anak",
    met: "ditemui",
    value: "nilai",
  },

  asks: {
    changed: "Apa saja yang sudah berubah di layanan perpustakaan?",
    visitors: "Berapa pengunjung perpustakaan bulan ini?",
    computer_users: "Berapa orang yang memakai komputer atau internet perpustakaan bulan ini?",
    books_lent: "Berapa buku yang dibaca atau dipinjam bulan ini?",
    activity: "Kegiatan apa yang sudah dilakukan?",
    held_on: "Tanggal berapa kegiatannya?",
    theme: "Apa tema kegiatannya?",
    participants: "Berapa jumlah pesertanya?",
    women: "Berapa di antaranya perempuan?",
    children: "Berapa di antaranya anak-anak?",
    led_by: "Siapa yang memandu kegiatan?",
    partner: "Bekerja sama dengan siapa?",
    met: "Siapa saja yang sudah ditemui?",
    result: "Apa hasil utamanya?",
    value: "Kira-kira berapa rupiah nilainya?",
  },

  examples: {
    visitors: "25",
    computer_users: "12 orang",
    books_lent: "40",
    activity: "Pelatihan membuat keripik pisang",
    held_on: "3 Juni 2024",
    participants: "25 orang",
    women: "15",
    children: "5",
    led_by: "Ketua PKK",
    partner: "Kelompok tani",
    value: "1,5 juta",
  },

  choices: {
    changed: {
      opening_hours: "Jam buka",
      computers_internet: "Komputer/internet",
      arrangement: "Penataan ruang",
      collection: "Koleksi buku",
      promotion: "Promosi",
      other: "Lainnya",
    },
    theme: {
      economy: "Ekonomi/UMKM",
      education: "Pendidikan",
      health: "Kesehatan",
      culture: "Budaya",
      children: "Anak",
      ict: "Komputer/internet",
      other: "Lainnya",
    },
    met: {
      village_head: "Kepala desa/lurah",
      bpd: "BPD",
      office: "Dinas",
      subdistrict_head: "Camat",
      company: "Perusahaan",
      campus: "Kampus",
      media: "Media",
      community: "Komunitas",
    },
    result: {
      village_budget: "Anggaran desa",
      goods: "Bantuan barang",
      decree: "SK",
      speaker: "Narasumber",
      room: "Ruang",
      mou: "Kerja sama (MoU)",
      publicity: "Publikasi",
      none_yet: "Belum ada",
    },
  },
};

export type CatalogueWords = typeof words;

export const questionnaire = questionTexts("id", words);
