// Job: tells the bot's operators what needs them: once for each trouble, and not again for hours, however long it lasts.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { erasuresToWorryAbout } from "../../domain/own-data/erasure-bound.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { countLate, countStuck } from "./count-late.js";
import { tellOperators } from "./tell-operators.js";

const TROUBLES = ["restored", "late", "given_up", "parked", "unknown", "erasures", "copies", "backup"] as const;
export type Trouble = (typeof TROUBLES)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The same trouble is not told again for so long: an outage of a day is four messages, not a storm. */
const QUIET_MILLISECONDS = 6 * HOUR;
/** One a night is made, so until the next one nothing about it can change. */
const QUIET_ABOUT_BACKUPS_MILLISECONDS = 24 * HOUR;
/** A night's backup, and six hours in which it is tried again each hour. As ops/alerts.yml has it. */
const OLDEST_BACKUP_HOURS = 30;
/** With no alarm before, this far back: anyone who starts the bot after a weekend hears of what ended it. */
const LOOKED_BACK_MILLISECONDS = 7 * 24 * HOUR;

/** Returns how many messages were new. */
export async function alarmOperators(world: World): Promise<Record<string, number>> {
  const { store, clock } = world;
  const now = clock.now();
  const horizon = new Date(now.getTime() - LOOKED_BACK_MILLISECONDS);
  // First whether there is any, which is rare; who hears of it, and what they know already, only then.
  const seen: Trouble[] = [];
  for (const trouble of TROUBLES) {
    if ((await extentOf(world, trouble, horizon, now)).count > 0) seen.push(trouble);
  }
  const operators = seen.length === 0 ? [] : await store.troubles.operators();
  if (operators.length === 0) return { told: 0 };
  const ids = operators.map(({ id }) => id);
  let told = 0;
  for (const trouble of seen) {
    const lastAt = await store.troubles.lastAlarmAt(ids, trouble, horizon);
    if (lastAt !== null && now.getTime() - lastAt.getTime() < quietAbout(trouble)) continue;
    const { count, cause } = await extentOf(world, trouble, lastAt ?? horizon, now);
    if (count === 0) continue;
    told += await tellOperators(world, operators, trouble, (texts) => ({
      ...wordsFor(trouble, count, cause, texts),
      buttons: buttonsFor(trouble, texts.alarms),
    }));
  }
  return { told };
}

function quietAbout(trouble: Trouble): number {
  return trouble === "backup" ? QUIET_ABOUT_BACKUPS_MILLISECONDS : QUIET_MILLISECONDS;
}

/** `cause`: the system's word, for troubles that have one. */
async function extentOf(
  world: World,
  trouble: Trouble,
  since: Date,
  now: Date,
): Promise<{ count: number; cause: string }> {
  if (trouble === "copies") return (await world.store.troubles.failingCopies()) ?? { count: 0, cause: "" };
  return { count: await countOf(world, trouble, since, now), cause: "" };
}

async function countOf(world: World, trouble: Exclude<Trouble, "copies">, since: Date, now: Date): Promise<number> {
  switch (trouble) {
    case "restored":
      return (await world.store.restores.held(now)) === null ? 0 : 1;
    case "late":
      return (await countLate(world, now)) + (await countStuck(world, now));
    case "given_up":
      return world.store.troubles.givenUp(since);
    case "parked":
      return world.store.troubles.parked(since);
    case "unknown":
      return world.store.troubles.unknown(since);
    case "erasures":
      return world.store.erasures.countUnfinishedFrom(erasuresToWorryAbout(now));
    case "backup":
      return hoursWithoutBackup(world, now);
  }
}

/** 0 while the newest backup is young enough, and where nobody here can see backups. */
async function hoursWithoutBackup({ backupAgeSeconds }: World, now: Date): Promise<number> {
  const hours = Math.floor(((await backupAgeSeconds?.(now)) ?? 0) / 3600);
  return hours < OLDEST_BACKUP_HOURS ? 0 : hours;
}

function wordsFor(trouble: Trouble, count: number, cause: string, { alarms, restore }: Texts): Message {
  if (trouble === "restored") return restore.alarm();
  return trouble === "copies" ? alarms.copies(count, cause) : alarms[trouble](count);
}

function buttonsFor(trouble: Trouble, alarms: Texts["alarms"]): Button[][] {
  if (trouble === "unknown") return [[{ label: alarms.open, data: action("unknowns") }]];
  if (trouble === "restored") return [[{ label: alarms.open, data: action("restored") }]];
  if (trouble === "parked") return [[{ label: alarms.open, data: action("parked") }]];
  if (trouble === "erasures") return [[{ label: alarms.look, data: action("erasures") }]];
  return [];
}
