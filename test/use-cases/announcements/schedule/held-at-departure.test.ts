// When its time has come, an announcement does not fit those who are in its audience by then, or it is for very many more than it was for.
import { expect, test } from "vitest";
import { approveAnnouncement, resumeAnnouncement, reviewAnnouncement } from "../../../../src/use-cases/index.js";
import { buildParticipant } from "../../../support/world/builders.js";
import { openScheduling, WIB, WIT, WITA } from "./scheduling.js";

const { stage, here, anAdmin, schedule, at, change, posts, told } = openScheduling();

const WITH_LIBRARY = { text: "Halo dari {perpustakaan}", marks: [] };
const joins = (name: string, provinceCode: string) =>
  buildParticipant(stage.db, here.classes[provinceCode]!, { name, provinceCode });
const stateOf = async (id: number) => (await stage.db.announcement.findUniqueOrThrow({ where: { id } })).state;

async function withoutLibrary(name: string, provinceCode: string) {
  const { participant } = await joins(name, provinceCode);
  await stage.db.participant.update({ where: { id: participant.id }, data: { libraryId: null } });
}

test("told to go on, one that does not fit yet says so at once and stays held", async () => {
  const id = await schedule({ content: WITH_LIBRARY });
  await withoutLibrary("Tanpa", "81");
  await at(WIT);
  for (let n = 0; n < 2; n++) {
    expect(await resumeAnnouncement(stage.world, here.author, id)).toMatchObject({
      ...{ kind: "problem", problem: { kind: "missing_words", variable: "perpustakaan" } },
    });
  }
  expect(await stateOf(id)).toBe("paused");
  expect(await told()).toHaveLength(1);
});

test("held again after it was told to go on, its author is told again, once", async () => {
  const id = await schedule({ content: WITH_LIBRARY });
  await withoutLibrary("Tanpa", "81");
  await at(WIT);
  // It fitted for a moment: they had a library when it was told to go on.
  await stage.db.announcement.update({ where: { id }, data: { state: "sending", resumedAt: stage.clock.now() } });
  for (let n = 0; n < 2; n++) await at("2024-07-07T23:01:00Z");
  expect(await stateOf(id)).toBe("paused");
  expect(await told()).toHaveLength(2);
});

test("for more by then than one admin may write to alone, it is put before another once, and leaves when they approve", async () => {
  stage.world.settings.approvalAbove = 3;
  const second = await anAdmin("Dewi");
  const id = await schedule();
  await at(WIT);
  expect([...(await posts()).keys()]).toEqual(["Maria"]);
  await joins("Baru", "63");
  for (let n = 0; n < 2; n++) expect(await at(WITA)).toMatchObject({ zones: 0, posted: 0 });
  expect([await stateOf(id), [...(await posts()).keys()]]).toEqual(["awaiting", ["Maria"]]);
  expect(await told()).toMatchObject([{ text: expect.stringContaining("bertambah menjadi 4 orang") }]);
  const asked = await stage.db.outbox.findMany({ where: { kind: "approval_request" } });
  expect(asked.map(({ personId }) => personId)).toEqual([second.person.id]);
  // Two hours later: its time is past everywhere by now, and that is no reason not to let it leave.
  stage.clock.set(new Date("2024-07-08T02:00:00Z"));
  expect(await reviewAnnouncement(stage.world, second, id)).toMatchObject({
    kind: "review",
    preview: { problem: null },
  });
  const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
  const approval = { announcementId: id, seen: contentHash.slice(0, 16), saidAt: stage.clock.now() };
  expect(await approveAnnouncement(stage.world, second, approval)).toEqual({ kind: "approved" });
  expect(await approveAnnouncement(stage.world, second, approval)).toEqual({ kind: "decided_before" });
  await at("2024-07-08T02:01:00Z");
  expect([...(await posts()).keys()].sort()).toEqual(["Baru", "Maria", "Norma", "Siti"]);
});

test("with no other admin to ask it is held, and its author narrows it", async () => {
  stage.world.settings.approvalAbove = 3;
  const id = await schedule();
  await joins("Baru", "63");
  await at(WIT);
  expect(await stateOf(id)).toBe("paused");
  expect(await told()).toMatchObject([{ text: expect.stringContaining("admin lain") }]);
  const narrow = { audience: { scope: { kind: "province", code: "21" }, role: "participants", plans: "any" } };
  expect(await change(id, narrow)).toEqual({ kind: "changed" });
  expect(await resumeAnnouncement(stage.world, here.author, id)).toEqual({ kind: "changed" });
  await at(WIB);
  expect([...(await posts()).keys()]).toEqual(["Siti"]);
});
