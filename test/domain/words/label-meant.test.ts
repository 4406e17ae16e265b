import { expect, test } from "vitest";
import { labelMeant } from "../../../src/domain/words/label-meant.js";

const KINDS = ["Perpustakaan desa", "Perpustakaan kelurahan", "Taman Bacaan Masyarakat (TBM)", "Dinas provinsi"];
const STATES = ["Tidak ada perubahan", "Belum mulai", "🔄 Berjalan", "⚠️ Ada kendala", "✅ Selesai"];

test.each([
  ["TBM", KINDS, 2],
  ["desa", KINDS, 0],
  ["taman bacaan", KINDS, 2],
  ["perpustakaan", KINDS, null],
  ["desa kami", KINDS, null],
  ["kendala", STATES, 3],
  ["tidak ada perubahan apa pun", STATES, null],
  ["tidak perubahan", STATES, 0],
  ["belum mulai", STATES, 1],
])("%s among buttons means the one that alone holds these words", (typed, labels, at) => {
  expect(labelMeant(typed, labels)).toBe(at);
});

test.each(["perubahan", "mulai", "tidak", "belum", "tidak ada kendala", "ada", "ya", "", "🌸"])(
  "%s means no button, as it says too little or the opposite",
  (typed) => {
    expect(labelMeant(typed, STATES)).toBeNull();
  },
);
