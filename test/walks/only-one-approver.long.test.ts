// An announcement that another admin has to approve, and hardly anybody who could: its author is told the truth each time.
import { afterAll, beforeAll, expect, test } from "vitest";
import { textsFor } from "../../src/texts/index.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage, type Stage } from "../support/stage/stage.js";
import { WALKED_IN } from "../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Language = "id" | "en";
type Phone = ReturnType<Stage["person"]>;

/** Two participants, Budi who announces and Dewi who could approve, if she could. */
async function office(language: Language, now = "2024-07-09T03:00:00Z") {
  stage = await openStage(database, now);
  stage.world.settings.approvalAbove = 1;
  const { id: classId } = await buildClass(stage.db);
  await buildTrainer(stage.db, [classId]);
  for (let n = 0; n < 2; n++) await buildParticipant(stage.db, classId);
  const [budi, dewi] = [await anAdmin("Budi Santoso", language), await anAdmin("Dewi Lestari", language)];
  return { budi, dewi };
}

async function anAdmin(name: string, language: Language) {
  const phone = stage.person({ name, english: language === "en" });
  const { id } = await buildAdmin(stage.db, { name, telegramId: phone.id, language });
  phone.start();
  await stage.settle();
  return { phone, id };
}

async function inTurn(...acts: (() => unknown)[]): Promise<void> {
  for (const act of acts) {
    stage.clock.advance(2000);
    act();
    await stage.settle();
  }
}

async function confirm(phone: Phone, language: Language): Promise<void> {
  const { draft } = textsFor(language).announcement;
  await inTurn(
    () => phone.presses(draft.propose(2)),
    () => phone.presses(draft.reallyGo),
  );
}

/** Budi puts his announcement before the others; returns all that he was told about it. */
async function propose(phone: Phone, language: Language): Promise<string> {
  const { announcement, common } = textsFor(language);
  await inTurn(
    () => phone.pressesOn(1, "announce"),
    () => phone.says("Halo {nama}"),
    () => phone.presses(announcement.draft.audience),
    () => phone.presses(common.done),
  );
  await confirm(phone, language);
  expect(stage.errors).toEqual([]);
  return phone.lastMessage()?.text ?? "";
}

const change = (id: number, data: object) => stage.db.person.update({ where: { id }, data });

const WHO_CANNOT: Record<string, (dewi: { id: number; phone: Phone }) => Promise<unknown>> = {
  "the role was taken back": ({ id }) =>
    stage.db.roleBinding.updateMany({ where: { personId: id }, data: { revokedAt: stage.clock.now() } }),
  "she was forgotten at her wish": ({ id }) => change(id, { erasedAt: stage.clock.now(), telegramId: null, name: "" }),
  "she never opened the bot": ({ id }) => change(id, { telegramId: null }),
  "she never agreed to the notice": ({ id }) => stage.db.consentReceipt.deleteMany({ where: { personId: id } }),
  "she took back her consent": ({ id }) =>
    stage.db.consentReceipt.updateMany({ where: { personId: id }, data: { withdrawnAt: stage.clock.now() } }),
  "her word does not reach as far": ({ id }) =>
    stage.db.roleBinding.updateMany({ where: { personId: id }, data: { regionCode: "21" } }),
  "the author is the only admin": ({ id }) => stage.db.roleBinding.deleteMany({ where: { personId: id } }),
};

const inBoth = (cases: string[]) => cases.flatMap((name) => WALKED_IN.map((language) => [name, language] as const));

test.each(inBoth(Object.keys(WHO_CANNOT)))(
  "when %s, the author hears that nobody could approve, and can change it (%s)",
  async (name, language) => {
    const { budi, dewi } = await office(language);
    await WHO_CANNOT[name]?.(dewi);
    const said = await propose(budi.phone, language);
    expect(said).toContain(textsFor(language).announcement.problems.no_approver(1).text);
    const { announcement } = textsFor(language);
    expect(budi.phone.buttons()).toContain(`[${announcement.draft.audience}]`);
    expect(await stage.db.announcement.count()).toBe(0);
    expect(await stage.db.outbox.count({ where: { kind: "approval_request" } })).toBe(0);
  },
);

const WHO_IS_AWAY: Record<string, (dewi: { id: number; phone: Phone }) => Promise<unknown>> = {
  "has blocked the bot": ({ phone }) => inTurn(() => phone.blocks()),
  "is gone from Telegram": ({ id }) => change(id, { unreachableCause: "gone", unreachableSince: stage.clock.now() }),
};

test.each(inBoth(Object.keys(WHO_IS_AWAY)))(
  "when the only approver %s, the author hears her name, and can propose when she is back (%s)",
  async (name, language) => {
    const { budi, dewi } = await office(language);
    await WHO_IS_AWAY[name]?.(dewi);
    const said = await propose(budi.phone, language);
    expect(said).toContain(textsFor(language).announcement.problems.approvers_unreachable(1, ["Dewi Lestari"]).text);
    expect(await stage.db.announcement.count()).toBe(0);
    await inTurn(() => dewi.phone.start());
    await confirm(budi.phone, language);
    expect(dewi.phone.received().at(-1)?.text).toContain("Budi Santoso");
    expect(budi.phone.lastMessage()?.text).toMatch(/Dewi Lestari (sudah diminta memeriksa|has been asked)/);
  },
);

test.each([
  ["id", /Dewi Lestari diminta memeriksa Selasa, 9 Juli 2024 pukul 07\.[345]\d WIB/],
  ["en", /Dewi Lestari will be asked .*Tuesday, 9 July 2024.* (at )?0?7[:.][345]\d/],
] as const)("asked for at 06.08, an approval says when it will really be asked for (%s)", async (language, words) => {
  const { budi, dewi } = await office(language, "2024-07-08T23:08:00Z");
  const before = dewi.phone.received().length;
  expect(await propose(budi.phone, language)).toMatch(words);
  expect(dewi.phone.received().length).toBe(before);
  await stage.moveTo("2024-07-09T01:00:00Z");
  expect(dewi.phone.received().at(-1)?.text).toContain("Budi Santoso");
});

test.each(WALKED_IN)(
  "an approver who gets to it a day too late hears so, and nothing leaves (%s)",
  async (language) => {
    const { budi, dewi } = await office(language);
    await propose(budi.phone, language);
    const { announcement } = textsFor(language);
    stage.clock.advance(25 * 3_600_000);
    await inTurn(() => dewi.phone.presses(announcement.approval.review));
    expect(
      dewi.phone
        .received()
        .slice(-2)
        .map(({ text }) => text)
        .join(" "),
    ).toContain(announcement.approval.expired().text);
    expect(await stage.db.outbox.count({ where: { kind: "announcement" } })).toBe(0);
    await inTurn(() => budi.phone.says("/pengumuman"));
    expect(stage.errors).toEqual([]);
  },
);

const WHO_LEAVES: Record<string, (dewi: { id: number; phone: Phone }) => Promise<unknown>> = {
  "blocks the bot": ({ phone }) => inTurn(() => phone.blocks()),
  "loses her role": ({ id }) =>
    stage.db.roleBinding.updateMany({ where: { personId: id }, data: { revokedAt: stage.clock.now() } }),
};

test.each(inBoth(Object.keys(WHO_LEAVES)))(
  "when the only approver %s after she was asked, the author's card says that nobody can be asked (%s)",
  async (name, language) => {
    const { budi, dewi } = await office(language);
    await propose(budi.phone, language);
    await WHO_LEAVES[name]?.(dewi);
    const { announcement } = textsFor(language);
    await inTurn(() => budi.phone.presses(announcement.refresh));
    const card = budi.phone
      .received()
      .map(({ text }) => text)
      .join("\n");
    expect(card).toMatch(/Belum ada admin yang bisa diminta memeriksa|No admin can be asked/);
    expect(card.match(/Dewi Lestari (sudah diminta|has been asked)/)).toBeNull();
  },
);
