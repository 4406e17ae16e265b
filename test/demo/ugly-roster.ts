// A list of 43 people as an office of Jambi would send it: letterheads, a heading in two rows, ditto marks, numbers in every way of writing,
// a total and a signature. Three lines are wrong and two are in doubt.
import { type CellMade, workbookOf } from "../support/files/xlsx-file.js";

const VILLAGES: Record<string, string[]> = {
  Mersam: ["Sengkati Kecil", "Sengkati Gedang", "Sengkati Baru", "Kembang Tanjung", "Benteng Rendah", "Sungai Puar"],
  "Muara Tembesi": ["Jebak", "Ampelu", "Rambutan Masam", "Rantau Kapas Mudo", "Rantau Kapas Tuo", "Sungai Pulai"],
  "Muara Bulian": [
    "Teratai",
    "Sridadi",
    "Malapari",
    "Napal Sisik",
    "Rambahan",
    "Rantau Puri",
    "Bajubang Laut",
    "Tenam",
  ],
};
const FIRST = ["Siti", "Budi", "Nurhayati", "Zulfikar", "Hasan", "Rina", "Ahmad", "Dewi"];
const LAST = ["Rahmawati", "Santoso", "Salim", "Effendi", "Basri", "Marlina"];

/** Of the n-th person as written, none twice. */
const WRITTEN = [
  (digits: string) => `0${digits}`,
  (digits: string) => `+62 ${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
  (digits: string) => `62${digits}`,
  (digits: string) => Number(`62${digits}`),
];

/** Without the 0 before it. */
export const digitsOf = (n: number) => `85277001${String(100 + n)}`;

export function uglyRoster(): Buffer {
  const villages = Object.entries(VILLAGES).flatMap(([kecamatan, names]) =>
    [...names, ...names].map((name, n) => [kecamatan, name, n] as const),
  );
  const people = Array.from({ length: 38 }, (_, n): CellMade[] => {
    const [kecamatan, village, nth] = villages[n] ?? ["", "", 0];
    const name = `${FIRST[n % 8]} ${LAST[Math.floor(n / 8)]}`;
    const phone = WRITTEN[n % 4]?.(digitsOf(n)) ?? "";
    return [
      n + 1,
      n % 5 === 0 ? name.toUpperCase() : name,
      phone,
      village,
      nth === 0 ? kecamatan : '"',
      "Kab. Batanghari",
    ];
  });
  const rounded: CellMade = "6.28527E+11";
  const odd: CellMade[][] = [
    [39, "Hendra Wijaya", rounded, "Jebak", "Muara Tembesi", "Kab. Batanghari"],
    [40, "Mulyadi", `0${digitsOf(39)}`, "Desa Antah Berantah", "Mersam", "Kab. Batanghari"],
    [41, "Yusuf Karim", "belum ada", "Tenam", "Muara Bulian", "Kab. Batanghari"],
    [42, "Aminah", `0${digitsOf(41)}`, "Pelayangan", "", "Kab. Batanghari"],
    [43, "Ratna Sari", `0${digitsOf(42)}`, "Simpang Rantau Gedung", "Mersam", "Kab. Batanghari"],
  ];
  return workbookOf(
    [
      ["PEMERINTAH PROVINSI JAMBI"],
      ["DINAS PERPUSTAKAAN DAN ARSIP DAERAH"],
      [],
      ["DAFTAR NAMA PESERTA BIMTEK SPP-TIK TAHUN 2024"],
      [],
      ["No", "Nama Lengkap", "No. HP / WA", "Alamat", null, null],
      [null, null, null, "Desa/Kel", "Kecamatan", "Kabupaten"],
      ...people,
      ...odd,
      ["Jumlah", 43],
      [],
      [null, null, null, null, "Jambi, 20 Mei 2024"],
      [null, null, null, null, "Kepala Dinas,"],
      [null, null, null, null, "Drs. H. Syamsul Bahri, M.Si."],
      [null, null, null, null, "NIP 19650412 199003 1 004"],
    ],
    { merges: ["A1:F1", "A2:F2", "A4:F4", "A6:A7", "B6:B7", "C6:C7", "D6:F6"] },
  );
}
