// Albums whose photos come in any order, with other things and restarts between them: one answer, and every photo at its place.

import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { runs } from "../../support/runs.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T02:00:00Z");

async function wati(): Promise<SandboxPerson> {
  const trainingClass = await buildClass(stage.db, { joinToken: "masuk-kelas" });
  const { person } = await buildParticipant(stage.db, trainingClass.id, { name: "Wati Lestari" });
  await stage.db.workPlan.updateMany({
    data: { state: "in_progress", activity: "Kelas membaca nyaring", writtenAt: stage.clock.now() },
  });
  const phone = stage.person({ id: Number(person.telegramId), name: "Wati" });
  phone.start();
  await stage.settle();
  return phone;
}

async function does(...acts: (() => unknown)[]) {
  for (const act of acts) {
    act();
    await stage.settle();
    stage.clock.advance(1000);
  }
}

/** An album that is on its way: each part arrives when it is told to. */
function onItsWay(phone: SandboxPerson, count: number): Update[] {
  const parts = phone.sendsAlbum(Array.from({ length: count }, () => ({})));
  const others = stage.sandbox
    .takeUpdates()
    .filter((update) => !parts.some((part) => part.update_id === update.update_id));
  stage.sandbox.updates.redeliver(...others);
  return parts;
}

const arrives = (part: Update) => () => stage.sandbox.updates.redeliver(part);

/** As a part whose upload took longer: its message comes below what was said meanwhile. */
function withLateNumber(part: Update): Update {
  const { message } = part;
  if (message === undefined) throw new Error("A part of an album is a message.");
  return { ...part, message: { ...message, message_id: stage.sandbox.nextMessageId() } };
}

/** Numbers that are the same in every run. */
function dice(seed: number) {
  let state = seed * 2_654_435_761;
  return (sides: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % sides;
  };
}

function shuffled<T>(all: T[], roll: (sides: number) => number): T[] {
  const left = [...all];
  return all.map(() => left.splice(roll(left.length), 1)[0] as T);
}

const toTheFiles = (phone: SandboxPerson) => [
  () => phone.says("/lapor"),
  () => phone.presses("📝 Advokasi"),
  () => phone.presses("Belum mulai"),
  () => phone.presses("➕ Tambah rincian"),
];

test.each(Array.from({ length: runs("ALBUMS", { quick: 4, long: 12 }) }, (_, n) => n + 1))(
  "every photo of an album is in its report, in whichever order they come, try %i",
  async (seed) => {
    const roll = dice(seed);
    const phone = await wati();
    await does(...toTheFiles(phone));
    const count = 2 + roll(9);
    const [first, ...rest] = shuffled(onItsWay(phone, count), roll);
    if (first === undefined) throw new Error("An album has photos.");
    const presses: [string, () => unknown][] = [
      ["press", () => phone.presses("✅ Selesai")],
      ["press", () => phone.says("Bertemu kepala desa")],
      ["press", () => phone.presses("Lewati")],
      ["press", () => phone.presses("✅ Kirim laporan")],
    ];
    const acts: [string, () => unknown][] = [["photo", arrives(first)], ...presses];
    for (const part of rest) {
      const isLate = roll(2) === 0;
      const photo = () => arrives(isLate ? withLateNumber(part) : part)();
      acts.splice(1 + roll(acts.length), 0, ["photo", photo]);
    }

    let answers = 0;
    for (const [kind, act] of acts) {
      if (roll(4) === 0) stage.restart();
      stage.handlesTwice = kind === "photo" && answers > 0 && roll(4) === 0;
      const before = phone.received().length;
      await does(act);
      const more = phone.received().length - before;
      // Handled again as after a crash, what was answered is answered again.
      if (kind === "photo") answers += stage.handlesTwice ? Math.min(more, 1) : more;
    }

    const isLateForTheReport = acts.at(-1)?.[0] === "photo";
    // A second word only where the report was on its way already.
    expect(answers).toBe(isLateForTheReport ? 2 : 1);
    const files = await stage.db.evidence.findMany({ include: { report: true } });
    expect(files.map(({ report }) => report?.number)).toEqual(Array.from({ length: count }, () => "LP-241-0001"));
    expect(stage.errors).toEqual([]);
  },
  20_000,
);

describe("an album where no photo is asked for gets one answer", () => {
  const AT: Record<string, (phone: SandboxPerson) => (() => unknown)[]> = {
    "outside of forms": () => [],
    "at a question with buttons": (phone) => [() => phone.says("/lapor"), () => phone.presses("📝 Advokasi")],
    "at a question about words": (phone) => [
      ...toTheFiles(phone).slice(0, 2),
      () => phone.presses("⚠️ Ada kendala"),
      () => phone.says("/rencana"),
    ],
    "while leaving a form": (phone) => [...toTheFiles(phone).slice(0, 2), () => phone.says("batal")],
  };
  test.each(Object.keys(AT))("%s", async (where) => {
    const phone = await wati();
    await does(...(AT[where]?.(phone) ?? []));
    const before = phone.received().length;
    const [first, second, third, fourth] = onItsWay(phone, 4);
    if (!first || !second || !third || !fourth) throw new Error("An album has photos.");
    await does(arrives(third));
    expect(phone.received()).toHaveLength(before + 1);
    stage.restart();
    await does(arrives(first), arrives(fourth));
    expect(phone.received()).toHaveLength(before + 1);
    await does(() => phone.says("/jadwal"));
    const after = phone.received().length;
    await does(arrives(second));
    expect(phone.received()).toHaveLength(after);
    // The one that was answered, handled again as after a crash, is answered again; a form's question stands there already.
    await does(arrives(third));
    expect(phone.received().length > after).toBe(where === "outside of forms");
    expect(stage.errors).toEqual([]);
  });

  test("in the middle of a registration, and from somebody unknown", async () => {
    await wati();
    const phone = stage.person({ name: "Tono" });
    await does(() => phone.sendsAlbum([{}, {}, {}]));
    expect(phone.received()).toHaveLength(1);
    await does(
      () => phone.start("masuk-kelas"),
      () => phone.presses("✅ Setuju"),
    );
    const before = phone.received().length;
    await does(() => phone.sendsAlbum([{}, {}, {}, {}, {}]));
    expect(phone.received()).toHaveLength(before + 1);
    expect(stage.errors).toEqual([]);
  });

  test("from an admin who writes an announcement", async () => {
    const admin = await buildAdmin(stage.db, { name: "Budi Santoso" });
    const phone = stage.person({ id: Number(admin.telegramId), name: "Budi" });
    phone.start();
    await does(
      () => phone.says("/pengumuman"),
      () => phone.says("/pengumuman"),
    );
    const before = phone.received().length;
    await does(() => phone.sendsAlbum([{}, {}, {}]));
    expect(phone.received()).toHaveLength(before + 1);
    expect(stage.errors).toEqual([]);
  });
});

test("of two albums that come mixed each gets one answer, and the last count is that of both", async () => {
  const phone = await wati();
  await does(...toTheFiles(phone));
  const one = onItsWay(phone, 3);
  const two = onItsWay(phone, 4);
  const before = phone.received().length;
  const mixed = [one[0], two[1], one[2], two[0], two[3], one[1], two[2]];
  await does(...mixed.map((part) => arrives(part as Update)));
  expect(phone.received()).toHaveLength(before + 2);
  expect(phone.lastMessage()?.text).toContain("7 foto diterima");
  expect(await stage.db.evidence.count()).toBe(7);
});

test("a part of an album whose form was put aside is kept with it, without a word", async () => {
  const phone = await wati();
  await does(...toTheFiles(phone));
  const [first, second] = onItsWay(phone, 2);
  await does(
    arrives(first as Update),
    () => phone.says("batal"),
    () => phone.presses("💾 Simpan untuk nanti"),
  );
  const before = phone.received().length;
  await does(arrives(second as Update));
  expect(phone.received()).toHaveLength(before);
  await does(() => phone.presses("▶️ Lanjutkan"));
  expect(phone.lastMessage()?.text).toContain("2 foto diterima");
});

test("the photos of a plan on paper that come when it is saved are kept with it, and that is said once", async () => {
  const phone = await wati();
  await stage.db.workPlan.updateMany({ data: { state: "unwritten", activity: null, writtenAt: null } });
  await does(
    () => phone.says("/rencana"),
    () => phone.presses("✍️ Advokasi"),
  );
  const [first, ...rest] = onItsWay(phone, 3);
  await does(
    arrives(first as Update),
    () => phone.presses("✅ Selesai"),
    () => phone.presses("✅ Simpan rencana"),
  );
  const before = phone.received().length;
  await does(...rest.map(arrives));
  expect(phone.received()).toHaveLength(before + 1);
  expect(await stage.db.evidence.count({ where: { plan: { type: "advocacy" } } })).toBe(3);
});

test("of what waits in the inbox only the last part changes the count", async () => {
  const phone = await wati();
  await does(...toTheFiles(phone));
  const parts = onItsWay(phone, 3);
  const [first, second, third] = parts as [Update, Update, Update];
  await does(arrives(first));
  await stage.db.inbox.create({
    data: {
      ...{ updateId: third.update_id, chatId: phone.id, receivedAt: stage.clock.now() },
      payload: JSON.parse(JSON.stringify(third)),
    },
  });
  await does(arrives(second));
  expect(phone.lastMessage()?.text).toContain("1 foto diterima");
  await stage.db.inbox.deleteMany();
  await does(arrives(third));
  expect(phone.lastMessage()?.text).toContain("3 foto diterima");
});
