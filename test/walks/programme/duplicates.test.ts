// An admin finds somebody who is there twice, compares both, merges them, and takes it back; and a library under two names.
import { describe, expect, test } from "vitest";
import type { Person } from "../../../src/sandbox/shapes.js";
import { everything, presses, screen } from "../../support/stage/phone.js";
import { phoneActsOn, stageAt } from "../../support/stage/stage-at.js";
import { WALKED_IN } from "../../support/walked-in.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-11T03:00:00Z");
const inTurn = phoneActsOn(stage, 3000);
const DAY = 86_400_000;

const WORDS = {
  id: {
    menu: /Data ganda \(/,
    ...{ merge: "✅ Gabungkan", yes: "✅ Ya, gabungkan", swap: /Nomor 2 yang tetap/, two: /Bukan orang/ },
    ...{ undo: /Batalkan penggabungan/, list: /Data ganda/, state: /Berjalan/, send: /Kirim/, plans: "/rencana" },
    ...{ moved: "Mohon lanjutkan di akun Telegram yang satunya", both: "Juga ditulis sebelum digabung" },
  },
  en: {
    menu: /Duplicates \(/,
    ...{ merge: "✅ Merge", yes: "✅ Yes, merge", swap: /Number 2 stays/, two: /Not the same person/ },
    ...{ undo: /Undo the merge/, list: /Duplicates/, state: /Under way|In progress/, send: /Send/, plans: "/plan" },
    ...{ moved: "go on in your other Telegram account", both: "Also written before the merge" },
  },
};

async function cast(language: "id" | "en") {
  const english = language === "en";
  const { db } = stage;
  const { id } = await buildClass(db, { name: "Kepri 1" });
  const [dewi, siti, second, budi] = ["Dewi", "Siti", "Siti (HP baru)", "Budi"].map((name) =>
    stage.person({ name, english }),
  ) as [Person, Person, Person, Person];
  const village = { placeCode: "21.01.10.2001", language } as const;
  const library = { ...village, libraryName: "Perpustakaan Berakit" };
  await buildParticipant(db, id, { ...library, name: "Siti Aminah", telegramId: siti.id });
  const again = await buildParticipant(db, id, { ...library, name: "Hj. Siti Aminah, S.Pd", telegramId: second.id });
  const room = { ...village, kind: "tbm" as const };
  const cahaya = await buildParticipant(db, id, {
    ...room,
    name: "Budi Santoso",
    libraryName: "TBM Cahaya",
    telegramId: budi.id,
  });
  const other = await buildParticipant(db, id, { ...room, name: "Eko Prasetyo", libraryName: "Taman Baca Cahaya" });
  const at = stage.clock.now();
  const written = { state: "not_started" as const, writtenAt: at, changedAt: at };
  await db.workPlan.updateMany({
    where: { libraryId: again.library.id },
    data: { ...written, activity: "Pojok baca anak" },
  });
  await db.workPlan.updateMany({
    where: { libraryId: cahaya.library.id },
    data: { ...written, activity: "Kelas komputer" },
  });
  await db.workPlan.updateMany({
    where: { libraryId: other.library.id },
    data: { ...written, activity: "Keripik pisang" },
  });
  await buildAdmin(db, { name: "Dewi Lestari", telegramId: dewi.id, regionCode: "21.01", language });
  for (const phone of [dewi, siti, second, budi]) await inTurn(phone, (one) => one.start());
  await inTurn(
    second,
    (p) => p.pressesOn(1, `report:${again.plans[0]?.id}`),
    presses(WORDS[language].state),
    presses(WORDS[language].send),
  );
  stage.talk();
  return { dewi, siti, second, budi, plans: again.plans };
}

// Keeps A21.
describe.each(WALKED_IN)("duplicates (%s)", (language) => {
  const words = WORDS[language];

  test("are suggested with their reason, compared, merged, told to both accounts, and undone", async () => {
    const { dewi, siti, second, budi, plans } = await cast(language);
    await inTurn(dewi, (p) => p.pressesOn(1, "programme"), presses(words.menu), presses(/👤/));
    // Who has reported stays; the admin chooses the other one, thinks better of it, and merges.
    await inTurn(dewi, presses(words.swap), presses(words.swap), presses(words.merge), presses(words.yes));
    expect(everything(siti)).toContain(words.moved);
    const { planId, authorId } = await stage.db.progressReport.findFirstOrThrow();
    expect([planId, authorId]).toEqual([plans[0]?.id, 2]);
    // The account that goes is told where its person is, whatever is pressed there.
    await inTurn(siti, (p) => p.says(words.plans));
    expect(screen(siti)).not.toContain("Pojok baca anak");
    await inTurn(second, (p) => p.says(words.plans));
    expect(screen(second)).toContain("Pojok baca anak");
    // A week is long enough to notice.
    stage.clock.advance(2 * DAY);
    await inTurn(
      dewi,
      (p) => p.pressesOn(1, "programme"),
      presses(words.list),
      presses(/↩️/),
      presses(/→/),
      presses(words.undo),
    );
    await inTurn(siti, (p) => p.says(words.plans));
    expect(screen(siti)).toContain("Pojok baca anak");
    await inTurn(dewi, presses(words.list), presses(/📚/), presses(words.merge), presses(words.yes));
    await inTurn(budi, (p) => p.says(words.plans), presses(/Layanan|Information/));
    expect(screen(budi)).toContain(words.both);
    expect(screen(budi)).toContain("Keripik pisang");
    await inTurn(dewi, presses(words.list), presses(/👤/), presses(words.two));
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/duplicates.${language}.txt`);
    const looks = await stage.db.audit.findMany({
      where: { action: { startsWith: "duplicates." } },
      orderBy: { id: "asc" },
    });
    expect(looks.map(({ action, subject }) => `${action} ${subject}`)).toContain("duplicates.view person:2");
    expect(looks.map(({ action }) => action)).toContain("duplicates.list");
    expect(stage.errors).toEqual([]);
  }, 60_000);
});

test("an old button about somebody who was merged meanwhile says so, and shows the way back", async () => {
  const { dewi } = await cast("id");
  await inTurn(dewi, (p) => p.pressesOn(1, "merge_people:2:1"));
  await inTurn(dewi, (p) => p.pressesOn(1, "same_people:1:2"));
  expect(screen(dewi)).toContain("sudah digabungkan");
  await inTurn(dewi, (p) => p.pressesOn(1, "same_people:1:3"));
  expect(screen(dewi)).toContain("Salah satunya sudah digabungkan atau dihapus");
  await inTurn(dewi, (p) => p.pressesOn(1, "same_libraries:1:99"));
  expect(stage.errors).toEqual([]);
});

test("without any, the programme's desk does not speak of them", async () => {
  const dewi = stage.person({ name: "Dewi" });
  await buildClass(stage.db);
  await buildAdmin(stage.db, { name: "Dewi Lestari", telegramId: dewi.id });
  await inTurn(
    dewi,
    (p) => p.start(),
    (p) => p.says("/kelola"),
  );
  expect(everything(dewi)).not.toContain("Data ganda");
});
