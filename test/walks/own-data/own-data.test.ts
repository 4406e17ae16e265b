// What somebody can see of their own data: all of it, and who looked.
import { expect, test } from "vitest";
import { writePhone } from "../../../src/domain/people/phone.js";
import { buildAdmin, buildTrainer } from "../../support/world/builders.js";
import { openOwnData } from "./own-data-scene.js";

const { stage, inTurn, sitiOnStage, filesOf } = openOwnData();

// Keeps P36.
test("/dataku sends a page and a JSON file with everything, and who looked at it", async () => {
  const { siti, person, participant } = await sitiOnStage();
  const admin = await buildAdmin(stage.db, { name: "Admin Budi" });
  await stage.world.store.audit.record(
    { actorId: admin.id, action: "person.view", subject: `participant:${participant.id}` },
    stage.clock.now(),
  );

  await inTurn(() => siti.says("/dataku"));

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/seeing-own-data.txt");
  const [page, json] = filesOf(siti);
  expect([page?.name, json?.name]).toEqual(["data-saya.html", "data-saya.json"]);
  expect(page?.text).toContain("<dd>Siti &lt;Rahmawati&gt;</dd>");
  expect(page?.text).toContain("<dd>Admin Budi</dd>");
  expect(page?.text).toContain("4 Juni 2024 pukul 10.00 WIB");
  expect(page?.text).toContain("<dd>Pelibatan Masyarakat</dd>");
  // Codes of the tables are for the other file.
  expect(page?.text).not.toMatch(/<dd>[a-z]+_[a-z_]+<\/dd>/);
  const data = JSON.parse(json?.text ?? "");
  expect(data.people).toMatchObject([
    { name: "Siti <Rahmawati>", phone: writePhone(person.phone ?? ""), telegramId: String(siti.id) },
  ]);
  expect(data.audits.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
    ["person.view", "Admin Budi"],
    ["person.own-data", "Siti <Rahmawati>"],
  ]);
  expect(data.work_plans).toHaveLength(3);
  expect(data.consent_receipts).toMatchObject([{ noticeVersion: "2024-1" }]);
  expect(stage.errors).toEqual([]);
});

test("/dataku is answered with the files once a minute, and says so kindly in between", async () => {
  const { siti } = await sitiOnStage();
  stage.handlesTwice = true;
  const filesAfter = async (seconds: number) => {
    stage.clock.advance(seconds * 1000);
    await inTurn(() => siti.says("/dataku"));
    return filesOf(siti).length;
  };
  // Handled twice, an update sends its two files twice: better than never.
  expect([await filesAfter(0), await filesAfter(30)]).toEqual([4, 4]);
  expect(siti.lastMessage()?.text).toContain("tunggu satu menit");
  expect(await filesAfter(31)).toBe(8);
  expect(await stage.db.audit.count({ where: { action: "person.own-data" } })).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("messages that wait to be handled are in nobody's file, and one that was given up is", async () => {
  const { siti } = await sitiOnStage();
  const of = (updateId: number, state: "waiting" | "parked") => ({
    ...{ updateId, chatId: siti.id, state, receivedAt: stage.clock.now() },
    payload: { text: `kata ${state}` },
  });
  await stage.db.inbox.createMany({ data: [of(900_001, "waiting"), of(900_002, "parked")] });
  await inTurn(() => siti.says("/dataku"));
  const data = JSON.parse(filesOf(siti)[1]?.text ?? "");
  expect(data.inbox.map(({ text }: { text: string }) => text)).toEqual([`{"text": "kata parked"}`]);
});

// Keeps P36.
test("a trainer's look at somebody's page is told to them", async () => {
  const { siti, participant, trainingClass } = await sitiOnStage();
  const rina = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina", telegramId: rina.id });
  await inTurn(() => rina.start());
  await inTurn(
    () => rina.pressesOn(rina.lastMessage()?.message_id ?? 0, `person:${participant.id}`),
    () => siti.says("/dataku"),
  );
  const data = JSON.parse(filesOf(siti)[1]?.text ?? "");
  expect(data.audits[0]).toMatchObject({ action: "person.view", by: "Rina Marlina" });
});

// Keeps P36.
test("a stranger hears that nothing is kept about them", async () => {
  const tamu = stage.person({ name: "Tamu" });
  await inTurn(
    () => tamu.says("/dataku"),
    () => tamu.says("/hapus"),
  );
  expect(tamu.received().map(({ text }) => text)).toEqual([
    expect.stringContaining("tidak terhubung dengan data apa pun"),
    expect.stringContaining("tidak terhubung dengan data apa pun"),
  ]);
});
