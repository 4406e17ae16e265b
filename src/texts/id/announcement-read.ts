// Whether an announcement was read: what its button says, and what is answered.
import { rich } from "../rich.js";

export const announcementRead = {
  ask: "👍 Sudah saya baca",
  done: "✅ Sudah dibaca",
  noted: () => rich`Sudah tercatat. Terima kasih, Bapak/Ibu.`,
  again: () =>
    rich`Bapak/Ibu, pengumuman ini perlu dibaca. Setelah selesai, mohon tekan tombol di bawah ini supaya kami tahu.`,
  notTheirs: () => rich`Pengumuman itu tidak ditujukan kepada Bapak/Ibu, jadi tidak perlu ditandai.`,
};
