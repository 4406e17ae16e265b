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
