// Somebody joins when an announcement has left for Maluku, and not yet for Kalimantan Selatan.
import { expect, test } from "vitest";
import { EVERYBODY } from "../../../../src/domain/announcements/audience.js";
import { buildParticipant, buildRosterRow, buildTrainer } from "../../../support/world/builders.js";
import { openScheduling, WIB, WIT, WITA } from "./scheduling.js";

const { stage, here, schedule, at, change, posts, progress } = openScheduling();

/** Invited to this class, and they come. */
async function invited(name: string, provinceCode = "81") {
  const classId = here.classes[provinceCode]!;
  const { id } = await buildRosterRow(stage.db, classId, { name });
  return async (personId?: number) => {
    const { participant } =
      personId === undefined
        ? await buildParticipant(stage.db, classId, { name, provinceCode })
        : { participant: await alsoIn(classId, personId) };
    await stage.db.rosterRow.update({ where: { id }, data: { participantId: participant.id } });
    return participant.personId;
  };
}

const alsoIn = (classId: number, personId: number) =>
  stage.db.participant.create({
    data: { number: `81-24-${classId}-x`, personId, classId, kind: "desa", joinedAt: stage.clock.now() },
  });

const size = async (id: number) => Object.values((await progress(id)).tally).reduce((sum, count) => sum + count, 0);

test("who joins between two zones is one receiver: they get it with the next zone, and nobody is asked to call them", async () => {
  const joins = await invited("Baru");
  await invited("Belum");
  const id = await schedule();
  await at(WIT);
  expect((await progress(id)).tally).toMatchObject({ waiting: 1, not_joined: 2 });
  await joins();
  for (const instant of [WITA, WITA, WIB]) await at(instant);
  expect([...(await posts()).keys()].sort()).toEqual(["Baru", "Maria", "Norma", "Siti"]);
  expect((await progress(id)).tally).toMatchObject({ waiting: 4, not_joined: 1 });
  expect(await size(id)).toBe(5);
  const toCall = await stage.world.store.receivers.calls(id, null);
  expect(toCall.map(({ name }) => name)).toEqual(["Belum"]);
});

test("sent at once to all who do not have it yet, they are one receiver too, and what a trainer noted of them stays", async () => {
  const joins = await invited("Baru");
  const id = await schedule();
  await at(WIT);
  await stage.db.announcementRecipient.updateMany({
    where: { skipped: "not_joined" },
    data: { contactedAt: stage.clock.now() },
  });
  const personId = await joins();
  await change(id, { localTime: null });
  expect((await progress(id)).tally).toMatchObject({ waiting: 4, not_joined: 0 });
  expect(await size(id)).toBe(4);
  const theirs = await stage.db.announcementRecipient.findMany({ where: { announcementId: id, personId } });
  expect(theirs).toMatchObject([{ skipped: null, rosterRowId: null, contactedAt: stage.clock.now() }]);
});

test("invited to two classes and come to both, they are one receiver", async () => {
  const joins = await invited("Baru");
  const alsoJoins = await invited("Baru", "63");
  const id = await schedule();
  await at(WITA);
  await alsoJoins(await joins());
  await at(WIB);
  expect((await progress(id)).tally).toMatchObject({ waiting: 4, not_joined: 0 });
  expect(await size(id)).toBe(4);
});

test("a trainer known by name alone, who opens the bot between two zones, gets it with the next", async () => {
  const { id: trainerId } = await buildTrainer(stage.db, [here.classes["81"]!], {
    ...{ name: "Rina", provinceCode: "81", telegramId: null },
  });
  const id = await schedule({ audience: { ...EVERYBODY, role: "everyone" } });
  await at(WIT);
  expect((await progress(id)).tally).toMatchObject({ not_joined: 1 });
  await stage.db.person.update({ where: { id: trainerId }, data: { telegramId: 7_399_999_999n } });
  for (const instant of [WITA, WITA, WIB]) await at(instant);
  expect((await posts()).has("Rina")).toBe(true);
  expect((await progress(id)).tally).toMatchObject({ waiting: 4, not_joined: 0 });
});
