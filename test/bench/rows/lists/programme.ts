// The programme in numbers, written by a few statements: trainers, classes, libraries with three plans, participants.
import type { ScratchDatabase } from "../../../faults/process/scratch-database.js";

export interface Programme {
  /** Id of the first trainer; the others follow. */
  firstTrainer: number;
  now: Date;
}

/** Two trainers a class, two participants a library; every tenth plan late, every eighth reported on today. */
export async function fillProgramme(
  { prisma }: ScratchDatabase,
  participants: number,
  trainers = 189,
): Promise<Programme> {
  const now = new Date();
  await prisma.$transaction(async (tx) => {
    // The account of who did what goes with the people, which the database refuses otherwise.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      TRUNCATE cohorts, waves, training_classes, people, libraries, participants, outbox, announcements RESTART IDENTITY CASCADE`;
  });
  const { id: cohortId } = await prisma.cohort.create({ data: { year: 2024, name: "TPBIS" } });
  const day = new Date(now.toISOString().slice(0, 10));
  const wave = await prisma.wave.create({ data: { cohortId, number: 1, startsOn: day, endsOn: day } });
  await prisma.$executeRaw`
    INSERT INTO people (name, zone, telegram_id, created_at)
    SELECT 'Peserta ' || n, 'Asia/Jakarta', 1000 + n, ${now}::timestamp FROM generate_series(1, ${participants + trainers}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO role_bindings (person_id, role, granted_at)
    SELECT id, 'trainer', ${now}::timestamp FROM people WHERE id > ${participants}`;
  await prisma.$executeRaw`
    INSERT INTO training_classes (wave_id, province_code, name, venue, zone, starts_on, ends_on, plans_due_on, join_token, join_token_expires_at)
    SELECT ${wave.id}::int, '33', 'Kelas ' || n, 'Aula', 'Asia/Jakarta', ${day}::date, ${day}::date, ${day}::date, 'class-' || n, ${now}::timestamp
    FROM generate_series(1, ${trainers}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO class_trainers (class_id, person_id)
    SELECT n, ${participants}::int + t FROM generate_series(1, ${trainers}::int) n, LATERAL (VALUES (n), (n % ${trainers}::int + 1)) AS two(t)`;
  await prisma.$executeRaw`
    INSERT INTO libraries (kind, name, place_code)
    SELECT 'desa', 'Perpustakaan ' || n, v.code FROM generate_series(1, ${Math.ceil(participants / 2)}::int) n
    JOIN (SELECT code, row_number() OVER (ORDER BY code) AS place FROM places WHERE level = 'village') v
      ON v.place = 1 + (n - 1) % (SELECT count(*) FROM places WHERE level = 'village')`;
  await prisma.$executeRaw`
    INSERT INTO participants (number, person_id, class_id, library_id, kind, joined_at)
    SELECT 'N-' || n, n, (n - 1) / 2 % ${trainers}::int + 1, (n - 1) / 2 + 1, 'desa', ${now}::timestamp - (n % 90) * interval '1 day'
    FROM generate_series(1, ${participants}::int) n`;
  await prisma.$executeRaw`
    INSERT INTO library_members (library_id, person_id, from_at) SELECT library_id, person_id, joined_at FROM participants`;
  await prisma.$executeRaw`
    INSERT INTO work_plans (library_id, cohort_id, class_id, type, state, due_on, last_report_at)
    SELECT l.id, ${cohortId}::int, (l.id - 1) % ${trainers}::int + 1, t.type,
      CASE WHEN l.id % 3 = 0 THEN 'done' ELSE 'in_progress' END::"PlanState",
      ${day}::date + CASE WHEN l.id % 10 = 0 THEN -3 ELSE 30 END, CASE WHEN l.id % 8 = 0 THEN ${now}::timestamp END
    FROM libraries l, unnest(enum_range(NULL::"PlanType")) AS t(type)`;
  await prisma.$executeRaw`
    INSERT INTO progress_reports (number, plan_id, author_id, state, reported_at, update_id)
    SELECT 'R-' || w.id, w.id, 1, 'in_progress', ${now}::timestamp - interval '1 hour', w.id
    FROM work_plans w WHERE w.last_report_at IS NOT NULL`;
  await prisma.$executeRaw`
    INSERT INTO follow_ups (key, plan_id, reason, due_on, raised_at)
    SELECT 'help:' || w.id, w.id, 'help', w.due_on, ${now}::timestamp - interval '1 hour' FROM work_plans w WHERE w.id % 40 = 0`;
  await prisma.$executeRaw`ANALYZE`;
  return { firstTrainer: participants + 1, now };
}
