// The example workbook. The file is the office's own, so it is in Indonesian whatever language its admin reads.

import type { CellOut, ColumnOut, SheetOut, WorkbookOut } from "../../../domain/files/workbook.js";
import { groupedBy } from "../../../domain/grouped-by.js";
import { nameWithCode } from "../../../domain/office-workbook/find-class.js";
import { type KnownClass, type KnownSession, plainName } from "../../../domain/office-workbook/known-programme.js";
import {
  codeOf,
  EXAMPLE,
  KIND_CHOICES,
  MODE_CHOICES,
  OFFICE_SHEETS,
  PARTICIPANTS,
  SHEET_NAMES,
} from "../../../domain/office-workbook/sheet-columns.js";
import { type Day, dayIn, timeIn } from "../../../domain/time/calendar.js";

export const EXAMPLE_FILE = "contoh-program.xlsx";

const NOTES = [
  "Isi lembar yang diperlukan saja, lalu kirim berkas ini kembali ke bot. Belum ada yang disimpan sebelum Bapak/Ibu setuju.",
  `Baris yang namanya diawali ${EXAMPLE} hanya contoh dan tidak ikut dibaca. Boleh dihapus atau ditimpa.`,
  "Judul kolom jangan diubah. Urutan kolom boleh, dan kolom lain boleh ditambahkan.",
  "Kelas: satu baris satu kelas. Tahun dan gelombang yang belum ada dibuat sendiri oleh bot. Zona waktu mengikuti provinsi.",
  "Batas rencana boleh dikosongkan: 30 hari setelah hari terakhir.",
  "Sesi: satu baris satu sesi, dengan nama kelas persis seperti di lembar Kelas atau di bot. Bila beberapa kelas bernama sama, tambahkan kodenya: Bimtek SPP-TIK Jambi (K12). Jam menurut waktu setempat, misalnya 08.30.",
  "Sesi daring: tulis tautannya, diawali https://. Boleh dikosongkan dahulu.",
  "Kode kelas dan kode sesi ditulis oleh bot dan jangan diubah: dengan kode itu nama kelas atau sesi yang sudah ada dapat diganti. Nama pelatih diganti menurut nomor HP-nya. Baris baru tidak perlu kode.",
  "Pelatih: nama, nomor HP, lalu nama kelasnya. Beberapa kelas dipisah titik koma. Bila hanya provinsi yang diisi, pelatih itu mendapat semua kelas di provinsi tersebut yang belum selesai.",
  "Peserta: tulis desa beserta kecamatan dan kabupatennya, karena banyak desa bernama sama.",
  "Berkas yang sama boleh dikirim lagi: yang sudah ada tidak dibuat dua kali. Yang diubah di sini diubah juga di bot, dan yang tidak ditulis di sini tetap ada.",
];

type ClassThere = KnownClass & { readonly provinceName: string };

interface Programme {
  classes: readonly ClassThere[];
  sessions: readonly Omit<KnownSession, "revision">[];
}

/** @param days the first and last of the class that is shown as an example · `there`: what is set up already, below the examples */
export function exampleWorkbook(
  provinces: readonly string[],
  [firstDay, lastDay]: readonly [Day, Day],
  there: Programme = { classes: [], sessions: [] },
): WorkbookOut {
  const year = firstDay.slice(0, 4);
  const className = `${EXAMPLE} Bimtek SPP-TIK Jambi 1`;
  return {
    lists: { provinces, modes: Object.values(MODE_CHOICES), kinds: KIND_CHOICES },
    sheets: [
      filled(
        SHEET_NAMES.classes,
        320,
        classColumns(),
        [[year, "1", className, "Jambi", "Hotel Odua, Jambi", { day: firstDay }, { day: lastDay }, null]],
        there.classes.map(classRow),
      ),
      filled(
        SHEET_NAMES.sessions,
        600,
        sessionColumns(),
        [
          [className, "Pembukaan", { day: firstDay }, "08.30", "10.00", MODE_CHOICES.in_person, "Hotel Odua, Jambi"],
          [
            className,
            "Promosi perpustakaan",
            { day: lastDay },
            "10.00",
            "11.00",
            MODE_CHOICES.online,
            "https://zoom.us/j/123",
          ],
        ],
        sessionRows(there),
      ),
      filled(SHEET_NAMES.trainers, 200, trainerColumns(), [
        [`${EXAMPLE} Mahmud Hidayat`, "081234567890", className, "Jambi"],
      ]),
      filled(SHEET_NAMES.participants, 600, participantColumns(), [
        [
          ...[
            `${EXAMPLE} Siti Rahmawati`,
            "081234567891",
            KIND_CHOICES[0] ?? "",
            "Jambi",
            "Kabupaten Muaro Jambi",
            "Sekernan",
          ],
          ...["Sekernan", "Perpustakaan Melati", className],
        ],
      ]),
      {
        name: SHEET_NAMES.notes,
        columns: [{ heading: "Cara mengisi", width: 110 }],
        rows: NOTES.map((note, n) => [`${n + 1}. ${note}`]),
      },
    ],
  };
}

function filled(
  name: string,
  emptyRows: number,
  columns: ColumnOut[],
  examples: SheetOut["rows"],
  rows: SheetOut["rows"] = [],
): SheetOut {
  return { name, columns, rows: [...examples, ...rows], examples: examples.length, emptyRows };
}

function classRow(one: ClassThere): CellOut[] {
  const { cohortYear, waveNumber, name, provinceName, venue, startsOn, endsOn, plansDueOn } = one;
  const days = [startsOn, endsOn, plansDueOn].map((day) => ({ day }));
  return [String(cohortYear), String(waveNumber), name, provinceName, venue, ...days, codeOf.classes(one.id)];
}

function sessionRows({ classes, sessions }: Programme): CellOut[][] {
  const byId = new Map(classes.map((one) => [one.id, one]));
  const ofName = groupedBy(classes, ({ name }) => plainName(name));
  return sessions.flatMap(({ id, classId, title, startsAt, endsAt, mode, place }) => {
    const of = byId.get(classId);
    if (of === undefined) return [];
    const [from, to] = [startsAt, endsAt].map((instant) => timeIn(of.zone, instant).replace(":", "."));
    const day = { day: dayIn(of.zone, startsAt) };
    const isOnly = ofName.get(plainName(of.name))?.length === 1;
    return [
      [
        isOnly ? of.name : nameWithCode(of),
        title,
        day,
        from ?? "",
        to ?? "",
        MODE_CHOICES[mode],
        place,
        codeOf.sessions(id),
      ],
    ];
  });
}

function classColumns(): ColumnOut[] {
  const { year, wave, name, province, venue, startsOn, endsOn, plansDueOn, code } = OFFICE_SHEETS.classes;
  return [
    { heading: year[0], width: 8, note: "Tahun angkatan, misalnya 2026." },
    { heading: wave[0], width: 11, note: "Nomor gelombang: 1, 2, 3 …" },
    { heading: name[0], width: 36, note: "Nama yang dibaca peserta. Setiap kelas sebaiknya bernama lain." },
    { heading: province[0], width: 24, list: "provinces", note: "Pilih dari daftar. Zona waktu mengikuti provinsi." },
    { heading: venue[0], width: 34, note: "Nama gedung dan kotanya." },
    { heading: startsOn[0], width: 14, holds: "day", note: "Tanggal, misalnya 18/05/2026." },
    { heading: endsOn[0], width: 14, holds: "day" },
    { heading: plansDueOn[0], width: 14, holds: "day", note: "Boleh kosong: 30 hari setelah hari terakhir." },
    { heading: code[0], width: 12, note: "Dari bot. Kelas baru tidak perlu kode." },
  ];
}

function sessionColumns(): ColumnOut[] {
  const { className, title, day, from, to, mode, place, code } = OFFICE_SHEETS.sessions;
  return [
    { heading: className[0], width: 36, note: "Persis seperti di lembar Kelas." },
    { heading: title[0], width: 36 },
    { heading: day[0], width: 14, holds: "day" },
    { heading: from[0], width: 11, note: "Waktu setempat, misalnya 08.30." },
    { heading: to[0], width: 11 },
    { heading: mode[0], width: 13, list: "modes" },
    {
      heading: place[0],
      width: 36,
      note: "Boleh kosong: tempat kelas. Untuk sesi daring tautannya, diawali https://.",
    },
    { heading: code[0], width: 12, note: "Dari bot. Sesi baru tidak perlu kode." },
  ];
}

function trainerColumns(): ColumnOut[] {
  const { name, phone, classNames, province } = OFFICE_SHEETS.trainers;
  return [
    { heading: name[0], width: 32 },
    { heading: phone[0], width: 18, note: "Nomor yang dipakai di Telegram. Undangan hanya berlaku untuk nomor ini." },
    { heading: classNames[0], width: 44, note: "Beberapa kelas dipisah titik koma." },
    { heading: province[0], width: 24, list: "provinces", note: "Bila kelas kosong: semua kelas di provinsi ini." },
  ];
}

function participantColumns(): ColumnOut[] {
  const widths: Record<keyof typeof PARTICIPANTS, number> = {
    ...{ name: 32, phone: 18, kind: 24, province: 22, kabupaten: 26, kecamatan: 22, village: 24 },
    ...{ institution: 32, className: 36 },
  };
  const lists: Partial<Record<keyof typeof PARTICIPANTS, string>> = { kind: "kinds", province: "provinces" };
  return (Object.keys(PARTICIPANTS) as (keyof typeof PARTICIPANTS)[]).map((key) => {
    const list = lists[key];
    return { heading: PARTICIPANTS[key], width: widths[key], ...(list !== undefined && { list }) };
  });
}
