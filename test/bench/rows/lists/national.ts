// The programme as an office in the capital sees it: three zones, every tenth invited and not joined, names as people have them, and
// of what has happened to plans some of everything.
import type { ScratchDatabase } from "../../../faults/process/scratch-database.js";
import { TEST_STAFF_NOTICE } from "../../../support/world/builders.js";
import { fillProgramme } from "./programme.js";

export interface National {
  "national admin": Viewer;
  trainer: Viewer;
  now: Date;
}

export interface Viewer {
  personId: number;
  telegramId: number;
}

/** As the classes of the programme are: some fifty people each. */
const PEOPLE_A_CLASS = 53;
const FEWEST_TRAINERS = 20;
const ADMIN_ACCOUNT = 999_999_999;

/** `people`: invited, of whom nine in ten joined. */
export async function fillNational(database: ScratchDatabase, people: number): Promise<National> {
  const { prisma } = database;
  const joined = Math.floor(people * 0.9);
  const trainers = Math.max(FEWEST_TRAINERS, Math.round(people / PEOPLE_A_CLASS));
  const { firstTrainer, now } = await fillProgramme(database, joined, trainers);
  await prisma.$executeRaw`
    UPDATE people SET name = (ARRAY['Siti','Budi','Rina','Dewi','Agus','Made','Wahyu','Fitri','Yohanes','Nurul'])[1 + id % 10]
      || ' ' || (ARRAY['Marlina','Santoso','Halimah','Wijaya','Sari','Nugroho','Lestari'])[1 + id % 7] || ' ' || id,
      unreachable_cause = CASE WHEN id % 50 = 0 THEN 'blocked'::"UnreachableCause" END,
      unreachable_since = CASE WHEN id % 50 = 0 THEN ${now}::timestamp END`;
  await prisma.$executeRaw`
    UPDATE training_classes SET province_code = (ARRAY['33', '73', '94'])[1 + id % 3],
      zone = (ARRAY['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])[1 + id % 3],
      starts_on = starts_on - 35, ends_on = ends_on - 30`;
  await prisma.$executeRaw`UPDATE libraries SET kind = 'kelurahan' WHERE id % 4 = 0`;
  await prisma.$executeRaw`UPDATE participants SET kind = 'kelurahan' WHERE library_id % 4 = 0`;
  await prisma.$executeRaw`
    INSERT INTO roster_rows (class_id, name, phone, kind, library_name, place_code, participant_id)
    SELECT a.class_id, p.name, p.phone, a.kind, l.name, l.place_code, a.id
    FROM participants a JOIN people p ON p.id = a.person_id JOIN libraries l ON l.id = a.library_id`;
  await prisma.$executeRaw`
    INSERT INTO roster_rows (class_id, name, kind, library_name, place_code)
    SELECT 1 + n % ${trainers}::int, 'Hartini ' || n, 'desa', 'Perpustakaan Undangan ' || n, '33'
    FROM generate_series(1, ${people - joined}::int) n`;
  // The weeks after the class's day, when most lists are looked at: four libraries in ten are late.
  await prisma.$executeRaw`UPDATE work_plans SET due_on = ${now}::date - 5 WHERE library_id % 10 < 4`;
  await prisma.$executeRaw`
    UPDATE work_plans SET state = 'stuck' WHERE id % 30 = 0 AND state <> 'done'`;
  await prisma.$executeRaw`
    INSERT INTO follow_ups (key, plan_id, reason, due_on, raised_at, rest_until)
    SELECT 'overdue:' || w.id, w.id, 'overdue', w.due_on, ${now}::timestamp - interval '2 days',
      CASE WHEN w.id % 5 = 0 THEN ${now}::date + 4 END
    FROM work_plans w WHERE w.due_on < ${now}::date AND w.state <> 'done' AND w.id % 2 = 0`;
  await prisma.$executeRaw`
    INSERT INTO snoozes (plan_id, person_id, message_id, at, until)
    SELECT w.id, m.person_id, w.id, ${now}::timestamp - interval '3 days', ${now}::timestamp + (w.id % 5 - 3) * interval '1 day'
    FROM work_plans w JOIN library_members m ON m.library_id = w.library_id WHERE w.id % 20 = 0`;
  await prisma.$executeRaw`
    INSERT INTO question_threads (participant_id, asked_at, last_at)
    SELECT id, ${now}::timestamp - (id % 30) * interval '1 day', ${now}::timestamp FROM participants WHERE id % 6 = 0`;
  await prisma.$executeRaw`
    INSERT INTO thread_messages (thread_id, author_id, text, sent_at, update_id)
    SELECT q.id, a.person_id, 'Bagaimana mengisi laporan?', q.asked_at, q.id
    FROM question_threads q JOIN participants a ON a.id = q.participant_id`;
  const admin = await prisma.person.create({
    data: { name: "Admin Budi", zone: "Asia/Jakarta", telegramId: ADMIN_ACCOUNT, createdAt: now },
  });
  await prisma.roleBinding.create({ data: { personId: admin.id, role: "admin", grantedAt: now } });
  const trainer = await prisma.person.findUniqueOrThrow({ where: { id: firstTrainer } });
  await prisma.consentReceipt.createMany({
    data: [admin, trainer].map(({ id }) => ({
      personId: id,
      noticeVersion: TEST_STAFF_NOTICE,
      givenAt: now,
      updateId: id,
    })),
  });
  await prisma.$executeRaw`VACUUM ANALYZE`;
  const viewer = ({ id, telegramId }: typeof admin) => ({ personId: id, telegramId: Number(telegramId) });
  return { "national admin": viewer(admin), trainer: viewer(trainer), now };
}
