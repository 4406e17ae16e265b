// An admin goes on with a file of rules that is older than the rules in force: their own changes since, or a colleague's.
import { expect, test } from "vitest";
import type { Language } from "../../../src/domain/people/person.js";
import type { Rules } from "../../../src/domain/rules/rules.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { changedWorkbook, sendsRules, withValues } from "../../support/files/rules-workbook.js";
import { type Act, everything, presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin } from "../../support/world/builders.js";

// Tuesday, 10:00 in Jakarta.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

const opensForm: Act = (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "send_rules");
const puts = presses(/^✅ (Berlakukan|Put in force)/);

async function cast(language: Language = "id") {
  const english = language === "en";
  const [budi, dewi] = [stage.person({ name: "Budi", english }), stage.person({ name: "Dewi", english })];
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, language });
  for (const phone of [budi, dewi]) await inTurn(phone, (p) => p.start());
  stage.talk();
  return { budi, dewi };
}

const withHoliday = (rules: Rules): Rules => ({
  ...rules,
  holidays: { ...rules.holidays, "2025-02-03": "Hari jadi" },
});

/** The file that went out before anything was changed. */
const sends = async (phone: Person, change: (rules: Rules) => Rules, language: Language = "id") =>
  inTurn(phone, sendsRules(await changedWorkbook(change, { language })));

// Keeps A19.
test.each(WALKED_IN)(
  "whoever takes a change back in the same file is told that it stays, and how to go on (%s)",
  async (language) => {
    const { budi, dewi } = await cast(language);
    await inTurn(budi, opensForm);
    await sends(budi, withHoliday, language);
    await inTurn(budi, puts, opensForm);
    await sends(budi, (rules) => rules, language);
    await sends(budi, withValues({ perWeek: 3 }), language);
    await inTurn(budi, puts, opensForm);
    await inTurn(dewi, opensForm);
    await sends(dewi, withValues({ perDay: 3, perWeek: 2 }), language);
    await sends(dewi, withValues({ eveningBeforeClass: "17:00", workUntil: "18:00" }), language);
    await inTurn(dewi, puts, opensForm);
    await sends(budi, withValues({ summary: "18:30" }), language);
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/rules-again-${language}.txt`);
    expect(await stage.db.ruleVersion.count()).toBe(3);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps A19.
test("what is confirmed is what the summary was compared with, though the file was read before that", async () => {
  const { budi, dewi } = await cast();
  await inTurn(budi, opensForm);
  await sends(budi, withValues({ perWeek: 3 }));
  await inTurn(dewi, opensForm);
  await sends(dewi, withValues({ perDay: 2 }));
  await inTurn(dewi, puts);
  await inTurn(budi, opensForm);
  expect(screen(budi)).toContain("Dewi Lestari mengubah aturan");
  await inTurn(budi, puts);
  expect(everything(budi)).not.toContain("Sementara itu");
  expect(screen(budi)).toContain("Aturan versi 2 sudah berlaku");
});

// Keeps A19.
test("a summary further up, of rules that are in force no more, puts nothing in force", async () => {
  const { budi, dewi } = await cast();
  await inTurn(budi, opensForm);
  await sends(budi, withValues({ perWeek: 3 }));
  const summary = budi.lastMessage()?.message_id ?? 0;
  const [[button] = []] = budi.lastMessage()?.reply_markup?.inline_keyboard ?? [];
  const data = button !== undefined && "callback_data" in button ? button.callback_data : "";
  await inTurn(dewi, opensForm);
  await sends(dewi, withValues({ perDay: 2 }));
  await inTurn(dewi, puts);
  await inTurn(budi, opensForm, (p) => p.pressesOn(summary, data));
  expect(screen(budi)).toContain("Sementara itu aturan sudah berubah");
  expect(await stage.db.ruleVersion.count()).toBe(1);
});

// Keeps A19.
test("a file that a colleague's change has left behind while it lay there can be replaced by a new download", async () => {
  const { budi, dewi } = await cast();
  await inTurn(budi, opensForm);
  await sends(budi, withValues({ perWeek: 3 }));
  await inTurn(dewi, opensForm);
  await sends(dewi, withValues({ perWeek: 3 }));
  await inTurn(dewi, puts);
  await inTurn(budi, puts);
  expect(screen(budi)).toContain("berkas itu sama dengan aturan yang berlaku");
  expect(JSON.stringify(budi.lastMessage()?.reply_markup)).toContain('"rules_file"');
  await inTurn(budi, presses(/^📥/));
  expect(everything(budi)).toContain("Ini aturan yang sedang berlaku");
  expect(stage.errors).toEqual([]);
});
