// Somebody stuck asks for help: the trainer hears of it within a minute, the asker sees what became of it,
// and without an answer the province does too.
import { expect, test } from "vitest";
import { OBSTACLES } from "../../../src/domain/plans/work-plan.js";
import { escalateQuestions } from "../../../src/use-cases/index.js";
import { openHelp } from "./help-scene.js";

const { stage, inTurn, at, cast } = openHelp();

// Keeps P30.
test("a plea for help reaches the trainer at once, and the asker sees: not read, read, answered", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("/lapor"),
    () => siti.presses("📝 Advokasi"),
    () => siti.presses("⚠️ Ada kendala"),
    () => siti.presses("Anggaran/APBDes"),
    () => siti.presses("🙋 Minta bantuan pelatih"),
  );
  const [post] = await stage.db.outbox.findMany({ where: { kind: "question" } });
  expect((post?.settledAt?.getTime() ?? Infinity) - stage.clock.now().getTime()).toBeLessThanOrEqual(60_000);
  await inTurn(
    () => siti.presses("🔄 Cek status"),
    () => rina.presses("Jawab"),
    () => siti.presses("🔄 Cek status"),
    () => rina.says("Saya telepon kepala desa besok, Bu."),
  );
  stage.clock.advance(2000);
  siti.pressesOn(siti.received().at(-2)?.message_id ?? 0, "asked:1");
  await stage.settle();
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/help.txt");
  expect(stage.errors).toEqual([]);
});

// Keeps P30.
test("outside the trainer's hours it waits for their morning", async () => {
  const { siti } = await cast();
  stage.clock.set(new Date("2024-06-10T14:00:00Z"));
  await inTurn(
    () => siti.says("/lapor"),
    () => siti.presses("📝 Advokasi"),
    () => siti.presses("⚠️ Ada kendala"),
    () => siti.presses("Sinyal, HP"),
    () => siti.presses("🙋 Minta bantuan pelatih"),
  );
  const [post] = await stage.db.outbox.findMany({ where: { kind: "question" } });
  expect(post?.state).toBe("waiting");
  expect(post?.dueAt.toISOString().slice(0, 13)).toBe("2024-06-11T00");
  expect(siti.received().at(-2)?.text).toContain("di luar jam kerja");
});

// Keeps P30.
test("what nobody answered for 48 hours is told to the province's admins, once; in English too", async () => {
  const { siti, rina, sari, province } = await cast({ english: true });
  await inTurn(
    () => siti.says("/ask"),
    () => siti.says("May the activity move to August?"),
  );
  stage.talk();
  await at("2024-06-12T01:55:00Z");
  expect(await stage.db.outbox.count({ where: { kind: "escalation" } })).toBe(0);
  stage.talk();
  await at("2024-06-12T02:05:00Z");
  expect(await escalateQuestions(stage.world)).toEqual({ escalated: 0 });
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/escalated.txt");
  await at("2024-06-13T02:00:00Z");
  await inTurn(() => siti.says("/start"));
  siti.pressesOn(siti.lastMessage()?.message_id ?? 0, "asked:1");
  await stage.settle();
  const posts = await stage.db.outbox.findMany({ where: { kind: "escalation" } });
  expect(posts.map(({ personId, state }) => ({ personId, state }))).toEqual([{ personId: province.id, state: "sent" }]);
  expect(sari.lastMessage()?.text).toContain("May the activity move to August?");
  expect(siti.lastMessage()?.text).toContain("the province has been told");

  // Answered, and asked on: two days begin anew.
  rina.pressesOn(rina.received()[0]?.message_id ?? 0, "question:1");
  await stage.settle();
  await inTurn(() => rina.says("Yes."));
  siti.pressesOn(siti.lastMessage()?.message_id ?? 0, "question:1");
  await stage.settle();
  await inTurn(() => siti.says("And to September?"));
  await at("2024-06-15T01:55:00Z");
  expect(await stage.db.outbox.count({ where: { kind: "escalation" } })).toBe(1);
  await at("2024-06-15T02:05:00Z");
  expect(await stage.db.outbox.count({ where: { kind: "escalation" } })).toBe(2);
  expect(stage.errors).toEqual([]);
});

// Keeps P30.
test("a province without an admin: the nation's are told, and no other province's", async () => {
  const { siti } = await cast();
  await stage.db.roleBinding.updateMany({ where: { regionCode: "21" }, data: { revokedAt: stage.clock.now() } });
  await inTurn(
    () => siti.says("/tanya"),
    () => siti.says("Bolehkah tanggalnya diubah?"),
  );
  await at("2024-06-12T02:05:00Z");
  const [only, ...more] = await stage.db.outbox.findMany({ where: { kind: "escalation" } });
  const told = await stage.db.person.findUnique({ where: { id: only?.personId ?? 0 } });
  expect([told?.name, more.length]).toEqual(["Nasional", 0]);
});

// Keeps P30.
test("there are at least ten categories of obstacle", () => {
  expect(OBSTACLES.length).toBeGreaterThanOrEqual(10);
});

test("an answered plea is no plea any more, neither on the menu nor in the summary", async () => {
  const { siti, rina } = await cast();
  await inTurn(
    () => siti.says("/lapor"),
    () => siti.presses("📝 Advokasi"),
    () => siti.presses("⚠️ Ada kendala"),
    () => siti.presses("Anggaran/APBDes"),
    () => siti.presses("🙋 Minta bantuan pelatih"),
  );
  await at("2024-06-11T02:00:00Z");
  await inTurn(() => rina.says("/start"));
  expect(rina.buttons()).toContain("[🙋 Minta bantuan (1)]");
  await inTurn(() => rina.says("/ringkasan"));
  expect(rina.lastMessage()?.text).toMatch(/🙋 Minta bantuan: 1, sejak 10 Juni/);
  expect(rina.lastMessage()?.text).toContain("minta bantuan sejak 10 Juni");

  await inTurn(
    () => rina.says("/tanya"),
    () => rina.presses(/^1\. 🙋 Siti Rahmawati/),
    () => rina.says("Saya telepon kepala desa besok, Bu."),
    () => rina.says("/start"),
  );
  const menu =
    rina
      .lastMessage()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text) ?? [];
  expect(menu).toContain("👥 Peserta");
  expect(menu.join()).not.toMatch(/Minta bantuan|Pertanyaan/);
  await inTurn(() => rina.says("/ringkasan"));
  expect(rina.lastMessage()?.text).not.toContain("inta bantuan");
  expect(await stage.db.followUp.findMany({ where: { reason: "help", resolvedAt: null } })).toEqual([]);
  expect(stage.errors).toEqual([]);
});
