// To those who were trainers or admins and press what was theirs.
import { listed } from "../lists.js";
import { bold, paragraphs, rich } from "../rich.js";

const roleNames = { trainer: "pelatih", admin: "admin" };
const join = "Saya peserta pelatihan";

export const formerStaff = {
  join,
  over: ({ roles, contact }: { roles: readonly ("trainer" | "admin")[]; contact: string }) =>
    paragraphs(
      rich`Tugas Bapak/Ibu sebagai ${bold(
        listed(
          "id",
          roles.map((role) => roleNames[role]),
        ),
      )} sudah berakhir, jadi ini tidak berlaku lagi dan tidak ada yang saya ubah. Pesertanya sekarang didampingi orang lain.`,
      rich`Bila ini keliru, mohon hubungi ${contact}.`,
    ),
  /** Of a class, a person or a region, to somebody who looks after others. */
  notYours: (contact: string) =>
    rich`Kelas, wilayah, atau tugas ini tidak (lagi) dipegang Bapak/Ibu, jadi tidak ada yang saya ubah. Bila keliru, mohon hubungi ${contact}.`,
};
