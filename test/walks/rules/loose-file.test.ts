// A workbook of rules that comes into the chat by itself, without the button that asks for it.
import { expect, test } from "vitest";
import type { Day } from "../../../src/domain/time/calendar.js";
import { judgingOn, sendsWorkbook } from "../../support/files/office-workbook.js";
import { changedWorkbook, withValues } from "../../support/files/rules-workbook.js";
import { screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin } from "../../support/world/builders.js";

// Tuesday, 10:00 in Jakarta.
const stage = stageAt("2024-06-11T03:00:00Z", { judge: judgingOn("2024-06-11" as Day) });
const inTurn = phoneActsOn(stage, 3000);

// Keeps A19.
test.each(WALKED_IN)("is told its way, and is no list of people (%s)", async (language) => {
  const budi = stage.person({ name: "Budi", english: language === "en" });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: budi.id, language });
  await inTurn(budi, (p) => p.start());
  await inTurn(budi, sendsWorkbook(await changedWorkbook(withValues({ perWeek: 3 }), { language }), "aturan.xlsx"));
  expect(screen(budi)).toMatch(/berkas aturan, bukan daftar peserta|holds the rules, not people/);
  expect(await stage.db.ruleVersion.count()).toBe(0);
  expect(stage.errors).toEqual([]);
});
