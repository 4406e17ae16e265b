// The seeded cohort on one screen, for whoever has just typed the command.
import { zoneLabel } from "../../src/domain/zone.js";
import type { SeedResult } from "./read-seed-result.js";

/** Beyond this many classes the list no longer fits on a screen; --json tells all. */
const LISTED = 12;

export function describeSeed({ classes, trainers, admins, people, demo }: SeedResult): string {
  const joined = people.filter(({ participantId }) => participantId !== null).length;
  const provinces = new Set(classes.map(({ provinceCode }) => provinceCode)).size;
  const [newcomer, participant] = demo.participants;
  const lines = [
    `${people.length} people on the rosters of ${classes.length} classes in ${provinces} provinces; ${joined} have joined.`,
    `${trainers.length} trainers, ${admins.length} admins.`,
    "",
    ...classes.slice(0, LISTED).map((trainingClass) => {
      const { id, startsOn, endsOn, plansDueOn, zone, name, joinToken } = trainingClass;
      const size = people.filter(({ classId }) => classId === id).length;
      const days = `${startsOn} to ${endsOn} (${zoneLabel(zone)}), plans due ${plansDueOn}`;
      return `  ${name}: ${size} people, ${days}, joins by ?start=${joinToken}`;
    }),
    ...(classes.length > LISTED ? [`  … and ${classes.length - LISTED} more: see --json`] : []),
    "",
    `To begin with: ${newcomer.name} ${newcomer.phone} (has not joined yet), ${participant.name} ${participant.phone} (has),`,
    `their trainer ${demo.trainer.name} ${demo.trainer.phone}, the national admin ${demo.admin.name} ${demo.admin.phone}.`,
  ];
  return `${lines.join("\n")}\n`;
}
