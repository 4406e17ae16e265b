// A flood: the admin of a kabupaten lets all of it pause by one decision, and who joins meanwhile pauses too. The neighbouring kabupaten works on.
import { expect, test } from "vitest";
import { addDays, type Day, dayIn } from "../../../src/domain/time/calendar.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { presses, says, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";

// Tuesday 2 July, 10:00 in Jakarta: their plans are due on Sunday.
const stage = stageAt("2024-07-02T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);

async function cast(language: "id" | "en") {
  const { id } = await buildClass(stage.db, { name: "Kepri 1" });
  const english = language === "en";
  const [siti, budi, wati, rina, dewi] = ["Siti", "Budi", "Wati", "Rina", "Dewi"].map((name) =>
    stage.person({ name, english }),
  ) as [Person, Person, Person, Person, Person];
  const from = { telegramId: siti.id, language, placeCode: "21.01.10.2001", libraryName: "Perpustakaan Berakit" };
  await buildParticipant(stage.db, id, { name: "Siti Rahmawati", ...from });
  const sebong = { placeCode: "21.01.08.2001", libraryName: "Perpustakaan Sebong" };
  await buildParticipant(stage.db, id, { name: "Budi Santoso", ...from, telegramId: budi.id, ...sebong });
  const karimun = {
    placeCode: "21.02",
    libraryName: "Dinas Perpustakaan Kabupaten Karimun",
    kind: "regency_office",
  } as const;
  await buildParticipant(stage.db, id, {
    name: "Wati Lestari",
    ...from,
    telegramId: wati.id,
    ...karimun,
    flagged: true,
  });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Kelas mendongeng", writtenAt: stage.clock.now() },
  });
  await buildTrainer(stage.db, [id], { name: "Rina Marlina", telegramId: rina.id, language });
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id, regionCode: "21.01", language });
  for (const phone of [siti, budi, wati, rina, dewi]) await inTurn(phone, (one) => one.start());
  stage.talk();
  return { siti, budi, wati, rina, dewi };
}

/** The hours at which something leaves, in the morning and at noon, day by day to that one. */
async function liveTo(last: Day) {
  for (let day = addDays(dayIn("Asia/Jakarta", stage.clock.now()), 1); day <= last; day = addDays(day, 1)) {
    for (const hour of ["01:30", "04:00"]) {
      stage.clock.set(new Date(`${day}T${hour}:00Z`));
      await stage.tick();
    }
  }
}

// Keeps P24.
test.each(WALKED_IN)("the admin of a kabupaten lets all of it pause by one decision, in %s", async (language) => {
  const { siti, budi, wati, rina, dewi } = await cast(language);
  await inTurn(
    dewi,
    (p) => p.pressesOn(1, "place_pauses"),
    presses(/^➕/),
    presses(/Bintan/),
    presses(/^(1 minggu|1 week)/),
  );
  await inTurn(dewi, presses(language === "id" ? "Ya" : "Yes"), presses(/^✅/));
  const heard = [siti, budi].map((phone) => phone.received().length);
  await liveTo("2024-07-08");
  expect([siti, budi].map((phone, at) => phone.received().length - (heard[at] ?? 0))).toEqual([0, 0]);
  expect(wati.received().length).toBeGreaterThan(1);
  await inTurn(siti, says(language === "id" ? "/kemajuan" : "/progress"));
  expect(screen(siti)).not.toMatch(/terlambat|\blate\b/i);
  await inTurn(rina, says("/peserta"));
  // It lasts longer by one more decision, and is ended early by another.
  await inTurn(
    dewi,
    (p) => p.pressesOn(1, "place_pauses"),
    presses(/Bintan/),
    presses(/^⏸/),
    presses(/^(1 minggu|1 week)/),
  );
  await inTurn(dewi, presses(/^✅/));
  await liveTo("2024-07-11");
  expect([siti, budi].map((phone, at) => phone.received().length - (heard[at] ?? 0))).toEqual([1, 0]);
  await inTurn(dewi, (p) => p.pressesOn(1, "place_pauses"), presses(/Bintan/), presses(/^▶️/), presses(/^▶️/));
  await liveTo("2024-07-16");
  await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/place-pause-${language}.txt`);
  expect(stage.errors).toEqual([]);
});
