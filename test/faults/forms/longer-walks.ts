// Ways through forms that go further than those of every-walk.ts: with albums, in every detail, left and come back to.
import type { Walk } from "./broken-walk.js";
import { FORM_NAMES, WALKS, type WalkAct } from "./every-walk.js";

const threePhotos: WalkAct = (phone) => phone.sendsAlbum([{}, {}, {}]);

const LONGER_WALKS: Record<string, Walk> = {
  "a report in detail with an album": {
    ...{ form: "report", who: "participant" },
    acts: [
      (p) => p.pressesOn(1, "report:1"),
      (_, press) => press(/Berjalan/),
      (_, press) => press(/Tambah rincian/),
      (_, press) => press(/Promosi/),
      (_, press) => press(/Selesai/),
      (p) => p.says("25 orang"),
      (p) => p.says("12"),
      (_, press) => press("Belum tahu"),
      threePhotos,
      (_, press) => press("✅ Selesai"),
      (p) => p.says("Membuka pada sore hari"),
      (_, press) => press("Lewati"),
      (_, press) => press("✅ Kirim laporan"),
    ],
  },
  "a plan on three photos": {
    ...{ form: "plan", who: "participant" },
    acts: [
      (p) => p.pressesOn(1, "plan:3"),
      threePhotos,
      (_, press) => press("✅ Selesai"),
      (_, press) => press("✅ Simpan rencana"),
    ],
  },
  "an album after the receipt": {
    ...{ form: "add_files", who: "participant" },
    acts: [
      (p) => p.pressesOn(1, "report:1"),
      (_, press) => press(/Tidak ada perubahan/),
      threePhotos,
      (_, press) => press(/^Ya, tambahkan/),
    ],
  },
  "a plan that is kept, come back to and thrown away": {
    ...{ form: "plan", who: "participant" },
    acts: [
      (p) => p.pressesOn(1, "plan:3"),
      (p) => p.says("Bertemu kepala desa"),
      (p) => p.says("batal"),
      (_, press) => press(/Simpan untuk nanti/),
      (_, press) => press(/Lanjutkan/),
      (_, press) => press("Batal"),
      (_, press) => press(/Buang isian/),
    ],
  },
  "a question with a photo": {
    ...{ form: "question", who: "participant" },
    acts: [(p) => p.says("/tanya"), (p) => p.sendsPhoto({ caption: "Apakah formulir ini benar?" })],
  },
};

/** The way through each form, then the longer ones. */
export const BROKEN_WALKS: [title: string, walk: Walk][] = [
  ...FORM_NAMES.map((form): [string, Walk] => [`the form ${form}`, { form, ...WALKS[form] }]),
  ...Object.entries(LONGER_WALKS),
];

/** The long form, for `npm run faults`. */
export const isEveryStepBroken = () => process.env.KEPT_STEPS === "all";
