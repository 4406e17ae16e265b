// Classes in two provinces, and an admin who writes to them.
import { beforeEach } from "vitest";
import type { Person as Phone } from "../../../src/sandbox/shapes.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

/** Called once at the top of a file. */
export function openComposing() {
  // Tuesday, 10 a.m. in Jakarta.
  const stage = stageAt("2024-07-09T03:00:00Z");
  const does = actsOn(stage, 2500);

  beforeEach(async () => {
    const kepri = await buildClass(stage.db, { provinceCode: "21", name: "Kepri 1" });
    const kalsel = await buildClass(stage.db, { provinceCode: "63", name: "Kalsel 1" });
    await buildTrainer(stage.db, [kepri.id], { name: "Rina Marlina", telegramId: null });
    for (const name of ["Siti", "Ani"])
      await buildParticipant(stage.db, kepri.id, { name, placeCode: "21.01.10.2001" });
    const wati = await buildParticipant(stage.db, kalsel.id, { name: "Wati" });
    await stage.db.workPlan.updateMany({
      where: { libraryId: wati.library.id },
      data: { state: "done", lastReportAt: stage.clock.now() },
    });
    await buildRosterRow(stage.db, kepri.id, { name: "Joko", placeCode: "21.01.10.2001" });
  });

  async function admin({
    english = false,
    regionCode,
  }: {
    english?: boolean;
    regionCode?: string;
  } = {}): Promise<Phone> {
    const phone = stage.person({ name: "Budi", english });
    await buildAdmin(stage.db, {
      ...{ name: "Budi Santoso", telegramId: phone.id, language: english ? "en" : "id" },
      ...(regionCode !== undefined && { regionCode }),
    });
    phone.start();
    await stage.settle();
    stage.talk();
    return phone;
  }

  async function drafts() {
    const all = await stage.db.draft.findMany({ where: { form: "announcement" } });
    return all.filter(({ result }) => result === null);
  }

  function dataOf(phone: Phone, word: string): string {
    const buttons = (phone.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat();
    return (
      buttons.flatMap((one) =>
        "callback_data" in one && one.callback_data?.endsWith(word) ? one.callback_data : [],
      )[0] ?? ""
    );
  }

  function shown(phone: Phone): string[] {
    return (phone.lastMessage()?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  }

  return { stage, does, admin, drafts, dataOf, shown };
}
