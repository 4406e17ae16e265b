// The first day of an office, pressed through in the demo: from the admin's first word to a participant who came by the class's link.
import type { Page } from "playwright-core";
import { button, person, says, speak } from "./on-the-page.js";

const ROSTER = `Nama,No HP,Desa,Kecamatan,Kabupaten
Nurhayati Salim,0890 1234 0002,Toapaya,Toapaya,Bintan
Zulfikar Effendi,0890 1234 0003,Pangkil,Teluk Bintan,Bintan
Hasan Basri,0890 1234 0104,Bintan Buyu,Teluk Bintan,Bintan
`;

/** Calls back at each screen that is worth a picture. */
export async function walkFirstDay(page: Page, see: (screen: string) => Promise<void>): Promise<void> {
  const press = (name: string | RegExp) => button(page, name).last().click();
  await person(page, "Bambang Nugroho").click();
  await press("MULAI");
  await press("✅ Setuju");
  await says(page, "Siapa nama lengkap");
  await speak(page, "Bambang Nugroho");
  await says(page, "Program belum siap");
  await see("first-steps");

  await press("▶️ Angkatan dan gelombang");
  await press("2024");
  await press("Bimtek SPP-TIK 2024");
  await press("➕ Gelombang");
  await says(page, "Kapan gelombang 1 dimulai?");
  await speak(page, "10 Juni");
  await press("Jum 14 Jun");
  await press("➕ Kelas");
  await says(page, "Provinsi mana?");
  await speak(page, "Kepulauan Riau");
  await press("Sen 10 Jun");
  await says(page, "Kapan hari terakhirnya?");
  await speak(page, "13 Juni");
  await press("Bimtek SPP-TIK Kepulauan Riau");
  await says(page, "Di mana kelas ini diadakan?");
  await speak(page, "Hotel Bintan, Tanjungpinang");
  await press("✅ Buat kelas");
  await press("⚙️ Atur kelas");

  await press("📄 Peserta");
  await says(page, "Kirim daftar peserta");
  await button(page, "Lampirkan").click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: "Berkas dari perangkat ini" }).click();
  await (await chooser).setFiles({ name: "peserta.csv", mimeType: "text/csv", buffer: Buffer.from(ROSTER) });
  await button(page, /✅ Simpan/).waitFor({ timeout: 60_000 });
  await see("roster-preview");
  await press(/✅ Simpan/);
  await press("⬅️ Atur kelas");
  await press("👥 Halaman kelas");
  await says(page, "Bimtek SPP-TIK Kepulauan Riau");
  await see("class-page");
}
