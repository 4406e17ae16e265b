// A month of a class by chance: people ask, report, send photos and are nudged; staff note and announce; some of it has left, some
// waits. What others wrote freely names somebody now and then, between ⟦ and ⟧.
import type { Audience } from "../../../src/domain/announcements/audience.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import type { Db } from "../../../src/storage/engine/database.js";
import {
  askTrainers,
  extendDeadlines,
  greetTrainers,
  keepEvidence,
  publishAnnouncement,
  recordTalk,
  remindOfPlans,
  remindPeople,
  replyInThread,
  summariseDay,
  writeWorkPlan,
} from "../../../src/use-cases/index.js";
import { type Chance, chanceOf } from "../../simulation/random.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow, buildTrainer } from "./builders.js";
import { actorOf, report } from "./plans.js";

export interface RandomWorld {
  people: { id: number; phone: string; telegramId: number; words: string; formerName: string; sharesPhone: boolean }[];
}

const PLACE = "21.01.10.2001";
const EVERYBODY: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };

/** Of the last person in the list nothing depends on others: a trainer whose role has ended. */
export async function buildRandomWorld(
  stage: { world: World; db: Db; clock: { set(instant: Date): void } },
  seed: number,
  names: readonly string[],
): Promise<RandomWorld> {
  const { world, db, clock } = stage;
  serial = 0;
  const chance = chanceOf(seed);
  const classes = [await buildClass(db), await buildClass(db, { name: "Kelas kedua" })];
  const [first, second] = classes.map(({ id }) => id) as [number, number];
  const trainer = await buildTrainer(db, [first, second], { name: "Pelatih Rina" });
  const admin = await buildAdmin(db, { name: "Admin Pusat" });
  const people: RandomWorld["people"] = [];
  const plans: number[][] = [];
  for (const n of names.keys()) {
    const facts = { phone: `+6281355500${10 + n}`, telegramId: 7_900_000_100 + n };
    const isStaff = n === names.length - 1;
    const formerName = `Lama${n}q Bekas`;
    const built = isStaff
      ? { person: await buildTrainer(db, [first], { ...facts, name: formerName }), plans: [] }
      : // Of three libraries the first has two managers, and one is a reading room with a name that somebody typed.
        await buildParticipant(db, n % 2 === 0 ? first : second, {
          ...{ ...facts, name: formerName, placeCode: PLACE, kind: n === 3 ? "tbm" : "desa" },
          libraryName: n < 2 ? "Perpustakaan bersama" : `Pustaka kata-${n}-`,
        });
    plans.push(built.plans.map(({ id }) => id));
    people.push({ id: built.person.id, ...facts, words: `kata-${n}-`, formerName, sharesPhone: chance.happens(0.5) });
    if (isStaff) continue;
    const row = await buildRosterRow(db, n % 2 === 0 ? first : second, { name: formerName, phone: facts.phone });
    const participant = await db.participant.findFirstOrThrow({ where: { personId: built.person.id } });
    await db.rosterRow.update({ where: { id: row.id }, data: { participantId: participant.id } });
    if (people[n]?.sharesPhone) await buildRosterRow(db, first, { name: `Orang lain ${n}`, phone: facts.phone });
  }
  const staff = [await actorOf(world, trainer.id), await actorOf(world, people.at(-1)?.id ?? 0)];
  const participants = people.slice(0, -1);
  await plenty(world, db, chance, { people, participants, plans, staff, admin: await actorOf(world, admin.id), clock });
  // Everybody has been called otherwise before, as whoever joins a second class under another name.
  for (const [n, { id }] of people.entries()) await db.person.update({ where: { id }, data: { name: names[n] ?? "" } });
  await plenty(world, db, chance, { people, participants, plans, staff, admin: await actorOf(world, admin.id), clock });
  const last = people.at(-1)?.id ?? 0;
  await db.roleBinding.updateMany({ where: { personId: last }, data: { revokedAt: world.clock.now() } });
  return { people };
}

interface Cast {
  people: RandomWorld["people"];
  participants: RandomWorld["people"];
  /** Of each of them. */
  plans: number[][];
  staff: KnownActor[];
  admin: KnownActor;
  clock: { set(instant: Date): void };
}

let serial = 0;

/** Some thirty things that happen, in any order; then what was posted has partly left. */
async function plenty(world: World, db: Db, chance: Chance, cast: Cast): Promise<void> {
  const { people, participants, plans, staff, admin, clock } = cast;
  for (let n = 0; n < 30; n++) {
    clock.set(new Date(world.clock.now().getTime() + (1 + chance.below(180)) * 60_000));
    const who = chance.below(participants.length);
    const person = participants[who];
    if (person === undefined) throw new Error("A world without people.");
    serial += 1;
    const updateId = 600_000 + serial;
    const actor = await actorOf(world, person.id);
    const by = chance.oneOf(staff);
    const planId = chance.oneOf(plans[who] ?? []);
    const text = `${person.words} ${serial}`;
    // What others say of anybody, freely.
    const named = await world.store.people.find(chance.oneOf(people).id);
    const gossip = `catatan ${serial} ⟦${named?.name} kata-${people.findIndex(({ id }) => id === named?.id)}- ${named?.phone}⟧`;
    const at = world.clock.now();
    switch (chance.below(14)) {
      case 0:
        await writeWorkPlan(world, actor, {
          planId,
          activity: text,
          targetOn: null,
          measure: text,
          partner: null,
        });
        break;
      case 1:
      case 2:
        await report(world, person.id, planId, {
          ...{ state: chance.oneOf(["stuck", "in_progress"] as const), obstacle: text, story: text, nextStep: text },
          ...{ answers: [{ question: "led_by", text }], updateId },
        });
        break;
      case 3:
        await keepEvidence(world, actor, {
          planId,
          file: {
            ...{ kind: "photo", fileId: `f${serial}`, fileUniqueId: `u${serial}`, albumId: null, caption: text },
            ...{ mimeType: "image/jpeg", byteSize: 10 },
          },
        });
        break;
      case 4:
      case 5:
        await askTrainers(world, actor, { text, files: [], updateId });
        break;
      case 6: {
        const threads = await db.questionThread.findMany({ orderBy: { id: "asc" } });
        const thread = threads.length === 0 ? null : chance.oneOf(threads);
        if (thread !== null) await replyInThread(world, by, { threadId: thread.id, text: gossip, files: [], updateId });
        break;
      }
      case 7:
        await remindPeople(world, by, {
          ...{ scope: { kind: "plan", planId }, line: gossip, updateId, saidAt: world.clock.now() },
        });
        break;
      case 8:
        await recordTalk(world, by, {
          scope: { kind: "plan", planId },
          way: "telephoned",
          note: gossip,
          updateId,
          saidAt: world.clock.now(),
        });
        break;
      case 9:
        await extendDeadlines(world, by, {
          scope: { kind: "plan", planId },
          until: `2024-08-${10 + chance.below(18)}`,
          reason: gossip,
          updateId,
          saidAt: world.clock.now(),
        });
        break;
      case 10:
        await publishAnnouncement(world, admin, {
          draftId: serial,
          content: { text: `Halo {nama} dari {perpustakaan} ${serial} ${gossip}`, marks: [] },
          audience: EVERYBODY,
        });
        break;
      case 11:
        await db.audit.createMany({
          data: [
            { at, actorId: by.person.id, action: "person.view", subject: `person:${person.id}`, details: { text } },
            {
              at,
              actorId: admin.person.id,
              action: "people.search",
              subject: "people",
              details: { gossip, text: 1, nama: "x" },
            },
          ],
        });
        break;
      case 12:
        await db.draft.createMany({
          data: [
            ...[{ telegramId: person.telegramId, subject: `plan:${planId}`, answers: { story: text } }],
            ...[
              {
                telegramId: by.telegramId,
                subject: `session:${serial}`,
                answers: { text: gossip, nama: `⟦${named?.name}⟧` },
              },
            ],
          ].map((row) => ({ ...row, form: "report", version: 1, createdAt: at, updatedAt: at })),
          skipDuplicates: true,
        });
        for (const [key, said] of [
          [person.telegramId, text],
          [by.telegramId, gossip],
        ] as const) {
          const data = { state: { said }, updatedAt: at };
          await db.conversationState.upsert({
            where: { key: String(key) },
            create: { key: String(key), ...data },
            update: data,
          });
        }
        break;
      case 13:
        await db.inbox.createMany({
          data: [
            { updateId, chatId: person.telegramId, state: "parked", payload: { text }, receivedAt: at },
            {
              updateId: updateId + 300_000,
              chatId: by.telegramId,
              state: "parked",
              payload: { gossip },
              receivedAt: at,
            },
          ],
        });
        break;
    }
  }
  await greetTrainers(world);
  await summariseDay(world);
  await remindOfPlans(world);
  for (const { id } of await db.outbox.findMany({ where: { state: "waiting" }, orderBy: { key: "asc" } })) {
    if (chance.happens(0.5)) continue;
    await db.outbox.update({
      where: { id },
      data: { state: "sent", settledAt: world.clock.now(), telegramMessageId: id },
    });
  }
}
