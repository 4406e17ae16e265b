// A session of an office's workbook that meets online from now on: both ways are read before it is saved.
import { expect, test } from "vitest";
import { readGrids } from "../../src/files/read-grids.js";
import { day, judgingOn, officeWorkbook, sendsWorkbook } from "../support/files/office-workbook.js";
import { presses } from "../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../support/stage/stage-at.js";
import { WALKED_IN } from "../support/walked-in.js";
import { buildAdmin, buildClass, buildSession } from "../support/world/builders.js";

const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });
const inTurn = phoneActsOn(stage, 2000);

const LINK = "https://zoom.us/j/123";
const WORDS = {
  id: {
    changes: [
      ["Sesi", "2", "Promosi", "Cara", "Tatap muka", "Daring"],
      ["Sesi", "2", "Promosi", "Tempat", "Aula", LINK],
    ],
    wrong: ["Sesi", "3", "Praktik", "tautan sesi daring belum diisi"],
    save: /^✅ Simpan/,
  },
  en: {
    changes: [
      ["Sessions", "2", "Promosi", "Way of meeting", "In person", "Online"],
      ["Sessions", "2", "Promosi", "Place", "Aula", LINK],
    ],
    wrong: ["Sessions", "3", "Praktik", "online now, without a link"],
    save: /^✅ Save/,
  },
};

test.each(WALKED_IN)("the details say how it met and how it will (%s)", async (language) => {
  const words = WORDS[language];
  const { id } = await buildClass(stage.db, { startsOn: "2026-04-20", provinceCode: "21", name: "Bimtek Kepri" });
  for (const [n, title] of ["Promosi", "Praktik"].entries()) {
    await buildSession(stage.db, id, { title, place: "Aula", startsAt: new Date(`2026-04-2${n}T01:00:00Z`) });
  }
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id, regionCode: "21", language });
  const rows = {
    sessions: [
      ["Bimtek Kepri", "Promosi", day("2026-04-20"), "08.00", null, "Daring", LINK, null],
      ["Bimtek Kepri", "Praktik", day("2026-04-21"), "08.00", null, "Daring", null, null],
    ],
  };
  await inTurn(budi, sendsWorkbook(await officeWorkbook(rows)));
  const message = budi.received().findLast(({ document }) => document !== undefined);
  const details = await readGrids(Buffer.from(stage.sandbox.files.byId(message?.document?.file_id ?? "")?.bytes ?? []));
  if (!details.ok) throw new Error(details.detail);
  const [wrong, changes] = details.grids.map(({ rows }) =>
    rows.slice(1).map(({ cells }) => cells.map((one) => one?.text)),
  );
  expect([wrong, changes]).toEqual([[words.wrong], words.changes]);
  await inTurn(budi, presses(words.save));
  const sessions = await stage.db.trainingSession.findMany({ orderBy: { id: "asc" } });
  expect(sessions.map(({ mode, place }) => [mode, place])).toEqual([
    ["online", LINK],
    ["in_person", "Aula"],
  ]);
  expect(stage.errors).toEqual([]);
});
