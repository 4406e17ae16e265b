// What every message must be (P37): short, one question at a time, polite, and in words of the language it is in.

/** In characters: read on a small phone without scrolling. */
export const LONGEST = 700;

/** English words of screens and forms, with what Indonesian has for them. "Online" and "Telegram" are Indonesian by now. */
const FOREIGN: Record<string, string> = {
  klik: "tekan",
  click: "tekan",
  tap: "tekan",
  submit: "kirim",
  link: "tautan",
  update: "pembaruan",
  error: "gangguan",
  loading: "sedang dimuat",
  please: "mohon",
  sorry: "maaf",
  user: "peserta",
  username: "nama akun",
  file: "berkas",
  upload: "unggah",
  download: "unduh",
  login: "masuk",
  password: "kata sandi",
  settings: "pengaturan",
  cancel: "batal",
  deadline: "batas waktu",
  reminder: "pengingat",
  broadcast: "pengumuman",
  feedback: "tanggapan",
  timeout: "waktu habis",
};

/** Words that this bot says in one way only (Indonesian), with what it says. */
const ONE_WORD: [avoid: RegExp, say: string][] = [
  [/\btenggat|\bjatuh tempo|\bbatas pelaksanaan/i, "batas waktu"],
  [/\blewat (tenggat|batas waktu|\d+ (hari|jam))|\bmenunggak/i, "terlambat"],
  [/\bketukan|\bketuk\b/i, "tekan tombol"],
  [/\bgawai/i, "HP"],
  [/\bkeadaan\b|\bkondisi\b/i, "status"],
  [/\bterkendala|\bhambatan\b/i, "ada kendala"],
  // Of an announcement that was not sent yet an office says "draf".
  [/\bpengisian\b|\bformulir isian\b|(?<!buang )\bdraf\b(?! pengumuman)/i, "isian"],
  [/\bpengelola(?! perpustakaan| berganti| lain|nya|\?)/i, "admin"],
  [/\brapor\b|\bprogres\b|\bpelaporan\b/i, "laporan, kemajuan"],
  [/\bnotifikasi\b|\bteguran\b/i, "pengingat"],
  [/\bmentor\b|\bfasilitator\b|\binstruktur\b/i, "pelatih"],
  [/\bagenda\b|\bmata diklat\b/i, "jadwal"],
  [/\bbukti\b|\blampiran\b/i, "foto/dokumen"],
  [/\btanggapi\b/i, "balas"],
  [/\bmewakili\b|\binstansi\b|\blembaga\b/i, "tempat tugas"],
  [/\btidak pasti\b/i, "belum pasti sampai"],
  [/\bunggah\b|\bmasukkan\b/i, "kirim, tulis"],
];

/** Of English: translated words, and what an English reader expects. */
const ENGLISH_WORD: [avoid: RegExp, say: string][] = [
  [/\bin the way\b/i, "obstacle"],
  [/\bperhaps sent\b/i, "delivery uncertain"],
  [/\bthe bound\b/i, "the limit"],
  [/\bmended\b/i, "fixed"],
  [/\bwith room\b|\bthere is room\b/i, "later"],
  [/\bevidence\b/i, "photos and documents"],
  [/\bstanding:/i, "status"],
  [/\bon hold\b/i, "paused"],
  [/\btaps\b/i, "buttons"],
];

/** Returns what is wrong with a message; nothing when it is fine. */
export function faultsOf(text: string, language: "id" | "en"): string[] {
  // What people said themselves stands in quotation marks, and is their own affair.
  const own = text.replace(/“[^”]*”/g, "“…”");
  const faults: string[] = [];
  if (text.length > LONGEST) faults.push(`${text.length} characters`);
  const questions = own.match(/\?/g)?.length ?? 0;
  if (questions > 1) faults.push(`${questions} questions`);
  if (/<\/?[a-z][^>]*>|&(amp|lt|gt|quot|nbsp);/i.test(own)) faults.push("HTML");
  const machine =
    /\b(undefined|null|NaN|\[object \w+\]|[A-Z]{2,}_[A-Z_]+|E[A-Z]{5,}|(?:error|kode|code) ?\d{3})\b/.exec(own);
  if (machine !== null) faults.push(`a word of machines: ${machine[0]}`);
  for (const [avoid, say] of language === "id" ? ONE_WORD : ENGLISH_WORD) {
    const found = avoid.exec(own)?.[0];
    if (found !== undefined) faults.push(`"${found}" instead of "${say}"`);
  }
  if (language === "id") faults.push(...indonesianFaults(own));
  return faults;
}

function indonesianFaults(text: string): string[] {
  const faults: string[] = [];
  for (const [word, better] of Object.entries(FOREIGN)) {
    if (new RegExp(`(?<![\\w/@.-])${word}(?![\\w.-])`, "i").test(text)) faults.push(`"${word}" instead of "${better}"`);
  }
  const familiar = /\b(anda|kamu|kalian|lu)\b/i.exec(text);
  if (familiar !== null) faults.push(`"${familiar[0]}" instead of "Bapak/Ibu"`);
  return faults;
}
