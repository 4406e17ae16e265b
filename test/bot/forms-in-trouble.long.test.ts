// Forms when something goes wrong: a call or a screen is refused, answers come out of step, steering words come as answers.

import { expect, test } from "vitest";
import type { Fault } from "../../src/sandbox/state/faults.js";
import { actsOn, stageAt } from "../support/stage/stage-at.js";
import { berakit } from "../support/world/plans.js";

const stage = stageAt("2024-06-11T03:00:00Z");

async function siti() {
  const { personId } = await berakit(stage.db);
  await stage.db.workPlan.updateMany({ data: { targetOn: new Date("2024-07-01"), partner: "Kader" } });
  const person = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  return stage.person({ id: Number(person.telegramId), name: "Siti" });
}

const inTurn = actsOn(stage);

const REFUSED: Fault = { kind: "status", code: 400, description: "Bad Request: message is too long" };
const GATEWAY: Fault = { kind: "html", code: 502 };

test.each([0, 1, 2, 3, 4, 5, 6])(
  "a gateway's error at call %i of a report loses neither form nor number",
  async (skip) => {
    const phone = await siti();
    stage.triesAgain = true;
    stage.sandbox.faults.add({ skip, times: 1, chatId: phone.id, fault: GATEWAY });
    await inTurn(
      () => phone.says("/lapor"),
      () => phone.presses("📝 Advokasi"),
      () => phone.presses("🔄 Berjalan"),
      () => phone.presses("✅ Kirim sekarang"),
    );
    expect(await stage.db.progressReport.count()).toBe(1);
    const receipts = phone.received().filter(({ text }) => text?.includes("LP-241-0001"));
    expect(receipts).toHaveLength(1);
    expect(phone.received().some(({ text }) => text?.includes("menu lama"))).toBe(false);
  },
);

test.each([2, 3, 4])("a screen refused after %i others leaves a way back and a way out", async (skip) => {
  const phone = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
  );
  stage.sandbox.faults.add({ skip: skip - 2, times: 2, method: "editMessageText", fault: REFUSED });
  const refusing = stage.sandbox.faults.add({ times: 1, method: "sendMessage", fault: REFUSED });
  await inTurn(
    () => phone.presses("🔄 Berjalan"),
    () => phone.presses(/Kirim sekarang|Buang isian/),
  );
  refusing();
  await inTurn(() => phone.says("/jadwal"));
  expect(phone.lastMessage()?.text).not.toContain("tidak bisa ditampilkan");
});

test("only the first of two hasty answers counts, and a reply to an older question is no answer", async () => {
  const phone = await siti();
  await inTurn(
    () => phone.says("/rencana"),
    () => phone.presses("📄 Advokasi"),
    () => phone.presses(/Ubah/),
  );
  await inTurn(() => phone.presses(/✏️ Mitra/));
  const question = phone.lastMessage()?.message_id ?? 0;
  phone.says("Karang taruna");
  phone.says("Ibu PKK");
  await stage.settle();
  const [draft] = await stage.db.draft.findMany({ where: { form: "plan" } });
  expect(draft?.answers).toMatchObject({ partner: "Karang taruna" });
  await inTurn(
    () => phone.presses(/✏️ Mitra/),
    () => phone.repliesTo(question, "Kelompok tani"),
  );
  expect(phone.lastMessage()?.text).toContain("membalas pesan yang lain");
  expect((await stage.db.draft.findMany({ where: { form: "plan" } }))[0]?.answers).toMatchObject({
    partner: "Karang taruna",
  });
  expect(stage.errors).toEqual([]);
});

test.each(["  LEWATI!! ", "skip", "Kembali", "⬅️ back", "batal ya", "tidak  jadi", "selesai", "Lanjut", "MENU", "help"])(
  "the word “%s” is never a partner's name",
  async (word) => {
    const phone = await siti();
    await inTurn(
      () => phone.says("/rencana"),
      () => phone.presses("📄 Advokasi"),
      () => phone.presses(/Ubah/),
      () => phone.presses(/✏️ Mitra/),
      () => phone.says(word),
    );
    const drafts = await stage.db.draft.findMany({ where: { form: "plan" } });
    for (const { answers } of drafts) {
      expect([undefined, null, "Kader"]).toContain((answers as { partner?: string | null }).partner);
    }
    expect(stage.errors).toEqual([]);
  },
);
