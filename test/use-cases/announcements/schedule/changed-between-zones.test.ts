// An announcement is changed when it has left for Maluku, and some of those there wait for it still: the message budget has put it off, or
// their process has it in hand.
import { expect, test } from "vitest";
import { EVERYBODY } from "../../../../src/domain/announcements/audience.js";
import { createDelivery } from "../../../../src/storage/queue/delivery.js";
import { approveAnnouncement } from "../../../../src/use-cases/index.js";
import { buildParticipant, buildRosterRow } from "../../../support/world/builders.js";
import { openScheduling, TEXT, WIB, WIT, WITA } from "./scheduling.js";

const { stage, here, anAdmin, schedule, at, change, posts, progress } = openScheduling();

const WITH_LIBRARY = { content: { text: "Halo {nama} dari {perpustakaan}", marks: [] } };
const ONLY_WEST = { audience: { ...EVERYBODY, places: ["21", "63"] } };

const claim = async () => {
  const wish = { worker: "test", limit: 10, restingChats: [], now: stage.clock.now(), leaseSeconds: 60 };
  return (await createDelivery(stage.db).claim(wish)).claimed.filter(({ kind }) => kind === "announcement");
};
const depart = (post: { id: number; fence: number }) =>
  createDelivery(stage.db).depart(post.id, post.fence, stage.clock.now());

/** Until tomorrow, as the message budget does it. */
const putOff = () =>
  stage.db.outbox.updateMany({
    where: { kind: "announcement" },
    data: { dueAt: new Date("2024-07-08T23:00:00Z"), cause: "message budget" },
  });

test("what waits in a zone for which it has left has the words that the new text asks for", async () => {
  const id = await schedule();
  await at(WIT);
  await putOff();
  expect(await change(id, WITH_LIBRARY)).toEqual({ kind: "changed" });
  expect(await change(id, WITH_LIBRARY)).toEqual({ kind: "unchanged" });
  const maria = (await posts()).get("Maria");
  expect(maria).toMatchObject({
    ...{ state: "waiting", dueAt: new Date("2024-07-08T23:00:00Z") },
    variables: { nama: "Maria", perpustakaan: "Rumah Baca Maria" },
  });
});

test("who has it already has those words too, so that a correction can be filled in for them; also outside the new audience", async () => {
  const id = await schedule();
  await at(WIT);
  await stage.db.outbox.updateMany({ data: { state: "sent", settledAt: stage.clock.now() } });
  await change(id, { ...WITH_LIBRARY, ...ONLY_WEST });
  expect((await posts()).get("Maria")).toMatchObject({
    ...{ state: "sent", variables: { nama: "Maria", perpustakaan: "Rumah Baca Maria" } },
  });
});

test("what a process has in hand with the old words does not leave with them; what has left stays as it is", async () => {
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow({ where: { provinceCode: "81" } });
  await buildParticipant(stage.db, classId, { name: "Yosina", provinceCode: "81" });
  const id = await schedule();
  await at(WIT);
  const [first, second] = await claim();
  expect(await depart(first!)).toBe(true);
  await change(id, { content: { text: "Baru", marks: [] } });
  expect(await depart(second!)).toBe(false);
  const again = await claim();
  expect(again.map((post) => [post.id, "template" in post.content && post.content.template.text])).toEqual([
    [second!.id, "Baru"],
  ]);
  expect(await depart(again[0]!)).toBe(true);
});

test("who is outside the new audience gets nothing of it any more and is counted as stopped; inside it again, they get it", async () => {
  await buildRosterRow(stage.db, here.classes["81"]!, { name: "Belum" });
  const id = await schedule();
  await at(WIT);
  await putOff();
  expect((await progress(id)).tally).toMatchObject({ waiting: 1, not_joined: 1, stopped: 0 });
  await change(id, ONLY_WEST);
  expect((await posts()).get("Maria")).toMatchObject({ state: "cancelled" });
  // Nobody is asked to call them about what is not for them.
  expect((await progress(id)).tally).toMatchObject({ waiting: 0, not_joined: 0, stopped: 1 });
  expect(await claim()).toEqual([]);
  await change(id);
  expect((await posts()).get("Maria")).toMatchObject({ state: "waiting" });
  await at(WITA);
  await at(WIB);
  expect([...(await posts()).keys()].sort()).toEqual(["Maria", "Norma", "Siti"]);
  expect((await progress(id)).tally).toMatchObject({ waiting: 3, not_joined: 1, stopped: 0 });
});

test("one that becomes an emergency does not wait for the budget there either, and waits for it when it is none any more", async () => {
  const id = await schedule();
  await at(WIT);
  await putOff();
  await change(id, { emergency: true });
  expect((await posts()).get("Maria")).toMatchObject({ exempt: true, dueAt: new Date(WIT) });
  await change(id, { emergency: false });
  expect((await posts()).get("Maria")).toMatchObject({ exempt: false });
});

test("who asked for what they had missed has it outside the budget as before", async () => {
  const id = await schedule();
  await at(WIT);
  await stage.db.outbox.updateMany({ where: { kind: "announcement" }, data: { exempt: true } });
  await change(id, WITH_LIBRARY);
  expect((await posts()).get("Maria")).toMatchObject({ exempt: true });
});

test("who could not be reached is not written to later about what is not for them any more", async () => {
  const id = await schedule();
  await at(WIT);
  await stage.db.outbox.updateMany({
    where: { kind: "announcement" },
    data: { state: "cancelled", cause: "unreachable", settledAt: stage.clock.now() },
  });
  await change(id, ONLY_WEST);
  expect(await stage.world.store.announcements.resendable(id)).toBe(0);
  await change(id, WITH_LIBRARY);
  expect((await posts()).get("Maria")).toMatchObject({ variables: { perpustakaan: "Rumah Baca Maria" } });
});

test("a change that has to be approved leaves for those who wait as it was approved", async () => {
  stage.world.settings.approvalAbove = 2;
  const second = await anAdmin("Dewi");
  const id = await schedule({ audience: { ...EVERYBODY, places: ["21", "81"] }, content: TEXT });
  await at(WIT);
  await putOff();
  expect(await change(id, WITH_LIBRARY)).toEqual({ kind: "proposed" });
  const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
  const approval = { announcementId: id, seen: contentHash.slice(0, 16), saidAt: stage.clock.now() };
  expect(await approveAnnouncement(stage.world, second, approval)).toEqual({ kind: "approved" });
  stage.clock.set(new Date("2024-07-08T23:30:00Z"));
  const [post] = await claim();
  expect(post?.content).toMatchObject({
    template: { text: "Halo {nama} dari {perpustakaan}" },
    variables: { perpustakaan: "Rumah Baca Maria" },
  });
});
