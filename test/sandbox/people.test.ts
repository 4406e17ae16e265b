// What people do becomes true updates.
import { describe, expect, it } from "vitest";
import { accepted, call, stillWorld } from "./support.js";

describe("a person", () => {
  it("starts through a deep link", () => {
    const { world, siti } = stillWorld();
    const update = siti.opens(`https://t.me/${world.bot.username}?start=abc_-9`);
    expect(update.message).toMatchObject({
      text: "/start abc_-9",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
      from: { id: siti.id, is_bot: false, first_name: "Siti", last_name: "Aminah", language_code: "id" },
      chat: { id: siti.id, type: "private", first_name: "Siti" },
    });
    expect(update.message?.chat).not.toHaveProperty("language_code");
    expect(world.takeUpdates()).toEqual([update]);
    expect(() => siti.start("tidak boleh")).toThrow("no deep-link payload");
    expect(() => siti.opens("https://t.me/other_bot?start=x")).toThrow("does not lead to the bot");
  });

  it("has an id beyond 32 bits and a name", () => {
    const { world, siti } = stillWorld();
    expect(siti.id).toBeGreaterThan(2 ** 32);
    expect(siti.name).toBe("Siti Aminah");
    expect(world.person({ id: 42, first_name: "Budi" }).id).toBe(42);
    expect(() => world.person({ id: 42, first_name: "Lain" })).toThrow("There is a person 42 already");
  });

  it("sends an album as several updates of one album", () => {
    const { world, siti } = stillWorld();
    const updates = siti.sendsAlbum([{ caption: "Kegiatan #tpbis" }, {}, { fileUniqueId: "AQADtwice" }]);
    expect(new Set(updates.map((update) => update.message?.media_group_id)).size).toBe(1);
    expect(updates[0]?.message?.caption_entities).toEqual([{ type: "hashtag", offset: 9, length: 6 }]);
    expect(updates[2]?.message?.photo?.at(-1)?.file_unique_id).toBe("AQADtwice");
    expect(world.takeUpdates().map((update) => update.update_id)).toEqual(updates.map((update) => update.update_id));
    expect(() => siti.sendsAlbum([{}])).toThrow("2 to 10");
  });

  it("sends everything else that people send", () => {
    const { siti } = stillWorld();
    expect(siti.sendsPhoto({ caption: "Foto" }).message).toMatchObject({ caption: "Foto" });
    expect(siti.sendsVoice(9).message?.voice).toMatchObject({ duration: 9 });
    expect(siti.sendsSticker().message?.sticker).toMatchObject({ type: "regular", emoji: "👍" });
    expect(siti.sendsLocation(-6.2, 106.8).message?.location).toEqual({ latitude: -6.2, longitude: 106.8 });
    expect(siti.forwards("Undangan").message?.forward_origin).toMatchObject({ type: "hidden_user" });
  });

  it("edits, replies and deletes", () => {
    const { world, siti, clock } = stillWorld();
    const { message_id } = siti.says("Satu").message!;
    clock.advance(5000);
    const edited = siti.edits(message_id, "Dua").edited_message!;
    expect(edited).toMatchObject({ message_id, text: "Dua", edit_date: edited.date + 5 });
    expect(siti.repliesTo(message_id, "Tiga").message?.reply_to_message).toMatchObject({ message_id, text: "Dua" });
    world.takeUpdates();
    siti.deletes(message_id);
    expect(world.takeUpdates()).toEqual([]);
    expect(siti.chat().map(({ text }) => text)).toEqual(["/start", "Tiga"]);
    expect(() => siti.edits(999, "x")).toThrow("has no message 999");
  });

  it("blocks and comes back by Start", () => {
    const { world, siti } = stillWorld();
    expect(siti.blocks().my_chat_member).toMatchObject({
      chat: { id: siti.id },
      old_chat_member: { status: "member", user: { id: world.bot.id } },
      new_chat_member: { status: "kicked", until_date: 0 },
    });
    expect(() => siti.says("Halo")).toThrow("must unblock it first");
    world.takeUpdates();
    siti.start();
    const [back, start] = world.takeUpdates();
    expect(back?.my_chat_member?.new_chat_member.status).toBe("member");
    expect(start?.message?.text).toBe("/start");
  });

  it("sees unread messages until they are read or answered", () => {
    const { world, siti } = stillWorld();
    const send = () => accepted(call(world, "sendMessage", { chat_id: siti.id, text: "x" }));
    send();
    send();
    expect(siti.unread()).toBe(2);
    siti.markRead();
    expect(siti.unread()).toBe(0);
    send();
    siti.says("Ya");
    expect(siti.unread()).toBe(0);
  });
});

describe("a group", () => {
  it("lets the bot hear commands, its name and replies to it, nothing else", () => {
    const { world, siti } = stillWorld();
    const group = world.group({ title: "Kelas", members: [siti] });
    expect(siti.saysIn(group, "Apa kabar semua")).toBeUndefined();
    expect(siti.saysIn(group, "/bantuan")?.message?.chat).toMatchObject({ type: "group", title: "Kelas" });
    expect(siti.saysIn(group, `@${world.bot.username} tolong`)).toBeDefined();
    expect(world.takeUpdates()).toHaveLength(2);
    expect(world.chats.get(group.id)?.messages.size).toBe(3);
  });
});
