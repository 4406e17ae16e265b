// B3: an announcement to everybody, published as the use case does it, in one transaction.
//
// Beside: the same rows by two bare INSERT … SELECT out of the one table that holds the ids, which is the least one can do, and by
// Prisma's createMany. All three write to the same tables with the same indexes, through the same client, by turns, into emptied
// tables. Ours finds the audience meanwhile: scope, reach, opt-outs, zone, each person once however many classes they are in.
import { POST_KINDS } from "../../../src/domain/messages/post-kind.js";
import type { AudienceTerms, NewAnnouncement } from "../../../src/ports/announcements/announcements.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { openScratchDatabase } from "../../faults/process/scratch-database.js";
import { byTurns, count, milliseconds, ms, type Row, times } from "../report.js";
import { fillProgramme } from "./lists/programme.js";

const { priority } = POST_KINDS.announcement;

export async function fanOut(size: number): Promise<Row[]> {
  const database = await openScratchDatabase();
  const { prisma } = database;
  const { now } = await fillProgramme(database, size);
  const content = { text: "Halo {nama}", marks: [] };
  const terms: AudienceTerms = {
    reach: [{ regionCode: null, cohortId: null }],
    zones: [{ zone: "Asia/Jakarta", dueAt: now, waits: false, today: "2024-06-04" }],
  };
  let drafts = 0;
  const draft = (): NewAnnouncement => ({
    authorId: 1,
    draftId: ++drafts,
    content,
    audience: { scope: { kind: "all" }, role: "participants", plans: "any" },
    contentHash: String(drafts),
  });
  const clear = async () => {
    await prisma.$executeRaw`TRUNCATE outbox, announcement_recipients, announcements RESTART IDENTITY CASCADE`;
  };
  const written = async (): Promise<number> => {
    const [outbox, recipients] = [await prisma.outbox.count(), await prisma.announcementRecipient.count()];
    if (outbox !== size || recipients !== size)
      throw new Error(`${outbox} posts and ${recipients} recipients of ${size}`);
    return outbox;
  };
  const timed = (write: () => Promise<unknown>) => async () => {
    const taken = await milliseconds(write);
    await written();
    return taken;
  };
  const emptyAnnouncement = async () => {
    await clear();
    const { id } = await prisma.announcement.create({
      data: { ...draft(), content, audience: {}, createdAt: now },
    });
    return id;
  };

  const publish = async () => {
    await clear();
    return timed(() => prisma.$transaction((tx) => createAnnouncements(tx).publish(draft(), terms, now)))();
  };
  const bare = async () => {
    const id = await emptyAnnouncement();
    return timed(() =>
      prisma.$transaction([
        prisma.$executeRaw`
          INSERT INTO announcement_recipients (announcement_id, person_id)
          SELECT ${id}::int, id FROM people WHERE id <= ${size}`,
        prisma.$executeRaw`
          INSERT INTO outbox (key, kind, priority, chat_id, person_id, announcement_id, variables, due_at, created_at)
          SELECT concat('announcement:', ${id}::int, ':', id), 'announcement', ${priority}::int, telegram_id, id, ${id}::int,
            jsonb_build_object('nama', name), ${now}::timestamp, ${now}::timestamp FROM people WHERE id <= ${size}`,
      ]),
    )();
  };
  const createMany = async () => {
    const announcementId = await emptyAnnouncement();
    const people = await prisma.person.findMany({ where: { id: { lte: size } } });
    const outbox = people.map(({ id, telegramId, name }) => ({
      key: `announcement:${announcementId}:${id}`,
      kind: "announcement",
      priority,
      chatId: telegramId ?? 0n,
      personId: id,
      announcementId,
      variables: { nama: name },
      dueAt: now,
      createdAt: now,
    }));
    return timed(() =>
      prisma.$transaction(
        async (tx) => {
          const data = people.map(({ id }) => ({ announcementId, personId: id }));
          await tx.announcementRecipient.createMany({ data });
          await tx.outbox.createMany({ data: outbox });
        },
        { timeout: 120_000 },
      ),
    )();
  };

  for (const warmUp of [publish, bare]) await warmUp();
  const taken = await byTurns(7, { publish, bare, createMany });
  await database.close();
  const [ours, least, many] = [taken.publish, taken.bare, taken.createMany];
  return [
    {
      id: "B3",
      workload: `an announcement to ${count(size)}, one transaction`,
      ours: ms(ours),
      beside: `bare INSERT … SELECT ${ms(least)}, createMany ${ms(many)}`,
      ratio: `${times(least / ours)} as quick as bare, ${times(many / ours)} createMany`,
      target: "≥ 0.8 of bare; ≥ 10 × createMany; 10k ≤ 200 ms",
      meets: least / ours >= 0.8 && many / ours >= 10 && (size > 10_000 || ours <= 200),
    },
  ];
}
