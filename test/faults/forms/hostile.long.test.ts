// F26: hostile input. Nobody changes what is not theirs, whatever they press; nothing that can be sent stops the bot; and everybody,
// friend or not, is answered. The long form presses 10,000 buttons (HOSTILE_PRESSES).

import type { Message, Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { FORMS } from "../../../src/bot/forms/forms.js";
import type { ActionName } from "../../../src/domain/messages/action.js";
import { ACTIONS } from "../../../src/domain/messages/actions.js";
import { queue, receive } from "../../../src/sandbox/acts/receive.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import type { Content } from "../../../src/sandbox/state/chat.js";
import type { UpdateContent } from "../../../src/sandbox/state/updates.js";
import { runs, someOf } from "../../support/runs.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { type Act, OPEN } from "./every-form.js";
import { digestOf, openTwoClasses, readyFor, type Side } from "./hostile-scene.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");

const PRESSES = runs("HOSTILE_PRESSES", { quick: 100, long: 1_000 });

/** Always the same sequence, so that a failure can be looked at again (mulberry32). */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  return { next, one };
}

/** The ids of the second class begin at 5,001. */
const isOfSecond = (id: number) => id > 5000;

function namesTheOthers(line: {
  actor_id: number | null;
  subject: string;
  details: { shown?: string[] } | null;
}): boolean {
  const { actor_id: actor, subject, details } = line;
  const named = [subject, ...(details?.shown ?? [])].flatMap((one) => /:(\d+)$/.exec(one)?.[1] ?? []);
  return actor === null || named.some((id) => isOfSecond(Number(id)) !== isOfSecond(actor));
}

const NAMES = Object.keys(ACTIONS) as ActionName[];
const VERBS = [
  ...["again", "arrived", "drop", "bring", "leave", "undo", "roles", "practice", "close", "renew", "pdf", "picture"],
  ...["name", "due", "all", "obstacle", "not_joined", "reminders", "present", "late", "absent", "id", "en"],
];
const STRANGE = [
  ...[
    "",
    "-1",
    "0",
    "1e3",
    "NaN",
    "2147483648",
    "99999999999999",
    "2024-06-18",
    "2024-13-99",
    "__proto__",
    "constructor",
  ],
  ...[
    "toString",
    "null",
    "undefined",
    "' OR 1=1 --",
    "../../etc/passwd",
    "\u202Egnirts",
    "\0",
    "🦉🦉",
    "%00",
    "0123456789abcdef",
  ],
];
const STEPS = [
  ...[
    "summary",
    "phone",
    "name",
    "kind",
    "province",
    "village",
    "message",
    "activity",
    "state",
    "files",
    "day",
    "time",
  ],
  ...["content", "roles", "region", "purpose", "way", "reason", "constructor", "__proto__", ""],
];
const VALUES = [
  ...["confirm", "back", "cancel", "done", "skip", "edit.name", "edit.__proto__", "edit.toString", "edit.phone"],
  ...["page.0", "page.999", "page.-1", "none", "quick.0", "quick.9", "usual", "desa", "21.01.10.2001", "new"],
];

// Keeps F26.
describe("buttons", () => {
  // Keeps F26.
  test(`${PRESSES} forged and stale buttons change nothing of anybody else's, and each press is answered`, async () => {
    const { riau, maluku, stranger } = await openTwoClasses(stage);
    const { next, one } = randomFrom(26);
    const forgers: { phone: Person; theirs: Side }[] = [
      ...[riau.participant, riau.trainer, riau.admin].map((phone) => ({ phone, theirs: maluku })),
      ...[maluku.participant, maluku.trainer, maluku.admin].map((phone) => ({ phone, theirs: riau })),
      { phone: stranger, theirs: riau },
    ];
    const forged = (theirs: Side): string => {
      const part = () => {
        const kind = next();
        if (kind < 0.7) return String(one(theirs.ids));
        if (kind < 0.77) return one(theirs.tokens);
        return kind < 0.85 ? one(VERBS) : one(STRANGE);
      };
      if (next() < 0.2) return `f|${one(STEPS)}|${next() < 0.5 ? one(VALUES) : part()}`;
      if (next() < 0.03) return one(STRANGE);
      // Agreeing to the notice, with whatever link, asking for more time, an admin's own practice and the invitations of one's own people
      // of a wave, which is everybody's, are one's own right.
      const own = ["consent", "more_time", "make_practice", "invitations"];
      const name = one(NAMES.filter((known) => !own.includes(known)));
      // Mostly as many as the button would have, so that most presses get as far as the question of right.
      const parts = Array.from({ length: next() < 0.8 ? ACTIONS[name].length : Math.floor(next() * 4) }, part);
      return [name, ...parts].join(":").slice(0, 64);
    };
    const before = await digestOf(stage);
    const unanswered: string[] = [];
    const milliseconds: number[] = [];
    for (let press = 0; press < PRESSES; press++) {
      const { phone, theirs } = one(forgers);
      const data = forged(theirs) || "x";
      const calls = stage.sandbox.calls.length;
      // Nobody is so quick that it would be one tap with the one before.
      stage.clock.advance(1000);
      phone.pressesOn(one(phone.received()).message_id, data);
      const startedAt = performance.now();
      await stage.settle();
      milliseconds.push(performance.now() - startedAt);
      const made = stage.sandbox.calls.slice(calls).map(({ method }) => method);
      const isAnswered = made.includes("answerCallbackQuery") && made.some((method) => /^(send|edit)/.test(method));
      if (!isAnswered) unanswered.push(`${phone.name}: ${data}`);
    }
    expect(stage.errors).toEqual([]);
    expect(unanswered).toEqual([]);
    const { audits = [], ...after } = await digestOf(stage);
    expect({ ...after, audits: before.audits }).toEqual(before);
    // What somebody may see leaves a line; it never names anybody of the other class.
    expect(audits.map((line) => JSON.parse(line)).filter(namesTheOthers)).toEqual([]);
    milliseconds.sort((a, b) => a - b);
    expect(milliseconds[Math.floor(PRESSES * 0.95)]).toBeLessThan(2000);
  }, 1_800_000);

  // Keeps F26.
  test("the same buttons in the hands of those whose they are do change something: the test above could fail", async () => {
    const { riau } = await openTwoClasses(stage);
    const before = await digestOf(stage);
    const [, session] = riau.ids;
    for (const data of [`attend:${session}:late`, `erase:${riau.ids[6]}`]) {
      riau.participant.pressesOn(riau.participant.received()[0]?.message_id ?? 0, data);
      await stage.settle();
    }
    const after = await digestOf(stage);
    expect(after.attendance).not.toEqual(before.attendance);
    expect(after.people).not.toEqual(before.people);
  });

  // Keeps F26.
  test("a forged change of a field that is no question leaves the form where it was", async () => {
    const { maluku } = await openTwoClasses(stage);
    const phone = maluku.trainer;
    phone.says("/kelas");
    await stage.settle();
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, "move_session:5001");
    await stage.settle();
    for (const act of [() => phone.says("20 Juni 2024"), () => phone.says("13.00")]) {
      act();
      await stage.settle();
    }
    const summary = phone.lastMessage();
    for (const step of ["toString", "__proto__", "constructor", "name", ""]) {
      phone.pressesOn(summary?.message_id ?? 0, `f|summary|edit.${step}`);
      await stage.settle();
      expect(phone.lastMessage()?.text, step).toContain("menu lama");
    }
    const [draft] = await stage.db.draft.findMany();
    expect(draft?.editing).toBeNull();
    expect(stage.errors).toEqual([]);
  });
});

/** What a field meant for a name or a sentence may be given. */
const TEXTS = [
  "\0",
  "Siti\0 Rahmawati\0",
  "\u202Eitis\u202C",
  "شكرا جزيلا",
  '=HYPERLINK("http://jahat.example","klik")',
  "+62;=1+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "'; DROP TABLE people; --",
  "<b>tebal</b> &amp; {nama} %s",
  "👩‍👩‍👧‍👦".repeat(40),
  "\uD83D",
  "a".repeat(4096),
  "\u200B\u200B",
  "🇮🇩",
  "/",
  "/tidakada \0",
  "9".repeat(400),
  "-1",
  "1e309",
  "32 Februari 99999",
  "25:99",
];

const inTurn = phoneActsOn(stage, 1000);

/** Answers with something new to read, or with what is there changed. */
async function isAnswered(act: () => unknown): Promise<boolean> {
  const before = stage.sandbox.calls.length;
  stage.clock.advance(1000);
  act();
  await stage.settle();
  return stage.sandbox.calls.slice(before).some(({ method, code }) => /^(send|edit)/.test(method) && code === 200);
}

/** 50 MB as Telegram reports them, a bomb in a small archive, an archive that says it is a table, a program. */
const FILES: Act[] = [
  (p) => p.sendsPhoto({ size: 50_000_000 }),
  (p) => p.sendsDocument({ name: "besar.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF"), size: 50_000_000 }),
  (p) => p.sendsDocument({ name: "bom.zip", mime: "application/zip", bytes: zipBomb() }),
  (p) =>
    p.sendsDocument({
      ...{ name: "bom.xlsx", mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
      bytes: zipBomb(),
    }),
  (p) => p.sendsDocument({ name: "\u202Egpj.exe", mime: "application/x-msdownload", bytes: Buffer.from("MZ") }),
  (p) => p.sendsDocument({ name: "../../../etc/passwd", mime: "", bytes: Buffer.from("x"), caption: "\0=1+1" }),
  (p) => p.sendsAlbum([{ caption: "=1+1" }, { size: 50_000_000 }, {}]),
];

/** The head of an archive of 42 kB that says it unpacks to 4 GB: nothing of ours may ever look inside. */
function zipBomb(): Buffer {
  const head = Buffer.alloc(42_374);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt32LE(0xffffffff, 22);
  return head;
}

/** Messages of kinds that no question asks for, as Telegram would bring them. */
const KINDS: Record<string, object> = {
  poll: {
    poll: { id: "1", question: "Setuju?", options: [], total_voter_count: 0, is_closed: false, type: "regular" },
  },
  dice: { dice: { emoji: "🎲", value: 6 } },
  "video note": { video_note: { file_id: "v", file_unique_id: "v", length: 240, duration: 3 } },
  video: { video: { file_id: "v", file_unique_id: "v", width: 1, height: 1, duration: 3, file_size: 50_000_000 } },
  audio: { audio: { file_id: "a", file_unique_id: "a", duration: 3 } },
  animation: { animation: { file_id: "g", file_unique_id: "g", width: 1, height: 1, duration: 1 } },
  game: { game: { title: "x", description: "x", photo: [] } },
  venue: {
    venue: { location: { latitude: 0, longitude: 0 }, title: "x", address: "x" },
    location: { latitude: 0, longitude: 0 },
  },
  story: { story: { chat: { id: 1, type: "private", first_name: "x" }, id: 1 } },
  checklist: { checklist: { title: "x", tasks: [] } },
  "a photo without sizes": { photo: [] },
  "somebody else's contact": { contact: { phone_number: "\0", first_name: "\u202E" } },
  "something of tomorrow": { hologram: { file_id: "h" } },
  nothing: {},
};

// Keeps F26.
describe("messages", () => {
  // Keeps F26, P34.
  test.each(someOf(3, Object.keys(OPEN) as (keyof typeof FORMS)[]))(
    "whatever is sent to the form %s is answered",
    async (form) => {
      const { riau, stranger } = await openTwoClasses(stage);
      const { who, open } = OPEN[form];
      const phone = who === "stranger" ? stranger : riau[who];
      await readyFor(stage, form, phone);
      const reopen = () => inTurn(phone, (p) => p.says("/batal"), ...open);
      const silent: string[] = [];
      await inTurn(phone, ...open);
      const expectForm = async () => expect((await stage.db.draft.findFirst({ where: { form } }))?.form).toBe(form);
      await expectForm();
      const speak = (content: object) =>
        receive(
          stage.sandbox,
          stage.sandbox.chats.get(phone.id)!,
          stage.sandbox.users.get(phone.id)!.user,
          content as Content,
        );
      for (const text of TEXTS)
        if (!(await isAnswered(() => speak({ text })))) silent.push(JSON.stringify(text.slice(0, 20)));
      await reopen();
      for (const act of FILES) if (!(await isAnswered(() => act(phone)))) silent.push(String(act));
      for (const [kind, content] of Object.entries(KINDS))
        if (!(await isAnswered(() => speak(content)))) silent.push(kind);
      const odd: Act[] = [
        (p) => p.sendsSticker(),
        (p) => p.sendsVoice(),
        (p) => p.sendsLocation(),
        (p) => p.forwards("\0"),
        (p) => p.sharesContact({ phone: "+0", user_id: p.id }),
        (p) => p.edits(p.chat().find(({ from }) => from?.id === p.id)?.message_id ?? 0, "\0 diubah"),
        (p) => p.repliesTo(p.received()[0]?.message_id ?? 0, "\0"),
      ];
      for (const act of odd) if (!(await isAnswered(() => act(phone)))) silent.push(String(act));
      expect(silent).toEqual([]);
      expect(stage.errors).toEqual([]);
      // Copies are fetched; what is too large or gone is noted, not tried for ever.
      await stage.tick();
      expect(stage.errors).toEqual([]);
      // And the next thing said is answered as ever.
      expect(await isAnswered(() => phone.says("/bantuan"))).toBe(true);
    },
    120_000,
  );

  // Keeps F26.
  test("updates of kinds that a chat does not bring, and of none at all, are passed over", async () => {
    const { stranger } = await openTwoClasses(stage);
    const from = stage.sandbox.users.get(stranger.id)!.user;
    const others: object[] = [
      { inline_query: { id: "1", from, query: "x", offset: "" } },
      { poll: { id: "1", question: "x", options: [] } },
      { channel_post: { message_id: 1, chat: { id: -100, type: "channel", title: "x" }, date: 0, text: "x" } },
      { chat_join_request: { chat: { id: -1, type: "group", title: "x" }, from, user_chat_id: 1, date: 0 } },
      {
        message_reaction: {
          chat: { id: from.id, type: "private" },
          message_id: 1,
          user: from,
          date: 0,
          old_reaction: [],
          new_reaction: [],
        },
      },
      { callback_query: { id: "1", from, chat_instance: "1", inline_message_id: "x", data: "menu" } },
      { callback_query: { id: "2", from, chat_instance: "1", game_short_name: "x" } },
      { hologram: { of: from } },
      {},
    ];
    for (const content of others) {
      queue(stage.sandbox, content as UpdateContent);
      await stage.settle();
    }
    expect(stage.errors).toEqual([]);
  });

  // Keeps P34.
  test("a live position that the phone edits by itself is answered once, not every few seconds", async () => {
    const { stranger } = await openTwoClasses(stage);
    expect(await isAnswered(() => stranger.sendsLocation())).toBe(true);
    const own = stranger.chat().findLast(({ location }) => location !== undefined) as Message;
    const edit = { edited_message: { ...own, edit_date: 1 } } as unknown as Omit<Update, "update_id">;
    expect(await isAnswered(() => queue(stage.sandbox, edit))).toBe(false);
    expect(stage.errors).toEqual([]);
  });
});

// Keeps F26.
test("a name that is a formula is a name in the exported table, and one that turns the writing does not turn it", async () => {
  const { riau, stranger } = await openTwoClasses(stage);
  await inTurn(
    stranger,
    (p) => p.start("masuk-kepri"),
    (p) => p.presses("✅ Setuju"),
    (p) => p.says("Lewati"),
    (p) => p.says('=HYPERLINK("http://jahat.example")\u202E\0'),
    (p) => p.presses("Dinas provinsi"),
    (p) => p.presses("✅ Benar, daftarkan"),
  );
  const person = await stage.db.person.findFirstOrThrow({ where: { telegramId: stranger.id } });
  expect(person.name).toBe('=HYPERLINK("http://jahat.example")');
  await inTurn(
    riau.admin,
    (p) => p.says("/pengumuman"),
    (p) => p.pressesOn(1, "announce"),
    (p) => p.says("Halo {nama}"),
    (p) => p.presses("👥 Kepada"),
    (p) => p.presses("✅ Selesai"),
    (p) => p.presses(/^✅ Kirim/),
    (p) => p.presses(/^✅ Ya/),
  );
  const { id } = await stage.db.announcement.findFirstOrThrow({ orderBy: { id: "desc" } });
  await inTurn(
    riau.admin,
    (p) => p.pressesOn(1, `export_announcement:${id}`),
    (p) => p.says("Pemeriksaan"),
  );
  const fileId = riau.admin.received().findLast(({ document }) => document !== undefined)?.document?.file_id ?? "";
  const table = Buffer.from(stage.sandbox.files.byId(fileId)?.bytes ?? []).toString("utf8");
  expect(table).toContain("HYPERLINK");
  const cells = table
    .replace("\uFEFF", "")
    .split(/\r\n/)
    .flatMap((line) => line.split(";"));
  expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell) && !/^\+62 \d{3}-\d{3,4}-\d{3,5}$/.test(cell))).toEqual([]);
  expect(stage.errors).toEqual([]);
});
