// Admins invite trainers and admins, take roles from them and give them back.

import { expect, test } from "vitest";
import { readGrids } from "../../../src/files/read-grids.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { ensureNationalAdmins, giveBackRole, revokeRole } from "../../../src/use-cases/index.js";
import { type Act, presses, says } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildInvitation, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z");

const inTurn = phoneActsOn(stage, 2000);
const opens =
  (data: string): Act =>
  (phone) =>
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, data);

const linkIn = (phone: Person) => /start=([\w-]+)/.exec(phone.lastMessage()?.text ?? "")?.[1] ?? "";

test("an admin invites a trainer, who takes up the role; the admin takes it away and gives it back", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21" });
  const [budi, mahmud] = [stage.person({ name: "Budi" }), stage.person({ name: "Mahmud", phone: "+6281277778888" })];
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21" });
  await inTurn(
    budi,
    (p) => p.start(),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `set_up_class:${trainingClass.id}`),
    presses("👤 Pelatih (0)"),
    presses("➕ Pelatih baru"),
    says("Mahmud Hidayat"),
    says("0778 123"),
    says("0812-7777-8888"),
    presses("✅ Buat undangan"),
    presses("⬅️ Daftar"),
    presses("⏳ Mahmud Hidayat"),
    presses("✉️ Undangan WhatsApp"),
  );
  const token = linkIn(budi);
  await inTurn(
    mahmud,
    (p) => p.start(token),
    (p) => p.sharesContact(),
    presses("✅ Setuju"),
    says("/kelas"),
  );
  expect(mahmud.lastMessage()?.text).toContain(trainingClass.name);
  await inTurn(
    budi,
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "staff:0"),
    presses(/Mahmud Hidayat/),
    presses("⛔ Cabut: Pelatih"),
    presses("⛔ Ya, cabut"),
  );
  await inTurn(mahmud, says("/kelas"));
  expect(mahmud.lastMessage()?.text).not.toContain(trainingClass.name);
  await inTurn(budi, presses("⬅️ Kembali"), presses("↩️ Kembalikan: Pelatih"));
  await inTurn(mahmud, says("/kelas"));
  expect(mahmud.lastMessage()?.text).toContain(trainingClass.name);
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/staff-desk.txt");
  const actions = (await stage.db.audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);
  expect(actions.filter((action) => /^(role|invitation)/.test(action))).toEqual([
    ...["role.grant", "invitation.renew", "role.revoke", "role.give-back"],
  ]);
  expect(stage.errors).toEqual([]);
});

test("an admin of a province makes and unmakes those below alone: nobody of the same reach, nobody of another province", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel" });
  const budi = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  const peer = await buildAdmin(stage.db, { name: "Rekan", regionCode: "21" });
  const below = await buildAdmin(stage.db, { name: "Bintan", regionCode: "21.01" });
  const national = await buildAdmin(stage.db, { name: "Sri" });
  const mine = await buildTrainer(stage.db, [own.id], { name: "Rina" });
  const theirs = await buildTrainer(stage.db, [foreign.id], { name: "Dodi" });
  const shared = await buildTrainer(stage.db, [own.id, foreign.id], { name: "Eko" });
  const actor = await actorOf(stage.world, budi.id);
  const revoked = async (personId: number) => {
    const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId } });
    return (await revokeRole(stage.world, actor, { personId, bindingId: binding.id })).kind;
  };
  expect(await revoked(mine.id)).toBe("revoked");
  expect(await revoked(mine.id)).toBe("revoked");
  expect(await revoked(below.id)).toBe("revoked");
  for (const { id } of [budi, peer, national, theirs, shared]) expect(await revoked(id)).toBe("not_allowed");
  const binding = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: mine.id } });
  const input = { personId: mine.id, bindingId: binding.id };
  expect((await giveBackRole(stage.world, actor, input)).kind).toBe("given_back");
  expect((await giveBackRole(stage.world, actor, input)).kind).toBe("given_back");
  expect(await stage.db.roleBinding.count({ where: { personId: mine.id } })).toBe(1);
  // Nobody's role is taken through the number of somebody else's.
  const other = await stage.db.roleBinding.findFirstOrThrow({ where: { personId: national.id } });
  expect((await revokeRole(stage.world, actor, { personId: mine.id, bindingId: other.id })).kind).toBe("not_allowed");
});

test("of a trainer who teaches in two provinces an admin of one sees and takes the classes that are theirs", async () => {
  const own = await buildClass(stage.db, { provinceCode: "21", name: "Kepri" });
  const foreign = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel" });
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { telegramId: budi.id, regionCode: "21" });
  const shared = await buildTrainer(stage.db, [own.id, foreign.id], { name: "Eko" });
  await inTurn(budi, says("/kelola"), opens(`staff_member:${shared.id}`));
  expect(budi.lastMessage()?.text).toContain("Mengajar juga 1 kelas di wilayah admin lain.");
  expect(budi.lastMessage()?.text).not.toContain("Kalsel");
  expect(budi.buttons().filter((label) => label.startsWith("[➖"))).toEqual(["[➖ Kepri]"]);
});

test.each([
  { language: "id", staff: "👥 Pelatih", all: "📄 Semua undangan (Excel)", purpose: "Mengirim undangan" },
  { language: "en", staff: "👥 Staff", all: "📄 All invitations (Excel)", purpose: "Sending invitations" },
] as const)(
  "an admin gets the invitations of a province as one file, and those who joined are told apart: $language",
  async ({ language, staff, all, purpose }) => {
    const own = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21" });
    const theirs = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "81", name: "Maluku" });
    const [budi, rina] = [stage.person({ name: "Budi" }), stage.person({ name: "Rina" })];
    await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
    await buildTrainer(stage.db, [own.id], { name: "Rina Kartika", telegramId: rina.id });
    const new_ = await buildTrainer(stage.db, [own.id], { name: "=Mahmud Hidayat", telegramId: null });
    const open = await buildTrainer(stage.db, [own.id], { name: "Baharuddin", telegramId: null });
    await buildInvitation(stage.db, open.id, {
      token: "undangan-yang-ada",
      expiresAt: new Date("2026-05-01T00:00:00Z"),
    });
    // Of two provinces: only admins of both may invite her; one of the other province is not on the list at all.
    await buildTrainer(stage.db, [own.id, theirs.id], { name: "Nirmala Dua Provinsi", telegramId: null });
    await buildTrainer(stage.db, [theirs.id], { name: "Yohana Maluku", telegramId: null });
    const fileOf = async (phone: Person) => {
      const { document } = phone.lastMessage() ?? {};
      const bytes = stage.sandbox.files.byId(document?.file_id ?? "")?.bytes;
      const reading = await readGrids(Buffer.from(bytes ?? []));
      if (!reading.ok) throw new Error(reading.because);
      return (reading.grids[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? ""));
    };
    await inTurn(budi, says("/kelola"), presses(staff), presses(all));
    const rows = await fileOf(budi);
    await inTurn(budi, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, `invitations:${own.waveId}:21`));
    expect(await fileOf(budi)).toEqual(rows);
    expect(rows.map(([name]) => name).slice(1)).toEqual(["=Mahmud Hidayat", "Baharuddin", "Rina Kartika"]);
    const { token } = await stage.db.invitation.findFirstOrThrow({ where: { personId: new_.id } });
    const linkOf = (end: string) => `https://t.me/${stage.sandbox.bot.username}?start=${end}`;
    expect(rows.map((row) => row[4] ?? "").slice(1)).toEqual([linkOf(token), linkOf("undangan-yang-ada"), ""]);
    for (const row of rows.slice(1, 3)) expect(row[6]).toContain(row[4]);
    // What was open stays open, and one link was made.
    expect(await stage.db.invitation.count({ where: { revokedAt: null, usedAt: null } })).toBe(2);
    const lines = await stage.db.audit.findMany({ where: { action: "staff.export" } });
    expect(lines.map(({ purpose, details }) => [purpose, (details as { count: number }).count])).toEqual([
      [purpose, 3],
      [purpose, 3],
    ]);
    // Not of another province, not of a wave that is not there, not by a trainer, and not by whoever was an admin.
    const nobody = async (phone: Person, data: string) => {
      await inTurn(phone, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, data));
      expect(phone.lastMessage()?.document, data).toBeUndefined();
    };
    await inTurn(rina, says("/kelas"));
    for (const data of [`invitations:${own.waveId}:81`, "invitations:999"]) await nobody(budi, data);
    for (const data of [`invitations:${own.waveId}:21`, "invitations:0"]) await nobody(rina, data);
    await stage.db.roleBinding.updateMany({
      where: { person: { telegramId: budi.id } },
      data: { revokedAt: stage.clock.now() },
    });
    await nobody(budi, "invitations:0");
    expect(await stage.db.audit.count({ where: { action: "staff.export" } })).toBe(2);
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/invitations-${language}.txt`);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps A05.
test.each([
  { language: "id", button: "⚖️ Bagi kelas ke pelatih", confirm: "✅ Bagi 2 kelas" },
  { language: "en", button: "⚖️ Share out the classes", confirm: "✅ Share out 2" },
] as const)(
  "an admin shares out the classes without a trainer, once seen: $language",
  async ({ language, ...labels }) => {
    const taught = await buildClass(stage.db, { startsOn: "2026-04-20", name: "Kepri 1" });
    await buildClass(stage.db, { startsOn: "2026-05-04", name: "Kepri 2" });
    await buildClass(stage.db, { startsOn: "2026-05-11", name: "Kepri 3" });
    const foreign = await buildClass(stage.db, { startsOn: "2026-05-11", name: "Maluku", provinceCode: "81" });
    const [budi, rina] = [stage.person({ name: "Budi" }), stage.person({ name: "Rina" })];
    await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, regionCode: "21", language });
    await buildTrainer(stage.db, [taught.id], { name: "Rina Kartika", telegramId: rina.id });
    await buildTrainer(stage.db, [taught.id], { name: "Mahmud Hidayat", telegramId: null });
    const teaching = async () =>
      (await stage.db.classTrainer.findMany({ include: { person: true, trainingClass: true } }))
        .map(({ person, trainingClass }) => `${trainingClass.name}: ${person.name}`)
        .sort();
    const before = await teaching();
    const shown = (phone: Person, data: string) =>
      inTurn(phone, (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, data));
    await inTurn(budi, says("/kelola"));
    await inTurn(rina, says("/kelas"));
    await shown(budi, `wave_province:${taught.waveId}:21:0`);
    await inTurn(budi, presses(labels.button));
    expect(await teaching()).toEqual(before);
    const markup = budi.lastMessage()?.reply_markup;
    const buttons = markup !== undefined && "inline_keyboard" in markup ? markup.inline_keyboard.flat() : [];
    const pressed = buttons.find(({ text }) => text === labels.confirm);
    const old = pressed !== undefined && "callback_data" in pressed ? pressed.callback_data : "";
    expect(old).toMatch(/^confirm_spread:/);
    // One class each at most: both teach one already.
    await inTurn(budi, presses("1"), presses("3"));
    // Nobody else may, whatever button they have.
    await shown(rina, old);
    await shown(budi, old.replace(":21:", ":81:"));
    expect(await teaching()).toEqual(before);
    await inTurn(budi, presses(labels.confirm));
    const after = [...before, "Kepri 2: Rina Kartika", "Kepri 3: Mahmud Hidayat"].sort();
    expect(await teaching()).toEqual(after);
    // The same button again: nothing is left to give.
    await shown(budi, old);
    expect(await teaching()).toEqual(after);
    expect(await stage.db.classTrainer.count({ where: { classId: foreign.id } })).toBe(0);
    expect(await stage.db.audit.count({ where: { action: "class.trainer-add" } })).toBe(2);
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/sharing-out-classes-${language}.txt`);
    expect(stage.errors).toEqual([]);
  },
);

test("the last admin of the country stays, also when two revoke each other at once; the named one is named in the settings", async () => {
  const [sri, budi] = [await buildAdmin(stage.db, { name: "Sri" }), await buildAdmin(stage.db, { name: "Budi" })];
  const roleOf = (personId: number) => stage.db.roleBinding.findFirstOrThrow({ where: { personId } });
  const [ofSri, ofBudi] = [await roleOf(sri.id), await roleOf(budi.id)];
  const [first, second] = [await actorOf(stage.world, sri.id), await actorOf(stage.world, budi.id)];
  const outcomes = await Promise.all([
    revokeRole(stage.world, first, { personId: budi.id, bindingId: ofBudi.id }),
    revokeRole(stage.world, second, { personId: sri.id, bindingId: ofSri.id }),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["not_allowed", "revoked"]);
  expect(await stage.db.roleBinding.count({ where: { role: "admin", revokedAt: null } })).toBe(1);

  const named = stage.person({ name: "Kepala" });
  await ensureNationalAdmins(stage.world, [named.id]);
  const kepala = await stage.db.person.findUniqueOrThrow({ where: { telegramId: named.id } });
  const isLeft = { role: "admin", revokedAt: null, personId: { not: kepala.id } } as const;
  const left = (await stage.db.roleBinding.findFirstOrThrow({ where: isLeft })).personId;
  const world = { ...stage.world, settings: { ...stage.world.settings, namedAdmins: [named.id] } };
  const input = { personId: kepala.id, bindingId: (await roleOf(kepala.id)).id };
  expect(await revokeRole(world, await actorOf(world, left), input)).toEqual({ kind: "named_in_configuration" });
});
