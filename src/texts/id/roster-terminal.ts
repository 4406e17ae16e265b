// What `npm run roster` says of a file and of each of its lines, in a terminal. Why a file is refused, and all of the chat: roster.ts.
import type { CodeSystem } from "../../domain/roster/places/code-system.js";
import type { FileFlag, RosterAsked } from "../../domain/roster/reading/roster-reading.js";
import type { RowReason, RowVerdict } from "../../domain/roster/row-verdict.js";
import { digits } from "../digits.js";

const VERDICTS: Record<RowVerdict["verdict"], string> = {
  ok: "Baik",
  doubt: "Perlu dipastikan",
  error: "Perlu diperbaiki",
};

const REASONS: Record<RowReason, string> = {
  "missing-name": "Nama belum diisi",
  "bad-name": "Nama tidak terbaca",
  "missing-phone": "Nomor HP belum diisi",
  "bad-phone": "Nomor HP tidak terbaca sebagai satu nomor",
  "duplicate-in-file": "Orang atau nomor HP ini tertulis lebih dari sekali",
  "missing-place": "Tempat belum diisi",
  "unknown-place": "Tempat tidak ditemukan",
  "ambiguous-place": "Ada beberapa tempat dengan nama ini",
  "inexact-place": "Tempat dengan ejaan ini tidak ada, ada yang mirip",
  "place-conflict": "Isian tempat tidak sesuai satu sama lain",
  "wrong-code-system": "Kode wilayah bukan kode Kemendagri",
  "unknown-code": "Kode wilayah tidak dikenal",
  "unknown-kind": "Jenis peserta belum jelas",
  "bad-date": "Tanggal tidak terbaca",
};

const ASKED: Record<RosterAsked["askedBecause"], string> = {
  "which-sheet": "Ada beberapa lembar. Daftar peserta ada di lembar yang mana?",
  "which-columns": "Judul kolom tidak terbaca. Kolom mana yang berisi nama?",
};

const FLAGS: Record<FileFlag["flag"], (count: number) => string> = {
  "hidden-rows": (count) => `${digits.id(count)} baris tersembunyi ikut dibaca`,
  "hidden-columns": (count) => `${digits.id(count)} kolom tersembunyi ikut dibaca`,
  "hidden-sheets": (count) => `${digits.id(count)} lembar tersembunyi tidak dibaca`,
  "other-sheets": (count) => `${digits.id(count)} lembar lain tidak dibaca`,
  "personal-columns": (count) =>
    `${digits.id(count)} kolom data pribadi yang tidak diperlukan tidak dibaca dan tidak disimpan`,
  "formulas-without-value": (count) => `${digits.id(count)} rumus belum dihitung, isinya kosong`,
  "error-cells": (count) => `${digits.id(count)} sel berisi tanda salah dari Excel`,
  "rounded-numbers": (count) => `${digits.id(count)} nomor sudah dibulatkan oleh Excel`,
  "days-from-1904": () => "Tanggal dihitung dari tahun 1904",
  "guessed-encoding": () => "Mohon periksa huruf beraksen pada nama",
  "lines-left-out": (count) => `${digits.id(count)} baris bukan orang, tidak dibaca`,
};

const CODES: Record<CodeSystem, string> = {
  none: "",
  kemendagri: "",
  bps: "Kode wilayah di berkas ini kode BPS. Yang dipakai nama tempatnya.",
  clash: "Sebagian besar kode wilayah tidak sesuai dengan nama tempatnya. Mohon periksa kolom kode.",
};

export const rosterTerminal = {
  verdicts: VERDICTS,
  reasons: REASONS,
  asked: ASKED,
  flags: FLAGS,
  codes: CODES,
  notFound: "Berkas ini tidak dapat dibuka.",
  counts: ({ rows, ok, doubt, errors }: { rows: number; ok: number; doubt: number; errors: number }) =>
    `${rows} baris: ✅ ${ok} baik · ❓ ${doubt} perlu dipastikan · ❌ ${errors} perlu diperbaiki`,
  statuses: (fresh: number, changed: number, same: number) => `${fresh} baru · ${changed} berubah · ${same} sama`,
  missing: (count: number) => `${digits.id(count)} orang ada di daftar lama, tidak ada di berkas ini`,
  otherClass: (count: number, name: string) => `${digits.id(count)} baris menyebut kelas selain ${name}`,
  line: (line: number) => `Baris ${line}`,
  candidates: "Pilihan",
  change: (from: string, to: string) => `${from === "" ? "(kosong)" : from} → ${to}`,
  district: (name: string) => `Kec. ${name}`,
};
