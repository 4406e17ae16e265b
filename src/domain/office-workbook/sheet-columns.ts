// The sheets by which an office sets up its programme: what each column holds and by which headings it is known, ours first.

export type OfficeSheet = "classes" | "sessions" | "trainers";

export const OFFICE_SHEETS = {
  classes: {
    year: ["Tahun", "Angkatan", "Tahun angkatan", "Year", "Cohort"],
    wave: ["Gelombang", "Gel", "Nomor gelombang", "Wave"],
    name: ["Nama kelas", "Kelas", "Class", "Class name"],
    province: ["Provinsi", "Propinsi", "Province"],
    venue: ["Tempat", "Lokasi", "Venue", "Hotel", "Tempat pelaksanaan"],
    startsOn: ["Hari pertama", "Tanggal mulai", "Mulai", "Tgl mulai", "First day", "Start date"],
    endsOn: ["Hari terakhir", "Tanggal selesai", "Selesai", "Tgl selesai", "Last day", "End date"],
    plansDueOn: ["Batas rencana", "Tenggat", "Tenggat rencana", "Batas akhir rencana", "Deadline", "Plans due"],
    code: ["Kode kelas", "Kode", "Class code", "Code"],
  },
  sessions: {
    className: ["Kelas", "Nama kelas", "Class"],
    title: ["Nama sesi", "Sesi", "Judul", "Judul sesi", "Materi", "Session", "Title"],
    day: ["Tanggal", "Hari", "Hari/tanggal", "Tgl", "Date", "Day"],
    from: ["Jam mulai", "Mulai", "Waktu", "Pukul", "Jam", "Start", "From", "Time"],
    to: ["Jam selesai", "Selesai", "Sampai", "End", "To", "Until"],
    mode: ["Cara", "Mode", "Bentuk", "Metode"],
    place: ["Ruang atau tautan", "Tempat", "Ruang", "Tautan", "Link", "Place", "Room"],
    code: ["Kode sesi", "Kode", "Session code", "Code"],
  },
  trainers: {
    name: ["Nama pelatih", "Pelatih", "Trainer", "Trainer name"],
    phone: ["No. HP", "HP", "Nomor HP", "Telepon", "WA", "No WA", "WhatsApp", "Phone", "Mobile"],
    classNames: ["Kelas", "Nama kelas", "Kelas yang dilatih", "Class", "Classes"],
    province: ["Provinsi", "Propinsi", "Province"],
  },
} as const satisfies Record<OfficeSheet, Record<string, readonly string[]>>;

export type OfficeColumn<Sheet extends OfficeSheet> = keyof (typeof OFFICE_SHEETS)[Sheet];

/** Without these a sheet is none of this kind: a roster may name its class, its province and its days too. */
export const NEEDED = {
  classes: ["name", "province", "startsOn", "endsOn"],
  sessions: ["className", "title", "day", "from"],
  trainers: ["name", "phone"],
} as const satisfies { [Sheet in OfficeSheet]: readonly OfficeColumn<Sheet>[] };

/** Headings that only a list of people has: a sheet with one of them is a roster, whatever else it names. */
export const OF_PEOPLE: readonly string[] = [
  "Nama",
  "Nama lengkap",
  "Nama peserta",
  "Peserta",
  "Name",
  "Full name",
  "Participant",
  "Desa",
  "Desa/Kelurahan",
  "Kelurahan",
];

/** The sheet of participants is read like a roster. Its headings are chosen so that each is plain. */
export const PARTICIPANTS = {
  name: "Nama peserta",
  phone: "No. HP",
  kind: "Jenis",
  province: "Provinsi",
  kabupaten: "Kabupaten/Kota",
  kecamatan: "Kecamatan",
  village: "Desa/Kelurahan",
  institution: "Nama perpustakaan",
  className: "Kelas",
} as const;

export const SHEET_NAMES = {
  classes: "Kelas",
  sessions: "Sesi",
  trainers: "Pelatih",
  participants: "Peserta",
  notes: "Petunjuk",
};

/** As participants' kinds are written into the sheet; the roster's reader knows these words. */
export const KIND_CHOICES = [
  "Perpustakaan desa",
  "Perpustakaan kelurahan",
  "TBM",
  "Dinas kabupaten/kota",
  "Dinas provinsi",
];

export const MODE_CHOICES = { in_person: "Tatap muka", online: "Daring" };

/** A line whose name begins so shows how to fill in, and is nobody's. */
export const EXAMPLE = "CONTOH";
const IS_EXAMPLE = /^\W*contoh\b/i;

export function isExample(name: string): boolean {
  return IS_EXAMPLE.test(name);
}

/** By its code a class or session is the one that is meant, whatever its line calls it. */
export const codeOf = { classes: (id: number) => `K${id}`, sessions: (id: number) => `S${id}` };

/** Bare letters: "No. HP (WA)" is "no hp". */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
