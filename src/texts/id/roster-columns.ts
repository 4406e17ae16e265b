// Which column of an office's list holds what.
import type { ColumnRole } from "../../domain/roster/reading/roster-reading.js";
import { bold, paragraphs, rich } from "../rich.js";

const roles: Record<ColumnRole, string> = {
  number: "nomor urut",
  name: "nama",
  phone: "nomor HP",
  code: "kode desa",
  province: "provinsi",
  kabupaten: "kab./kota",
  kecamatan: "kecamatan",
  village: "desa",
  address: "alamat",
  kind: "jenis",
  institution: "perpustakaan",
  className: "kelas",
  startOn: "hari pertama",
  endOn: "hari terakhir",
  personal: "tidak disimpan",
  other: "dilewati",
};

export const rosterColumns = {
  label: "Kolom",
  roles,
  ask: () => rich`Kolom mana yang perlu dibetulkan?`,
  which: (role: ColumnRole) => rich`Kolom mana yang berisi ${bold(roles[role])}?`,
  none: "Tidak ada di berkas ini",
  holds: (letter: string, heading: string, samples: readonly string[]) =>
    paragraphs(
      heading === "" ? rich`Kolom ${bold(letter)}` : rich`Kolom ${bold(letter)}, ${heading}`,
      samples.length > 0 && rich`Isinya misalnya: ${samples.join(" · ")}`,
      "Apa isi kolom ini?",
    ),
  skip: "Lewati kolom ini",
};
