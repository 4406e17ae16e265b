// P35: a button pressed five times in a second has one effect and one reply: every button there is, and those of every form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FORMS } from "../../src/bot/conversations/forms.js";
import { ACTIONS, type ActionName } from "../../src/domain/action.js";
import type { Person } from "../../src/sandbox/people.js";
import { openTwoClasses, readyFor, type Side } from "../faults/hostile-scene.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { BUTTONS, type Who } from "../support/every-button.js";
import { plainList } from "../support/plain-rosters.js";
import { openStage, type Stage } from "../support/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Tuesday, 10:00 in Tanjungpinang. */
const NOW = "2024-06-11T03:00:00Z";

/** Every row there is but the last tap itself, so that nothing that a tap too many does stays hidden. */
async function everything(): Promise<Record<string, string[]>> {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('places', 'taps') ORDER BY 1`;
  const each = tables.map(({ name }) => `SELECT '${name}' AS name, to_jsonb(t)::text AS row FROM "${name}" t`);
  const rows = await stage.db.$queryRawUnsafe<{ name: string; row: string }[]>(
    `${each.join(" UNION ALL ")} ORDER BY 1, 2`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [name, rows.filter((one) => one.name === name).map(({ row }) => row)]),
  );
}

const phoneOf = (who: Who, side: Side, stranger: Person) => (who === "stranger" ? stranger : side[who]);

/** These change who somebody is: the others come before them. */
const LAST: ActionName[] = ["refuse", "accept", "consent", "erase"];

describe("P35 pressed five times in a second, it has one effect and one reply:", () => {
  let scene: Awaited<ReturnType<typeof openTwoClasses>>;
  beforeAll(async () => {
    stage = await openStage(database, NOW);
    scene = await openTwoClasses(stage);
  });
  const names = Object.keys(BUTTONS) as ActionName[];

  test.each([...names.filter((name) => !LAST.includes(name)), ...LAST])("the button %s", async (name) => {
    const [who, ...ids] = BUTTONS[name];
    const phone = phoneOf(who, scene.riau, scene.stranger);
    stage.clock.advance(60_000);
    const pressed = phone.answers().length;
    const data = [name, ...ids].join(":");
    expect(ACTIONS[name].length, "ids").toBeGreaterThanOrEqual(ids.length);
    const screen = phone.lastMessage()?.message_id ?? 0;
    const calls = stage.sandbox.calls.length;
    phone.pressesOn(screen, data);
    await stage.settle();
    // Where the screen shows already what it should, Telegram is asked all the same.
    expect(stage.sandbox.calls.slice(calls).some(({ method }) => /^(send|edit)/.test(method))).toBe(true);
    stage.talk();
    const after = await everything();
    for (let tap = 2; tap <= 5; tap++) {
      stage.clock.advance(200);
      phone.pressesOn(screen, data);
    }
    await stage.settle();
    expect(stage.talk(), "replies to the others").toBe("");
    expect(await everything()).toEqual(after);
    expect(phone.answers().length - pressed, "presses answered for themselves").toBe(5);
    expect(stage.errors).toEqual([]);
  });
});

type Act = (phone: Person, press: (choice: string | RegExp) => void) => unknown;

/** Each form from its opening to its end; what is pressed is pressed as often as the test says. */
const WALKS: Record<keyof typeof FORMS, { who: Who; acts: Act[] }> = {
  registration: {
    who: "stranger",
    acts: [
      (p) => p.start("masuk-kepri"),
      (_, press) => press("✅ Setuju"),
      (p) => p.says("Lewati"),
      (p) => p.says("Tono Susilo"),
      (_, press) => press("Perpustakaan desa"),
      (_, press) => press("Kab. Bintan"),
      (_, press) => press("Teluk Sebong"),
      (_, press) => press("Berakit"),
      (_, press) => press("⬅️ Kembali"),
      (_, press) => press("Berakit"),
      (_, press) => press("Perpustakaan Berakit"),
      (_, press) => press("✏️ Nama"),
      (p) => p.says("Tono"),
      (_, press) => press("✅ Benar, daftarkan"),
    ],
  },
  plan: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "plan:3"),
      (p) => p.says("Bertemu kepala desa tentang anggaran buku"),
      (_, press) => press(/⬅️ Kembali/),
      (p) => p.says("Bertemu kepala desa"),
      (_, press) => press(/Batal/),
    ],
  },
  report: {
    who: "participant",
    acts: [(p) => p.pressesOn(1, "report:1"), (_, press) => press(/[Tt]idak ada perubahan/)],
  },
  add_files: {
    who: "participant",
    acts: [
      (p) => p.pressesOn(1, "report:1"),
      (_, press) => press(/[Tt]idak ada perubahan/),
      (p) => p.sendsPhoto(),
      (_, press) => press(/^Ya, tambahkan/),
    ],
  },
  question: { who: "trainer", acts: [(p) => p.pressesOn(1, "question:1"), (_, press) => press("Boleh, silakan.")] },
  move_session: {
    who: "trainer",
    acts: [
      (p) => p.pressesOn(1, "move_session:1"),
      (p) => p.says("20 Juni 2024"),
      (p) => p.says("13.00"),
      (_, press) => press("✅ Ya, pindahkan"),
    ],
  },
  announcement: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "announce"),
      (p) => p.says("Halo {nama}"),
      (_, press) => press(/Kepulauan Riau/),
      (_, press) => press("Peserta"),
      (_, press) => press("Semua peserta"),
      (_, press) => press(/^✅ Kirim/),
    ],
  },
  "announcement-export": {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "announcement:1:export"), (p) => p.says("Pemeriksaan")],
  },
  contact: {
    who: "trainer",
    acts: [(p) => p.pressesOn(1, "note:1"), (_, press) => press(/telepon/i), (_, press) => press(/Lewati/)],
  },
  extension: {
    who: "trainer",
    acts: [(p) => p.pressesOn(1, "extend:1"), (_, press) => press(/^Sampai /), (p) => p.says("Listrik padam")],
  },
  staff_name: { who: "admin", acts: [(p) => p.says("halo"), (p) => p.says("Budi Santoso")] },
  staff_invitation: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "invite_trainer:1"),
      (p) => p.says("Mahmud Hidayat"),
      (p) => p.says("0812 7777 8888"),
      (_, press) => press("✅ Buat undangan"),
    ],
  },
  roster: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "roster:1"),
      (p) =>
        p.sendsDocument({
          name: "peserta.csv",
          mime: "text/csv",
          bytes: plainList("Wati;0812 7777 1111;21.01.08.2001;;"),
        }),
      (_, press) => press(/^✅ Simpan/),
    ],
  },
  cohort: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "new_cohort"),
      (_, press) => press("2025"),
      (_, press) => press("Bimtek SPP-TIK 2025"),
    ],
  },
  wave: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "new_wave:1"), (p) => p.says("1 Juli 2024"), (p) => p.says("12 Juli 2024")],
  },
  class: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "new_class:1:21"),
      (p) => p.says("1 Juli 2024"),
      (_, press) => press("Jum 5 Jul"),
      (_, press) => press("Bimtek SPP-TIK Kepulauan Riau"),
      (_, press) => press("Daring"),
      (_, press) => press("✅ Buat kelas"),
    ],
  },
  copy_class: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "copy_class:1"),
      (p) => p.says("1 Juli 2024"),
      (_, press) => press("Bimtek SPP-TIK Kepulauan Riau"),
      (_, press) => press("✅ Salin"),
    ],
  },
  class_detail: {
    who: "admin",
    acts: [(p) => p.pressesOn(1, "change_class:1:venue"), (p) => p.says("Hotel Aston, Tanjungpinang")],
  },
  shift_class: { who: "admin", acts: [(p) => p.pressesOn(1, "shift_class:1"), (p) => p.says("1 Juli 2024")] },
  session: {
    who: "admin",
    acts: [
      (p) => p.pressesOn(1, "add_session:1"),
      (_, press) => press("Penutupan"),
      (_, press) => press("Jum 7 Jun"),
      (p) => p.says("13.00"),
    ],
  },
};

/** What was said, and all that is kept but for the numbers of updates. */
async function walk(form: keyof typeof FORMS, taps: number) {
  stage = await openStage(database, NOW);
  const { riau, stranger } = await openTwoClasses(stage);
  const { who, acts } = WALKS[form];
  const phone = phoneOf(who, riau, stranger);
  await readyFor(stage, form, phone);
  stage.talk();
  for (const act of acts) {
    stage.clock.advance(60_000);
    act(phone, (choice) => {
      const { message_id: screen, data } = buttonOf(phone, choice);
      for (let tap = 0; tap < taps; tap++) phone.pressesOn(screen, data);
    });
    await stage.settle();
  }
  expect(stage.errors).toEqual([]);
  const rows = Object.entries(await everything())
    .filter(([name]) => name !== "conversation_states")
    .map(([name, all]) => [name, all.map((row) => row.replaceAll(/\b1000\d{5}\b/g, "#"))]);
  return { said: stage.talk(), rows: Object.fromEntries(rows) };
}

function buttonOf(phone: Person, choice: string | RegExp): { message_id: number; data: string } {
  for (const { message_id, reply_markup } of phone.received().toReversed()) {
    for (const button of reply_markup?.inline_keyboard.flat() ?? []) {
      const isIt = typeof choice === "string" ? button.text === choice : choice.test(button.text);
      if (isIt && "callback_data" in button) return { message_id, data: button.callback_data };
    }
  }
  throw new Error(`No button ${choice}: ${phone.buttons().join(" ")}`);
}

test.each(Object.keys(WALKS) as (keyof typeof FORMS)[])(
  "P35 the form %s goes the same way for hasty fingers",
  async (form) => {
    const calm = await walk(form, 1);
    const hasty = await walk(form, 5);
    expect(hasty.said).toBe(calm.said);
    expect(hasty.rows).toEqual(calm.rows);
  },
);
