// The files that an admin is given, opened by another program than the one they were made for: LibreOffice shows in each cell what our screens
// and papers say, and finds nothing to work out.
import { parse } from "csv-parse/sync";
import { afterEach, expect, test, vi } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import { cellText } from "../../../src/domain/files/sheet.js";
import { WHOLE_COUNTRY, writeArea } from "../../../src/domain/overview/area.js";
import { openZip } from "../../../src/files/zip-parts.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { textsFor } from "../../../src/texts/index.js";
import { publishAnnouncement } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { hasLibreOffice, shownByLibreOffice, WHY_SKIPPED } from "../../support/files/libre-office.js";
import { plainSheets } from "../../support/plain/plain-sheets.js";
import { screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { casesByChance } from "../../support/world/cases-by-chance.js";
import { actorOf } from "../../support/world/plans.js";

if (!hasLibreOffice) console.warn(WHY_SKIPPED);

const stage = stageAt("2024-07-10T01:30:00Z");
const inTurn = phoneActsOn(stage, 3_000);
afterEach(() => vi.restoreAllMocks());

/** As a spreadsheet writes it: no space before the sign, a part of nothing is empty. */
const inSpreadsheet = (text: string) => text.replace(/ %$/, "%").replace(/^–$/, "");

async function formulasIn(bytes: Uint8Array): Promise<number> {
  const zip = await openZip(bytes);
  let found = 0;
  for (const name of zip.names.filter((one) => one.startsWith("xl/worksheets/"))) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.unpack(name)) chunks.push(chunk);
    found += (
      Buffer.concat(chunks)
        .toString()
        .match(/<f[ >/]|<c [^>]*t="str"/g) ?? []
    ).length;
  }
  return found;
}

async function openOffice(): Promise<{ phone: Person; announcementId: number }> {
  await casesByChance(stage.db, chanceOf(411), stage.clock.now());
  const phone = stage.person({ name: "Sri" });
  phone.start();
  await stage.settle();
  const { id } = await buildAdmin(stage.db, { name: "Sri", telegramId: phone.id });
  const wish = { draftId: 1, content: { text: "Halo {nama}", marks: [] }, audience: EVERYBODY };
  const outcome = await publishAnnouncement(stage.world, await actorOf(stage.world, id), wish);
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  // Every third has blocked the bot.
  await stage.db.$executeRaw`UPDATE outbox SET state = 'sent', telegram_message_id = id WHERE kind = 'announcement'`;
  await stage.db.$executeRaw`
    UPDATE outbox SET state = 'dead', cause = 'blocked', telegram_message_id = NULL WHERE kind = 'announcement' AND id % 3 = 0`;
  return { phone, announcementId: outcome.announcementId };
}

const purpose = (p: Person) => p.presses("Menghubungi orangnya");

test.skipIf(!hasLibreOffice)(
  "overview, people, ledger, call sheet and the month for SIM read the same in LibreOffice",
  { timeout: 300_000 },
  async () => {
    const { phone, announcementId } = await openOffice();
    const written = vi.spyOn(plainSheets, "xlsx");

    /** What they press for it, and the sheet that was meant. */
    async function compare(...acts: ((p: Person) => unknown)[]): Promise<string[][]> {
      written.mockClear();
      const had = phone.received().filter(({ document }) => document !== undefined).length;
      await inTurn(phone, ...acts);
      const files = phone.received().flatMap(({ document }) => document ?? []);
      expect(files.length, screen(phone)).toBe(had + 1);
      const bytes = stage.sandbox.files.byId(files.at(-1)?.file_id ?? "")?.bytes ?? new Uint8Array();
      expect(await formulasIn(bytes)).toBe(0);
      const sheet = written.mock.calls[0]?.[0][0];
      if (sheet === undefined) throw new Error("No sheet was written.");
      const meant = [...sheet.rows, ...(sheet.totals === undefined ? [] : [sheet.totals])];
      const shown: string[][] = parse(await shownByLibreOffice(bytes), { relax_column_count: true, bom: true });
      expect(shown[0]).toEqual(sheet.columns.map(({ heading }) => heading));
      expect(shown.slice(1)).toEqual(meant.map((row) => row.map((cell) => inSpreadsheet(cellText(cell)))));
      expect(meant.length).toBeGreaterThan(0);
      return shown;
    }

    // Each year's numbers as its screen says them, and all of the years together are the people of the list.
    let counted = 0;
    const { columns } = textsFor("id").overview.sheet;
    const at = writeArea(WHOLE_COUNTRY);
    for (const { id } of await stage.db.cohort.findMany()) {
      await inTurn(phone, (p) => p.pressesOn(1, `overview:${at}:${id}`));
      const onScreen = screen(phone);
      const overview = await compare((p) => p.pressesOn(1, `overview_file:${at}:xlsx:${id}`));
      const totalOf = (heading: string) => overview.at(-1)?.[overview[0]?.indexOf(heading) ?? -1];
      expect(onScreen).toContain(`· ${totalOf(columns.people)} orang`);
      expect(onScreen).toMatch(new RegExp(`Bergabung \\S+ ${totalOf(columns.joined)} \\(`));
      counted += Number(totalOf(columns.people));
    }

    const people = await compare(
      (p) => p.says("/ekspor"),
      (p) => p.presses("👥 Daftar peserta"),
      (p) => p.presses("Semua wilayah saya"),
      (p) => p.presses(/^Semua \(/),
      purpose,
    );
    expect(people.length - 1).toBe(counted);

    const sim = await compare(
      (p) => p.says("/ekspor"),
      (p) => p.presses("🏛 Untuk SIM TPBIS"),
      (p) => p.presses("Semua wilayah saya"),
      (p) => p.presses("Juli 2024"),
      purpose,
    );
    expect(sim.length).toBeGreaterThan(1);

    const ledger = await compare((p) => p.pressesOn(1, `export_receivers:${announcementId}`), purpose);
    expect(ledger.length - 1).toBe(await stage.db.announcementRecipient.count({ where: { announcementId } }));

    const calls = await compare((p) => p.pressesOn(1, `call_sheet:${announcementId}:xlsx`), purpose);
    const causes = ledger.flat().filter((cell) => /memblokir|blokir/i.test(cell)).length;
    expect(calls.length - 1).toBeGreaterThanOrEqual(causes);
    expect(stage.errors).toEqual([]);
  },
);
