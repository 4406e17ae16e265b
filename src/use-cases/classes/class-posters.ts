// What stands on the posters of classes, for those who run them: of one, or of all of a wave or of a province in it.

import type { PosterSheet } from "../../domain/files/paper.js";
import { mayRunClass, maySetUpClass } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import { startLink } from "../../domain/registration/start-link.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { type PosterWords, posterSheet } from "../../texts/files/paper/poster.js";

/** closed, over: by a link through which nobody joins; anyone who scans it would stand before a shut door. */
export type LinkStanding = "open" | "closed" | "over";

export type ClassPoster =
  | { kind: "ready"; trainingClass: TrainingClass; words: PosterWords; sheet: PosterSheet }
  | { kind: "closed" | "over"; trainingClass: TrainingClass }
  | { kind: "not_allowed" };

export async function classPoster(world: World, actor: Actor, classId: number): Promise<ClassPoster> {
  const trainingClass = await world.store.classes.find(classId);
  const trainers = trainingClass === null ? [] : await world.store.classes.trainersOf(classId);
  if (trainingClass === null || !mayRunClass(actor, trainingClass, trainers)) return { kind: "not_allowed" };
  const standing = linkStanding(world, trainingClass);
  if (standing !== "open") return { kind: standing, trainingClass };
  const words = posterWords(
    world,
    trainingClass,
    trainers.map(({ name }) => name),
  );
  return { kind: "ready", trainingClass, words, sheet: posterSheet(words) };
}

export type WavePosters =
  /** `without`: classes by whose links nobody joins. */
  { kind: "ready"; sheets: PosterSheet[]; without: TrainingClass[] } | { kind: "not_allowed" };

/** `provinceCode` null: all provinces within reach. */
export async function wavePosters(
  world: World,
  actor: Actor,
  { waveId, provinceCode }: { waveId: number; provinceCode: string | null },
): Promise<WavePosters> {
  const { classes } = world.store;
  const theirs = (await classes.ofWave(waveId)).filter(
    (one) => maySetUpClass(actor, one) && (provinceCode === null || one.provinceCode === provinceCode),
  );
  if (theirs.length === 0) return { kind: "not_allowed" };
  const sheets: PosterSheet[] = [];
  for (const one of theirs.filter((each) => linkStanding(world, each) === "open")) {
    const trainers = (await classes.trainersOf(one.id)).map(({ name }) => name);
    sheets.push(posterSheet(posterWords(world, one, trainers)));
  }
  return { kind: "ready", sheets, without: theirs.filter((one) => linkStanding(world, one) !== "open") };
}

function linkStanding({ clock }: World, trainingClass: TrainingClass): LinkStanding {
  if (trainingClass.joinClosedAt !== null) return "closed";
  return trainingClass.joinTokenExpiresAt <= clock.now() ? "over" : "open";
}

function posterWords({ settings }: World, one: TrainingClass, trainers: string[]): PosterWords {
  const { name, venue, zone, startsOn, endsOn } = one;
  // The instant at which it ends belongs to the day after.
  const lastDay = dayIn(zone, new Date(one.joinTokenExpiresAt.getTime() - 1));
  const link = startLink(settings.botUsername, one.joinToken);
  return { name, venue, zone, startsOn, endsOn, link, lastDay, trainers };
}
