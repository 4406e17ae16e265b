// Writes the people of a simulated wave, in a database in memory that ends with it: everybody has joined, and nobody is real.
import { participantNumber } from "../../domain/people/participant-number.js";
import { PLAN_TYPES, type PlanType } from "../../domain/plans/work-plan.js";
import type { NoticesInForce } from "../../domain/registration/consent-notice.js";
import { type Habit, habitOf } from "../../domain/simulation/habits.js";
import type { SimulatedClass } from "../../domain/simulation/simulated-class.js";
import type { SimulatedRole, Simulation } from "../../domain/simulation/simulation.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";

export interface SimulatedPerson {
  id: number;
  telegramId: number;
  role: SimulatedRole;
  name: string;
  zone: Zone;
  className: string;
  /** Of participants. */
  habit: Habit | null;
  /** Counts all participants, from 0. */
  nth: number;
  planIds: Partial<Record<PlanType, number>>;
  /** Of an admin: one of their province's. */
  inClass: SimulatedClass;
}

/** Above every account that Telegram gives out. */
const FIRST_ACCOUNT = 9_000_000_000;

interface Entering {
  names: Record<SimulatedRole, (n: number) => string>;
  notices: NoticesInForce;
  now: Date;
}

export async function enterWave(
  db: Db,
  { classes, language }: Simulation,
  { names, notices, now }: Entering,
): Promise<SimulatedPerson[]> {
  const people: SimulatedPerson[] = [];
  const first = classes[0];
  if (first === undefined) throw new RangeError("A simulation needs a class.");
  const cohortYear = Number(first.startsOn.slice(0, 4));
  const days = { startsOn: dayToColumn(first.startsOn), endsOn: dayToColumn(first.endsOn) };
  const cohort = await db.cohort.create({ data: { year: cohortYear, name: String(cohortYear) } });
  const wave = await db.wave.create({ data: { cohortId: cohort.id, number: 1, ...days } });

  const enterPerson = async (role: SimulatedRole, nth: number, inClass: SimulatedClass) => {
    const { zone, name: className, provinceCode } = inClass;
    const name = names[role](nth + 1);
    const noticeVersion = role === "participant" ? notices.participant : notices.staff;
    const telegramId = FIRST_ACCOUNT + people.length;
    const { id } = await db.person.create({
      data: {
        ...{ name, language, zone, telegramId, createdAt: now },
        accounts: { create: { telegramId, boundAt: now } },
        consents: { create: { noticeVersion, givenAt: now, updateId: people.length } },
        ...(role !== "participant" && {
          roles: { create: { role, grantedAt: now, ...(role === "admin" && { regionCode: provinceCode }) } },
        }),
      },
    });
    const habit = role === "participant" ? habitOf(nth) : null;
    const person: SimulatedPerson = { id, telegramId, role, name, zone, className, habit, nth, planIds: {}, inClass };
    people.push(person);
    return person;
  };

  const provinces = new Map(classes.map((one) => [one.provinceCode, one]));
  let nth = 0;
  for (const one of provinces.values()) await enterPerson("admin", nth++, { ...one, name: "" });
  let participants = 0;
  let trainers = 0;
  for (const one of classes) {
    const { provinceCode, name, venue, zone } = one;
    const created = await db.trainingClass.create({
      data: {
        ...{ waveId: wave.id, provinceCode, name, venue, zone },
        ...{
          startsOn: dayToColumn(one.startsOn),
          endsOn: dayToColumn(one.endsOn),
          plansDueOn: dayToColumn(one.plansDueOn),
        },
        ...{ joinToken: `simulation-${people.length}`, joinTokenExpiresAt: dayToColumn(one.plansDueOn) },
        sessions: { create: one.sessions.map((session) => ({ ...session })) },
      },
    });
    for (let n = 0; n < one.trainers; n++) {
      const { id } = await enterPerson("trainer", trainers++, one);
      await db.classTrainer.create({ data: { classId: created.id, personId: id } });
    }
    const villages = await villagesOf(db, provinceCode, one.people);
    for (let n = 0; n < one.people; n++) {
      const person = await enterPerson("participant", participants++, one);
      const number = participantNumber({ provinceCode, cohortYear, wave: 1, classId: created.id }, n + 1);
      const placeCode = villages[n % Math.max(1, villages.length)] ?? provinceCode;
      const library = await db.library.create({
        data: {
          ...{ kind: "desa", name: number, placeCode },
          members: { create: { personId: person.id, fromAt: now } },
          participants: {
            create: { number, personId: person.id, classId: created.id, kind: "desa", joinedAt: now },
          },
          workPlans: {
            create: PLAN_TYPES.map((type) => ({
              ...{ cohortId: cohort.id, classId: created.id, type, dueOn: dayToColumn(one.plansDueOn) },
            })),
          },
        },
        include: { workPlans: true },
      });
      person.planIds = Object.fromEntries(library.workPlans.map(({ type, id }) => [type, id]));
    }
  }
  return people;
}

async function villagesOf(db: Db, provinceCode: string, count: number): Promise<string[]> {
  const where = { level: "village" as const, gone: false, code: { startsWith: `${provinceCode}.` } };
  return (await db.place.findMany({ where, orderBy: { code: "asc" }, take: count })).map(({ code }) => code);
}
