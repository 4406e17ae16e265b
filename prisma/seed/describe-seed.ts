// The seeded cohort on one screen, for the one who has just typed the command.
import { zoneLabel } from "../../src/domain/time/zone.js";
import type { SeededAdmin, SeededClass, SeededTrainer, SeedResult } from "./read-seed-result.js";

/** Beyond this many classes the list no longer fits on a screen; --json tells all. */
const LISTED = 12;

interface WithLinks extends SeedResult {
  classes: (SeededClass & { joinLink?: string })[];
  trainers: (SeededTrainer & { invitationLink?: string })[];
  admins: (SeededAdmin & { invitationLink?: string })[];
}

/** The same with whole links beside the tokens, where the bot's name is known. */
export function withLinks(result: SeedResult, bot: string | null): WithLinks {
  if (bot === null) return result;
  const link = (token: string) => `https://t.me/${bot}?start=${token}`;
  const invited = <T extends { invitationToken: string | null }>(staff: T) =>
    staff.invitationToken === null ? staff : { ...staff, invitationLink: link(staff.invitationToken) };
  return {
    ...result,
    classes: result.classes.map((trainingClass) => ({ ...trainingClass, joinLink: link(trainingClass.joinToken) })),
    trainers: result.trainers.map(invited),
    admins: result.admins.map(invited),
  };
}

export function describeSeed({ classes, trainers, admins, people, demo }: WithLinks): string {
  const joined = people.filter(({ participantId }) => participantId !== null).length;
  const provinces = new Set(classes.map(({ provinceCode }) => provinceCode)).size;
  const [newcomer, participant] = demo.participants;
  const lines = [
    `${people.length} people on the rosters of ${classes.length} classes in ${provinces} provinces; ${joined} have joined.`,
    `${trainers.length} trainers, ${admins.length} admins.`,
    "",
    ...classes.slice(0, LISTED).flatMap((trainingClass) => {
      const { id, startsOn, endsOn, plansDueOn, zone, name, joinToken, joinLink } = trainingClass;
      const size = people.filter(({ classId }) => classId === id).length;
      return [
        `  ${name}: ${size} people, ${startsOn} to ${endsOn} (${zoneLabel(zone)}), plans due ${plansDueOn}`,
        `    joins by ${joinLink ?? `?start=${joinToken}`}`,
      ];
    }),
    ...(classes.length > LISTED ? [`  … and ${classes.length - LISTED} more: see --json`] : []),
    "",
    `To begin with: ${newcomer.name} ${newcomer.phone} (has not joined yet), ${participant.name} ${participant.phone} (has),`,
    `their trainer ${demo.trainer.name} ${demo.trainer.phone}, the national admin ${demo.admin.name} ${demo.admin.phone}.`,
  ];
  return `${lines.join("\n")}\n`;
}
