// Files that an office gets back hold what others wrote: names that a spreadsheet would carry out are texts in all of them.

import { expect, test } from "vitest";
import { openZip } from "../../../src/files/zip-parts.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { day, judgingOn, officeWorkbook } from "../../support/files/office-workbook.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildSession, buildTrainer } from "../../support/world/builders.js";

// Monday, 09:00 in Jakarta.
const stage = stageAt("2026-04-06T02:00:00Z", { judge: judgingOn("2026-04-06") });

const inTurn = phoneActsOn(stage, 2000);

/** Each with a word of its own, so that one that is left out is missed. */
const HOSTILE = {
  link: '=HYPERLINK("http://jahat.example";"Tautan")',
  command: "=cmd|' /C calc'!A0",
  sum: "@SUM(1+1)*cmd",
  plus: "+1+cmd|calc",
  minus: "-2+3+cmd|minus",
  wide: "＝WEBSERVICE(lebar)",
  tab: "\t=1+cmd|tab",
  xml: '</t></is></c><c t="str"><f>1+1</f><v>2</v></c>',
};
const WORDS = {
  link: "Tautan",
  command: "/C calc",
  sum: "SUM",
  plus: "+1+cmd",
  minus: "minus",
  wide: "lebar",
  tab: "tab",
};

async function filesOf(phone: Person): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { document } of phone.received()) {
    if (document === undefined) continue;
    const zip = await openZip(stage.sandbox.files.byId(document.file_id)?.bytes ?? new Uint8Array());
    const texts: string[] = [];
    for (const name of zip.names) {
      if (!/^xl\/(worksheets\/sheet\d+|sharedStrings)\.xml$/.test(name)) continue;
      const chunks: Uint8Array[] = [];
      for await (const chunk of zip.unpack(name)) chunks.push(chunk);
      texts.push(Buffer.concat(chunks).toString("utf8"));
    }
    found.set(document.file_name ?? "", texts.join("\n"));
  }
  return found;
}

test("no cell of any file that an admin is given is a formula, and nothing of the names is left out", async () => {
  const own = await buildClass(stage.db, { startsOn: "2026-05-18", provinceCode: "21", name: HOSTILE.link });
  await buildSession(stage.db, own.id, {
    title: "Pembukaan",
    startsAt: new Date("2026-05-18T01:00:00Z"),
    place: HOSTILE.minus,
  });
  for (const name of Object.values(HOSTILE)) {
    await buildTrainer(stage.db, [own.id], { name, telegramId: null, phone: `+62812999900${name.length}` });
  }
  const budi = stage.person({ name: "Budi" });
  await buildAdmin(stage.db, { name: "Budi", telegramId: budi.id });
  const bytes = await officeWorkbook({
    classes: [
      ["2026", "1", HOSTILE.link, "Kepulauan Riau", HOSTILE.command, day("2026-05-18"), day("2026-05-22"), null],
      ["2026", "1", HOSTILE.sum, HOSTILE.plus, "Hotel", day("2026-05-18"), day("2026-05-22"), null],
    ],
    sessions: [
      [HOSTILE.link, "Pembukaan", day("2026-05-18"), "08.00", null, null, HOSTILE.plus],
      [HOSTILE.wide, HOSTILE.tab, day("2026-05-18"), "08.00", null, null, null],
    ],
    trainers: [[HOSTILE.minus, "12", HOSTILE.link, null]],
    participants: Object.values(HOSTILE).map((name) => [
      ...[name, "12", name, "Kepulauan Riau", "Kab. Bintan", "Teluk Bintan", name, name, HOSTILE.link],
    ]),
  });
  await inTurn(
    budi,
    (p) => p.says("halo"),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "invitations:0"),
    (p) => p.pressesOn(p.lastMessage()?.message_id ?? 0, "example_workbook"),
    (p) => p.sendsDocument({ name: "program.xlsx", mime: "application/octet-stream", bytes }),
  );
  const files = await filesOf(budi);
  expect([...files.keys()].sort()).toEqual([
    "baris-bermasalah.xlsx",
    "contoh-program.xlsx",
    "rincian-berkas.xlsx",
    "undangan-pelatih.xlsx",
  ]);
  const formulas = (xml: string) => (xml.match(/<f[ >/]|<c [^>]*t="str"/g) ?? []).length;
  expect([...files].map(([name, xml]) => [name, formulas(xml)])).toEqual([...files.keys()].map((name) => [name, 0]));
  for (const word of Object.values(WORDS)) {
    expect(files.get("baris-bermasalah.xlsx"), word).toContain(word);
    expect(files.get("undangan-pelatih.xlsx"), word).toContain(word);
  }
  expect(files.get("rincian-berkas.xlsx")).toContain("calc");
  expect(stage.errors).toEqual([]);
});
