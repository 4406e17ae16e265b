// Puts the seeded people into the sandbox: those with an account have talked to the bot before, the others have a link.
import type { SeededClass, SeededPerson, SeededStaff, SeedResult } from "../../prisma/seed/read-seed-result.js";
import type { CastMember } from "../sandbox/page-server.js";
import type { World } from "../sandbox/shapes.js";

/** Accounts of those who have none yet: one row of numbers, in the order of the roster, so that every start makes the same. */
const FIRST_NEW_ACCOUNT = 7_100_000_001;

export function enterCast(sandbox: World, { classes, trainers, admins, people, demo }: SeedResult): CastMember[] {
  const classOf = new Map(classes.map((one) => [one.id, one]));
  let newAccount = FIRST_NEW_ACCOUNT;

  const enter = (who: Who, rest: Omit<CastMember, "id" | "link">, link: string | null): CastMember => {
    const id = who.telegramId ?? newAccount++;
    sandbox.person({
      id,
      first_name: who.name,
      language_code: "id",
      ...(who.phone === null ? {} : { phone: who.phone }),
    });
    sandbox.users.get(id)!.started = who.telegramId !== null;
    return { id, ...rest, ...(link === null ? {} : { link }) };
  };
  const enterParticipant = (who: SeededPerson, featured: boolean) => {
    const { province, zone, joinToken } = classOf.get(who.classId)!;
    return enter(who, { role: "participant", about: province, zone, featured }, joinToken);
  };
  const enterStaff = (who: SeededStaff, role: "trainer" | "admin", of: SeededClass[], featured: boolean) => {
    const about = of.map(({ province }) => province);
    const zone = of[0]?.zone ?? "Asia/Jakarta";
    return enter(who, { role, about: [...new Set(about)].join(", "), zone, featured }, who.invitationToken);
  };
  const classesOf = (ids: number[]) => ids.map((id) => classOf.get(id)!);
  const classesIn = (regions: (string | null)[]) =>
    regions.includes(null) ? [] : classes.filter(({ provinceCode }) => regions.includes(provinceCode));

  return [
    ...demo.participants.map((who) => enterParticipant(who, true)),
    enterStaff(demo.trainer, "trainer", classesOf(demo.trainer.classIds), true),
    enterStaff(demo.admin, "admin", classesIn(demo.admin.regions), true),
    ...trainers
      .filter(({ id }) => id !== demo.trainer.id)
      .map((who) => enterStaff(who, "trainer", classesOf(who.classIds), false)),
    ...admins
      .filter(({ id }) => id !== demo.admin.id)
      .map((who) => enterStaff(who, "admin", classesIn(who.regions), false)),
    ...people
      .filter(({ rosterRowId }) => demo.participants.every((one) => one.rosterRowId !== rosterRowId))
      .map((who) => enterParticipant(who, false)),
  ];
}

type Who = Pick<SeededStaff, "name" | "telegramId"> & { phone: string | null };
