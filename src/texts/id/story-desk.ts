// Stories of change for those who look after their authors: proposed, chosen, printed for the meeting where libraries learn from each other.
import type { StoryConsent, StoryHold } from "../../domain/stories/story.js";
import type { StoryDesk, StorySheetForm } from "../../domain/stories/story-actions.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { storiesMenu } from "./stories.js";

const day = (on: Day) => plainDay("id", on);
const formNames: Record<StorySheetForm, string> = { pdf: "PDF", xlsx: "Excel" };

/** Files that are named; more than that nobody looks for one by one. */
const MOST_TOLD = 3;

export const storyDesk = {
  told: (name: string, libraryName: string) =>
    rich`📖 ${bold(name)}${libraryName === "" ? "" : ` (${libraryName})`} mengirim cerita perubahan.`,
  withdrawn: ({
    what,
    village,
    regencyName,
    sentOn,
    files,
  }: {
    what: "all" | "age" | "name" | "photos";
    village: string;
    regencyName: string;
    sentOn: Day;
    files: readonly { byName: string | null; form: StorySheetForm; on: Day }[];
  }) =>
    paragraphs(
      rich`⚠️ Cerita dari ${bold([village, regencyName].filter((word) => word !== "").join(", "))} (dikirim ${day(sentOn)}): ${
        {
          all: "izinnya ditarik. Mohon tidak dipakai lagi.",
          age: "masa simpannya sudah habis. Mohon tidak dipakai lagi.",
          name: "nama penulisnya tidak boleh dipakai lagi.",
          photos: "fotonya tidak boleh dipakai lagi.",
        }[what]
      }`,
      files.length > 0 &&
        lines(
          rich`Sudah pernah diunduh:`,
          ...files
            .slice(-MOST_TOLD)
            .map(({ byName, form, on }) => rich`• ${formNames[form]}, ${day(on)}, oleh ${byName ?? "–"}`),
          files.length > MOST_TOLD && rich`Dan ${files.length - MOST_TOLD} berkas sebelumnya.`,
          rich`Mohon hapus dari berkas itu dan dari cetakannya.`,
        ),
    ),
  staff: {
    button: (count: number): string => `📖 Cerita (${count})`,
    flagNewest: "⭐ Usulkan",
    of: (name: string, count: number, isChampion: boolean) =>
      paragraphs(
        bold(`📖 Cerita dari ${name}`),
        isChampion && rich`🏅 Diusulkan sebagai Desa Champion`,
        count === 0
          ? rich`Belum ada cerita. Peserta menulisnya lewat tombol ${pressed(storiesMenu)} atau /cerita.`
          : rich`Tekan salah satu untuk membaca.`,
      ),
    entry: (on: Day, consent: StoryConsent, isFlagged: boolean): string =>
      `${isFlagged ? "⭐ " : ""}${day(on)} ${consent === "none" ? "🔒" : "✅"}`,
    flag: "⭐ Usulkan untuk PLM",
    unflag: "Batal usulkan",
    champion: "🏅 Usulkan Desa Champion",
    unchampion: "Batal usulkan Champion",
    list: "📌 Pilih untuk PLM",
    unlist: "Batal pilih",
    backToStories: "⬅️ Cerita",
  },
  desk: {
    menu: "📖 Cerita perubahan",
    names: { flagged: "⭐ Diusulkan", listed: "📌 Dipilih", champions: "🏅 Champion" } satisfies Record<
      StoryDesk,
      string
    >,
    page: (desk: StoryDesk, total: number, place: string | null) =>
      paragraphs(
        bold(`📖 Cerita perubahan: ${place ?? "semua wilayah"}`),
        {
          flagged: rich`Diusulkan pelatih dan belum dipilih: ${total}`,
          listed: rich`Dipilih untuk pertemuan belajar bersama (PLM): ${total}. Yang diizinkan penulisnya juga dikirim kepada yang memintanya.`,
          champions: rich`Diusulkan sebagai Desa Champion: ${total}`,
        }[desk],
        total > 0 &&
          desk !== "champions" &&
          rich`✅ boleh dibaca · 🔒 belum diizinkan · ⏳ penulisnya belum dipastikan · 🎤 suara belum ditulis`,
      ),
    sign: (hold: StoryHold | null): string =>
      hold === null ? "✅" : { no_consent: "🔒", not_admitted: "⏳", untyped: "🎤" }[hold],
    champion: (stories: number, readable: number): string =>
      stories === 0 ? " (belum ada)" : ` (✅ ${readable}/${stories})`,
    province: "📍 Pilih provinsi",
    askProvince: () => rich`Cerita dari provinsi mana?`,
    everywhere: "Semua wilayah",
    sheets: { pdf: "📄 Lembar PDF", xlsx: "📊 Excel" } satisfies Record<StorySheetForm, string>,
    back: "⬅️ Daftar cerita",
  },
  sheet: {
    about: "Tentang",
    name: (form: StorySheetForm): string => `lembar cerita perubahan (${formNames[form]})`,
    fileName: "cerita-perubahan",
    title: (place: string | null) => `Cerita perubahan: ${place ?? "semua wilayah"}`,
    caption: (count: number, place: string | null, notes: readonly string[]) =>
      lines(rich`Cerita perubahan: ${place ?? "semua wilayah"}, ${count} cerita.`, ...notes),
    nothing: () => rich`Belum ada cerita yang dipilih di sini.`,
    made: (on: Day) => `Dibuat ${day(on)}. Hanya untuk pertemuan belajar bersama; mohon tidak disebarkan.`,
    held: {
      no_consent: (count: number) => `${count} cerita tidak ikut: belum diizinkan penulisnya.`,
      not_admitted: (count: number) =>
        `${count} cerita tidak ikut: belum dipastikan penulisnya mengelola perpustakaan itu.`,
      untyped: (count: number) => `${count} cerita tidak ikut: pesan suaranya belum ditulis.`,
    } satisfies Record<StoryHold, unknown>,
    left: (count: number) => `${count} cerita lain tidak muat di lembar ini.`,
    photosHeld: (count: number) => `${count} cerita tanpa foto: menunggu izin orang tua atau wali.`,
    columns: {
      library: "Perpustakaan",
      village: "Desa/kelurahan",
      regency: "Kab./kota",
      province: "Provinsi",
      author: "Penulis",
      champion: "Desa Champion",
      photos: "Foto",
    },
    yes: "ya",
    photos: (count: number): string => (count === 0 ? "" : `${count} foto`),
    awaitsGuardian: "menunggu izin orang tua/wali",
  },
};
