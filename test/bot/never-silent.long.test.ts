// P34: whatever a participant sends, in a form or outside of one, is answered soon, and nobody is left without a way on.

import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { receive } from "../../src/sandbox/acts/receive.js";
import type { Person } from "../../src/sandbox/shapes.js";
import type { Content } from "../../src/sandbox/state/chat.js";
import { textsFor } from "../../src/texts/index.js";
import { stageAt } from "../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../support/world/builders.js";

const stage = stageAt("2024-06-11T03:00:00Z");

/** In milliseconds; the bar of P34, where nothing but the bot itself is slow. */
const SOON = 2000;

const { common, reports } = textsFor("id");

const forwarded = { forward_origin: { type: "hidden_user", sender_user_name: "Tetangga", date: 1_718_000_000 } };
const file = (kind: string) => ({ file_id: kind, file_unique_id: kind, file_size: 1000 });
const photo = [{ ...file("photo"), width: 90, height: 90 }];

/** What a phone can send, as Telegram brings it. */
const INPUTS: Record<string, (phone: Person) => unknown> = {
  "words that mean nothing to us": (p) => p.says("halo halo"),
  "an emoji alone": (p) => p.says("👍"),
  "a command that there is not": (p) => p.says("/tidakada"),
  "a sticker": (p) => p.sendsSticker(),
  "a voice message": (p) => p.sendsVoice(),
  "a location": (p) => p.sendsLocation(),
  "a live location": (p) => speak(p, { location: { latitude: 1, longitude: 104, live_period: 900 } }),
  "a venue": (p) =>
    speak(p, {
      venue: { location: { latitude: 1, longitude: 104 }, title: "Balai desa", address: "Berakit" },
      location: { latitude: 1, longitude: 104 },
    }),
  "a forwarded text": (p) => p.forwards("Undangan rapat desa"),
  "a forwarded photo": (p) => speak(p, { photo, ...forwarded }),
  "a photo without a caption": (p) => p.sendsPhoto(),
  "a photo with an empty caption": (p) => p.sendsPhoto({ caption: "" }),
  "an album": (p) => p.sendsAlbum([{}, {}]),
  "a document": (p) => p.sendsDocument({ name: "rencana.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF") }),
  "a video": (p) => speak(p, { video: { ...file("video"), width: 1, height: 1, duration: 3 } }),
  "a round video": (p) => speak(p, { video_note: { ...file("note"), length: 240, duration: 3 } }),
  music: (p) => speak(p, { audio: { ...file("audio"), duration: 3 } }),
  "an animation": (p) =>
    speak(p, {
      animation: { ...file("gif"), width: 1, height: 1, duration: 1 },
      document: file("gif"),
    }),
  "a die": (p) => speak(p, { dice: { emoji: "🎲", value: 6 } }),
  "a poll": (p) =>
    speak(p, {
      poll: { id: "1", question: "Kapan rapat?", options: [], total_voter_count: 0, is_closed: false, type: "regular" },
    }),
  "a game": (p) => speak(p, { game: { title: "Ular tangga", description: "", photo: [] } }),
  "a story": (p) => speak(p, { story: { chat: { id: p.id, type: "private", first_name: p.name }, id: 1 } }),
  "somebody else's contact": (p) => p.sharesContact({ phone: "+628990000099", user_id: 7_000_000_001 }),
  "a contact without Telegram": (p) => p.sharesContact({ phone: "+628990000098" }),
  "their own contact": (p) => p.sharesContact(),
  "a reply to an old message": (p) => p.repliesTo(p.received()[0]?.message_id ?? 0, "Yang ini?"),
  "an edited text": (p) => p.edits(own(p, ({ text }) => text !== undefined).message_id, "maksud saya lain"),
  "a message of a kind of tomorrow": (p) => speak(p, { hologram: file("hologram") }),
};

function speak(phone: Person, content: object): unknown {
  const chat = stage.sandbox.chats.get(phone.id);
  const user = stage.sandbox.users.get(phone.id)?.user;
  if (chat === undefined || user === undefined) throw new Error("nobody by that id");
  return receive(stage.sandbox, chat, user, content as Content);
}

function own(phone: Person, which: (message: Message) => boolean): Message {
  const message = phone.chat().find((one) => one.from?.id === phone.id && which(one));
  if (message === undefined) throw new Error(`${phone.name} has sent nothing of the kind`);
  return message;
}

async function siti() {
  const trainingClass = await buildClass(stage.db);
  const { person, plans } = await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati" });
  const phone = stage.person({ id: Number(person.telegramId), name: "Siti" });
  phone.start();
  await stage.listen();
  const [first, ...others] = plans;
  if (first === undefined) throw new Error("no plan");
  await stage.db.workPlan.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { state: "in_progress", activity: "Pelatihan keripik", writtenAt: stage.clock.now() },
  });
  const written = others[0]?.id ?? 0;
  return { phone, written, unwritten: first.id };
}

/** What was said in answer, and how long that took. */
async function answerTo(act: () => unknown): Promise<{ said: string[]; milliseconds: number }> {
  // Nobody is so quick that it would be one tap with the one before.
  stage.clock.advance(2000);
  stage.talk();
  const startedAt = performance.now();
  act();
  await stage.listen();
  const milliseconds = performance.now() - startedAt;
  const turns = stage.talk().split(/\n(?=\S)/);
  const said = turns.flatMap((turn) => /^Bot [→✎] [^:]+: ([\s\S]+)$/.exec(turn)?.[1] ?? []);
  return { said, milliseconds };
}

function p95(milliseconds: number[]): number {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
}

/** The words on the buttons of the newest message. */
function buttonsBelow(phone: Person): string[] {
  return (phone.lastMessage()?.reply_markup?.inline_keyboard.flat() ?? []).map(({ text }) => text);
}

/** Where the participant is: outside of every form, or at a question of each kind. */
const PLACES: Record<string, (of: Awaited<ReturnType<typeof siti>>) => Promise<void>> = {
  "outside of a form": async ({ phone }) => {
    phone.says("/batal");
    await stage.listen();
    await stage.db.draft.deleteMany();
  },
  "at a question with buttons": async ({ phone, written }) => {
    await answerTo(() => phone.pressesOn(phone.received()[0]?.message_id ?? 0, `report:${written}`));
  },
  "at a question to type": async ({ phone, unwritten }) => {
    await answerTo(() => phone.pressesOn(phone.received()[0]?.message_id ?? 0, `plan:${unwritten}`));
  },
};

/** Answered in kind, outside of forms: nobody who sends these wants anything. */
const FRIENDLY = ["an emoji alone", "a sticker", "an animation"];

describe.each(Object.keys(PLACES))("%s", (place) => {
  // Keeps P34.
  test("every kind of input is answered within two seconds and shows a way on", { timeout: 120_000 }, async () => {
    const scene = await siti();
    const { phone } = scene;
    const times: number[] = [];
    const silent: string[] = [];
    const stuck: string[] = [];
    for (const [kind, act] of Object.entries(INPUTS)) {
      await PLACES[place]?.(scene);
      const { said, milliseconds } = await answerTo(() => act(phone));
      times.push(milliseconds);
      if (said.length === 0) silent.push(kind);
      // The menu, or the form's open question with its way out. What was edited is asked for anew, in the place it belongs to.
      const wayOn = buttonsBelow(phone);
      const isOpen = [reports.open, common.cancel, common.menu].some((way) => wayOn.includes(way));
      if (!isOpen && kind !== "an edited text" && !(wayOn.length === 0 && FRIENDLY.includes(kind)))
        stuck.push(`${kind}: ${said.join(" | ")} ${wayOn.join(", ")}`);
    }
    expect(silent).toEqual([]);
    expect(stuck).toEqual([]);
    expect(p95(times)).toBeLessThanOrEqual(SOON);
    expect(stage.errors).toEqual([]);
    // Never stuck: after all that, a report is still two taps away.
    phone.pressesOn(phone.received()[0]?.message_id ?? 0, `report:${scene.written}`);
    await stage.listen();
    phone.presses(reports.state.unchanged);
    await stage.listen();
    expect(phone.chat().some(({ text }) => /LP-\d/.test(text ?? ""))).toBe(true);
  });
});

/** Of a version of yesterday, of a form that is over, of things that are gone. */
const OLD_BUTTONS = [
  ...["laporan_v0:3", "menu:7:8", "🦉", "f|state|unchanged", "f|summary|confirm", "f|nowhere|x"],
  ...["plan:999999", "report:999999", "rewrite:999999", "need_help:999999"],
];

// Keeps P34.
test.each([
  ["outside of a form", false],
  ["in the middle of a form", true],
] as const)("an old button pressed %s says so, shows what is current, and its clock stops", async (_, inForm) => {
  const { phone, unwritten } = await siti();
  const wrong: string[] = [];
  const times: number[] = [];
  for (const data of OLD_BUTTONS) {
    await stage.db.draft.deleteMany();
    phone.says("/batal");
    await stage.listen();
    // On a screen of its own: one that shows what it should already is left as it is.
    const shown = phone.lastMessage()?.message_id ?? 0;
    if (inForm) await answerTo(() => phone.pressesOn(shown, `plan:${unwritten}`));
    const calls = stage.sandbox.calls.length;
    const { said, milliseconds } = await answerTo(() => phone.pressesOn(shown, data));
    times.push(milliseconds);
    const made = stage.sandbox.calls.slice(calls).filter(({ method }) => method === "answerCallbackQuery");
    const wayOn = buttonsBelow(phone);
    const saysSo = said.some((text) => /menu lama|sudah tidak berlaku/.test(text));
    if (made.length !== 1 || !saysSo || wayOn.length === 0) {
      wrong.push(`${data}: ${made.length} clocks, ${said.join(" | ")} ${wayOn.join(", ")}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(p95(times)).toBeLessThanOrEqual(SOON);
  expect(stage.errors).toEqual([]);
});
