// Trainers of three zones, each with a class of so many people, written by a few statements: a month with ten thousand is to be lived.
import type { Day } from "../../src/domain/time/calendar.js";
import type { Zone } from "../../src/domain/time/zone.js";
import type { Db } from "../../src/storage/engine/database.js";

export interface Cast {
  trainers: { id: number; classId: number; zone: Zone; answers: boolean }[];
  /** By class: who takes part, with the plans of their library. */
  people: Map<number, { personId: number; planIds: number[] }[]>;
}

const PROVINCES: [code: string, zone: Zone, villages: string][] = [
  ["21", "Asia/Jakarta", "21.%"],
  ["63", "Asia/Makassar", "63.%"],
  ["81", "Asia/Jayapura", "81.%"],
];

export async function deskCast(db: Db, trainers: number, people: number, dueOn: Day): Promise<Cast> {
  const cohort = await db.cohort.create({ data: { year: 2024, name: "TPBIS" } });
  const [start, end] = [new Date("2024-06-03"), new Date("2024-06-07")];
  const wave = await db.wave.create({ data: { cohortId: cohort.id, number: 1, startsOn: start, endsOn: end } });
  const joined = new Date("2024-06-03T03:00:00Z");
  const cast: Cast = { trainers: [], people: new Map() };
  for (const [province, [provinceCode, zone, like]] of PROVINCES.entries()) {
    const count = Math.ceil((trainers - province) / PROVINCES.length);
    await db.$executeRaw`
      INSERT INTO training_classes (wave_id, province_code, name, venue, zone, starts_on, ends_on, plans_due_on, join_token, join_token_expires_at)
      SELECT ${wave.id}::int, ${provinceCode}, 'Kelas ' || ${provinceCode} || '-' || n, 'Aula', ${zone}, ${start}::date, ${end}::date,
        ${dueOn}::date, 'desk-' || ${provinceCode} || '-' || n, ${end}::timestamp
      FROM generate_series(1, ${count}::int) n`;
    const staff = await db.$queryRaw<{ id: number; classId: number }[]>`
      WITH class AS (
        SELECT id, row_number() OVER (ORDER BY id) AS n FROM training_classes WHERE province_code = ${provinceCode}
      ), person AS (
        INSERT INTO people (name, zone, telegram_id, created_at)
        SELECT 'Pelatih ' || ${provinceCode} || '-' || n, ${zone}, ${8_000_000_000 + province * 1_000_000}::bigint + n, ${joined}::timestamp
        FROM class RETURNING id, telegram_id
      ), role AS (
        INSERT INTO role_bindings (person_id, role, granted_at) SELECT id, 'trainer', ${joined}::timestamp FROM person
      )
      INSERT INTO class_trainers (class_id, person_id)
      SELECT class.id, person.id FROM person JOIN class ON class.n = person.telegram_id - ${8_000_000_000 + province * 1_000_000}::bigint
      RETURNING class_id AS "classId", person_id AS id`;
    await db.$executeRaw`
      INSERT INTO libraries (kind, name, place_code)
      SELECT 'desa', 'Perpustakaan ' || ${provinceCode} || '-' || n, (
        SELECT min(code) FROM places WHERE level = 'village' AND code LIKE ${like})
      FROM generate_series(1, ${count * people}::int) n`;
    await db.$executeRaw`
      WITH library AS (
        SELECT id, row_number() OVER (ORDER BY id) AS n FROM libraries WHERE name LIKE 'Perpustakaan ' || ${provinceCode} || '-%'
      ), class AS (
        SELECT id, row_number() OVER (ORDER BY id) AS n FROM training_classes WHERE province_code = ${provinceCode}
      ), person AS (
        INSERT INTO people (name, zone, telegram_id, created_at)
        SELECT 'Peserta ' || ${provinceCode} || '-' || n, ${zone}, ${9_000_000_000 + province * 1_000_000}::bigint + n, ${joined}::timestamp
        FROM library RETURNING id, telegram_id
      ), placed AS (
        SELECT person.id, library.id AS library_id, class.id AS class_id FROM person
        JOIN library ON library.n = person.telegram_id - ${9_000_000_000 + province * 1_000_000}::bigint
        JOIN class ON class.n = (library.n - 1) / ${people}::int + 1
      ), member AS (
        INSERT INTO library_members (library_id, person_id, from_at) SELECT library_id, id, ${joined}::timestamp FROM placed
      ), plan AS (
        INSERT INTO work_plans (library_id, cohort_id, class_id, type, state, activity, written_at, due_on)
        SELECT library_id, ${cohort.id}::int, class_id, t.type, 'not_started', 'Pelatihan', ${joined}::timestamp, ${dueOn}::date
        FROM placed, unnest(enum_range(NULL::"PlanType")) AS t(type)
      )
      INSERT INTO participants (number, person_id, class_id, library_id, kind, joined_at)
      SELECT 'N-' || id, id, class_id, library_id, 'desa', ${joined}::timestamp FROM placed`;
    for (const { id, classId } of staff) cast.trainers.push({ id, classId, zone, answers: true });
    await db.person.create({
      data: {
        ...{ name: `Admin ${provinceCode}`, zone, telegramId: BigInt(7_000_000_000 + province), createdAt: joined },
        roles: { create: { role: "admin", regionCode: provinceCode, grantedAt: joined } },
      },
    });
  }
  const rows = await db.participant.findMany({
    select: { personId: true, classId: true, library: { select: { workPlans: { select: { id: true } } } } },
    orderBy: { id: "asc" },
  });
  for (const { personId, classId, library } of rows) {
    const planIds = library?.workPlans.map(({ id }) => id) ?? [];
    cast.people.set(classId, [...(cast.people.get(classId) ?? []), { personId, planIds }]);
  }
  await db.$executeRaw`ANALYZE`;
  return cast;
}
