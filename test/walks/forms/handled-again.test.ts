// The process dies when a form's question has been sent, before anybody could note that the update is over: it is handled again.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { day, judgingOn, officeWorkbook } from "../../support/files/office-workbook.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin } from "../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });
});
afterAll(() => database.close());

test.each(["asked for", "loose"])(
  "the preview of a file that is %s and the lines that come back are sent once",
  async (kind) => {
    const budi = stage.person({ name: "Budi" });
    await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id });
    budi.says("halo");
    await stage.settle();
    if (kind === "asked for") {
      budi.says("/impor");
      await stage.settle();
    }
    stage.handlesTwice = true;
    const bytes = await officeWorkbook({
      classes: [["2026", "1", "Kepri 1", "Kepulauan Riau", "Hotel", day("2026-05-18"), day("2026-05-22"), null]],
      participants: [["Hasan", "12", "Perpustakaan desa", "Kepulauan Riau", "", "", "Entah", "", "Kepri 1"]],
    });
    const before = budi.received().length;
    stage.clock.advance(2000);
    budi.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes });
    await stage.settle();
    expect(
      budi
        .received()
        .slice(before)
        .map(({ text, caption }) => (text ?? caption ?? "").split("\n")[0]),
    ).toEqual([expect.stringContaining("1 baris bermasalah"), "📄 program.xlsx"]);
    expect(stage.errors).toEqual([]);
  },
);
