// A whole world as readable text.
import { expect, it } from "vitest";
import { transcript } from "../../src/sandbox/transcript.js";
import { call, stillWorld } from "./support.js";

it("all chats stand in the order in which things were said, with buttons as they are now", () => {
  const { world, siti } = stillWorld();
  const budi = world.person({ first_name: "Budi" });
  const ya = {
    inline_keyboard: [
      [
        { text: "Ya", callback_data: "y" },
        { text: "Tidak", callback_data: "n" },
      ],
    ],
  };
  call(world, "sendMessage", { chat_id: siti.id, text: "Selamat pagi, Ibu.\nSudah selesai?", reply_markup: ya });
  budi.start("abc");
  const asked = call(world, "sendMessage", {
    chat_id: budi.id,
    text: "Nomor?",
    reply_markup: { keyboard: [["Lewati"]] },
  });
  siti.sendsPhoto({ caption: "Kegiatan" });
  siti.sendsDocument({ name: "a.csv", mime: "text/csv", bytes: Buffer.from("a") });
  budi.sharesContact({ phone: "+628550001" });
  const group = world.group({ title: "Kelas", members: [budi] });
  budi.saysIn(group, "Halo");
  call(world, "sendMessage", { chat_id: group.id, text: "Halo juga" });
  call(world, "editMessageText", {
    chat_id: budi.id,
    message_id: asked.ok ? (asked.result as { message_id: number }).message_id : 0,
    text: "Nomor telepon?",
  });
  expect(transcript(world, { [siti.id]: "Ibu Siti" })).toBe(`Ibu Siti: /start
Bot → Ibu Siti: Selamat pagi, Ibu.
    Sudah selesai?
    [Ya] [Tidak]
Budi: /start abc
Bot → Budi (edited): Nomor telepon?
Ibu Siti: (photo) Kegiatan
Ibu Siti: (file a.csv)
Budi: (contact +628550001)
Budi in Kelas: Halo
Bot → Kelas: Halo juga`);
});
