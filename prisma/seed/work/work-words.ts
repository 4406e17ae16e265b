// What libraries write into their plans and reports: made up after the activities that the programme tells of.
import type { Obstacle, PlanType } from "../../../src/domain/plans/work-plan.js";

/** activity, how one can measure it, with whom. */
export type PlanWords = readonly [activity: string, measure: string, partner: string];

export const PLAN_WORDS: Readonly<Record<PlanType, readonly PlanWords[]>> = {
  information_services: [
    ["Membuka perpustakaan sampai pukul 20.00 dua hari seminggu", "40 pengunjung sebulan", "Karang Taruna"],
    ["Menata ulang ruang baca dan sudut anak", "Sudut anak dipakai tiap hari sekolah", "PKK desa"],
    ["Menyediakan komputer dan internet untuk warga", "25 warga memakai komputer sebulan", "Pemerintah desa"],
    ["Menambah koleksi pertanian dan usaha kecil", "50 judul baru", "Dinas Perpustakaan kabupaten"],
    ["Membuat halaman Facebook perpustakaan", "300 pengikut", "Karang Taruna"],
    ["Layanan buku keliling ke dua dusun", "30 buku dipinjam sebulan", "Posyandu"],
  ],
  community_engagement: [
    ["Pelatihan membuat keripik pisang", "15 ibu ikut, 5 mulai berjualan", "PKK desa"],
    ["Kelas komputer dasar untuk remaja", "12 remaja dapat mengetik surat", "SMP setempat"],
    ["Mendongeng dan bimbingan belajar anak", "20 anak tiap pekan", "SD setempat"],
    ["Pelatihan pupuk organik dari sampah dapur", "10 keluarga mencoba", "Kelompok tani"],
    ["Penyuluhan gizi dan pencegahan stunting", "20 ibu balita hadir", "Puskesmas"],
    ["Belajar berjualan lewat telepon genggam", "8 usaha masuk lokapasar", "Kelompok UMKM"],
    ["Kelas menjahit dan kerajinan daur ulang", "10 peserta membuat satu produk", "BUMDes"],
  ],
  advocacy: [
    ["Mengusulkan anggaran perpustakaan dalam APBDes", "Masuk dalam RKPDes", "Kepala desa dan BPD"],
    ["Meminta SK pengelola perpustakaan", "SK terbit", "Kepala desa"],
    ["Kerja sama buku bergilir dengan dinas", "100 buku bergilir tiap tiga bulan", "Dinas Perpustakaan kabupaten"],
    ["Mengajak kampus menjadi narasumber", "Satu perjanjian kerja sama", "Perguruan tinggi setempat"],
    ["Mencari bantuan komputer dari perusahaan", "Dua komputer", "Perusahaan setempat"],
    ["Mengundang camat melihat kegiatan", "Kunjungan dan dukungan tertulis", "Camat"],
  ],
};

export const NEXT_STEPS = [
  "Bertemu kepala desa pekan depan",
  "Melanjutkan kegiatan dengan peserta baru",
  "Menyiapkan ruang dan alat",
  "Mengajak PKK dan Karang Taruna",
  "Menghitung kebutuhan biaya",
  "Meminta pendampingan pelatih",
];

export const STORIES = [
  "Seorang ibu yang ikut kelas kini berjualan keripik setiap pekan dan sudah punya pelanggan tetap.",
  "Anak-anak yang dulu bermain di jalan sekarang datang membaca setiap sore.",
  "Dua pemuda menemukan lowongan kerja lewat komputer perpustakaan dan sudah diterima.",
  "Kepala desa yang semula ragu sekarang ikut membuka kegiatan.",
];

/** By prompt: who, before, the activity, after, and how one sees it. */
type ToldStory = readonly [who: string, before: string, activity: string, after: string, proof: string];

export const TOLD_STORIES: readonly [ToldStory, ToldStory] = [
  [
    "Ibu Marni, ibu tiga anak yang setiap sore menjemput anaknya di perpustakaan.",
    "Ia menjual keripik di depan rumah, dan hasilnya tidak menentu.",
    "Ia ikut kelas membuat kemasan dan belajar memotret dagangannya dengan HP di perpustakaan.",
    "Sekarang keripiknya dijual di pasar kecamatan dan dipesan lewat pesan setiap pekan.",
    "Buku pesanannya kami lihat bersama: dari lima bungkus menjadi empat puluh bungkus sepekan.",
  ],
  [
    "Dua pemuda desa yang baru lulus sekolah.",
    "Mereka mencari pekerjaan dari mulut ke mulut dan sudah hampir menyerah.",
    "Kami menemani mereka menulis lamaran di komputer perpustakaan setiap Rabu.",
    "Seorang sudah bekerja di kota kabupaten, yang lain dipanggil wawancara.",
    "Surat panggilannya ditempel di papan perpustakaan.",
  ],
];

export const LEADERS = ["Pengelola perpustakaan", "Ketua PKK", "Guru setempat", "Bidan desa", "Penyuluh pertanian"];

/** Keys of the default choices of questions/. */
export const OBSTACLES: readonly Obstacle[] = [
  "budget",
  "permission",
  "time",
  "staff",
  "facilities",
  "signal",
  "few_participants",
  "reporting",
  "manager_change",
  "illness",
];
export const CHANGES: readonly string[] = [
  "opening_hours",
  "computers_internet",
  "arrangement",
  "collection",
  "promotion",
];
export const THEMES: readonly string[] = ["economy", "education", "health", "culture", "children", "ict"];
export const OFFICIALS: readonly string[] = [
  "village_head",
  "bpd",
  "office",
  "subdistrict_head",
  "company",
  "campus",
  "media",
  "community",
];
export const ADVOCACY_RESULTS: readonly string[] = [
  "village_budget",
  "goods",
  "decree",
  "speaker",
  "room",
  "mou",
  "publicity",
  "none_yet",
];
