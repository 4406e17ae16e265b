// F38: the process is killed while an announcement is scheduled, leaves over three zones, is corrected, sent again to those who had not got it,
// and exported. The office does all of it in the chat, week after week; what phones show and what the files hold is the oracle.
import { MOST_UNDER_WAY } from "../../../../src/delivery/room.js";
import type { Person } from "../../../../src/sandbox/shapes.js";
import { CANARY } from "../../process/scene.js";
import type { Fault, Outcome } from "../../report.js";
import {
  ACTS,
  type Act,
  FRIDAY,
  type Life,
  openLife,
  PATIENCE_SECONDS,
  PER_ZONE,
  presses,
  reads,
  startAt,
  through,
  ZONES,
} from "./life.js";

/** So many of each zone have blocked the bot when it leaves, and are back when it is sent again. */
const AWAY_PER_ZONE = 2;
const NOON = Date.parse("2024-07-08T05:00:00Z");
const WEEK = 7 * 86_400_000;

const first = (week: number) => `Kabar ${week} untuk {nama}.`;
const corrected = (week: number) => `Ralat ${week} untuk {nama}.`;
const isOf = (week: number, text = "") => text.includes(`Kabar ${week} untuk`) || text.includes(`Ralat ${week} untuk`);
const copies = (phone: Person, week: number) => phone.received().filter(({ text }) => isOf(week, text));

async function compose(life: Life, week: number): Promise<number> {
  const { sri, scene } = life;
  const { announcement } = scene.database.prisma;
  life.since = sri.lastMessage()?.message_id ?? 0;
  sri.says("/pengumuman");
  if (week > 0) await presses(life, /Buat baru/);
  await reads(life, "Silakan kirim isi");
  sri.says(first(week));
  await presses(life, /Kepada/, /^✅ Selesai/, /Waktu/);
  await reads(life, "Kapan dikirim?");
  sri.says("Senin 08.00");
  await presses(life, /^✅ Jadwalkan/);
  const before = await announcement.count();
  const isTold = () =>
    sri.received().some(({ message_id, text }) => message_id > life.since && text?.includes("dijadwalkan"));
  await reads(life, "Jadwalkan pengumuman ini?");
  await through(life, "scheduling", () => sri.presses("✅ Ya"), isTold);
  const made = (await announcement.count()) - before;
  if (made !== 1) life.wrong.push(`${made} announcements scheduled`);
  return (await announcement.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}

async function leave(life: Life, week: number, announcementId: number): Promise<void> {
  const { scene, phones } = life;
  const { outbox } = scene.database.prisma;
  for (const [nth, { provinceCode, instant }] of ZONES.entries()) {
    const isPosted = async () => (await outbox.count({ where: { announcementId } })) === (nth + 1) * PER_ZONE;
    const hasLeft = async () =>
      (await isPosted()) &&
      (await outbox.count({ where: { announcementId, state: { in: ["waiting", "claimed"] } } })) === 0;
    // Once while it is written down for the zone, and once while it leaves: at that time there, without waiting for any other.
    await startAt(life, instant + week * WEEK);
    await through(life, "leaving", () => {}, isPosted);
    await through(life, "leaving", () => {}, hasLeft);
    const later = ZONES.slice(nth + 1).map((zone) => zone.provinceCode as string);
    const early = phones.filter((one) => later.includes(one.provinceCode) && copies(one.phone, week).length > 0);
    if (early.length > 0) life.wrong.push(`${early.length} had it before their morning, with ${provinceCode}`);
  }
}

async function correct(life: Life, week: number, announcementId: number): Promise<void> {
  const { sri, scene } = life;
  const { outbox, announcementCorrection } = scene.database.prisma;
  sri.pressesOn(1, `amend:${announcementId}`);
  await reads(life, "Mohon tulis isi pengumuman");
  sri.says(corrected(week));
  await scene.until(
    "the correction is shown",
    () => sri.buttons().some((label) => label.includes("✅ Ganti")),
    PATIENCE_SECONDS,
  );
  // A copy of which nobody knows which message it is keeps the old words, and is counted as that: what is waited for is that none is left.
  const isOver = async () => {
    const ofIt = { kind: "announcement_change", subjects: { has: `announcement:${announcementId}` } };
    const waiting = await outbox.count({ where: { ...ofIt, state: { in: ["waiting", "claimed"] } } });
    return waiting === 0 && (await outbox.count({ where: ofIt })) > 0;
  };
  await through(life, "correcting", () => sri.presses(/^✅ Ganti/), isOver);
  const made = await announcementCorrection.count({ where: { announcementId } });
  if (made !== 1) life.wrong.push(`${made} corrections`);
}

async function resend(life: Life, week: number, announcementId: number, away: readonly Person[]): Promise<void> {
  const { sri, scene } = life;
  const { outbox } = scene.database.prisma;
  const isKnownBack = async () =>
    (await scene.database.prisma.person.count({ where: { unreachableCause: { not: null } } })) === 0;
  for (const phone of away) phone.start();
  await scene.until("they are back", isKnownBack, PATIENCE_SECONDS);
  const isSettled = async () =>
    (await outbox.count({ where: { announcementId, state: { notIn: ["sent", "unknown"] } } })) === 0;
  await through(life, "resending", () => sri.pressesOn(1, `resend_announcement:${announcementId}`), isSettled);
  const never = away.filter((phone) => copies(phone, week).length === 0).length;
  const unknown = await outbox.count({ where: { announcementId, state: "unknown" } });
  if (never > unknown) life.wrong.push(`${never} of those who came back have nothing, ${unknown} are unknown`);
}

async function exported(life: Life, announcementId: number): Promise<void> {
  const { sri, scene } = life;
  const { audit } = scene.database.prisma;
  const files = () => sri.received().flatMap(({ document }) => document ?? []);
  const lines = () => audit.count({ where: { action: "announcement.export" } });
  const [had, noted] = [files().length, await lines()];
  sri.pressesOn(1, `export_announcement:${announcementId}`);
  await reads(life, "Untuk keperluan apa");
  await through(
    life,
    "exporting",
    () => sri.presses("Memantau tindak lanjut"),
    () => files().length > had,
  );
  const given = files().slice(had);
  if ((await lines()) - noted !== 1) life.wrong.push(`${(await lines()) - noted} lines of the account for one file`);
  for (const { file_id } of given) {
    const text = Buffer.from(scene.world.files.byId(file_id)?.bytes ?? new Uint8Array()).toString();
    const rows = text.split("\n").filter((line) => line.includes(CANARY)).length;
    if (rows !== ZONES.length * PER_ZONE) life.wrong.push(`a file of ${rows} people`);
    const said = text.split("\n").filter((line) => /[,;]"?terkirim"?[,;]/.test(line)).length;
    const sent = await scene.database.prisma.outbox.count({ where: { announcementId, state: "sent" } });
    if (said !== sent) life.wrong.push(`a file that says sent of ${said}, where ${sent} were`);
  }
}

/** At the end of a week: everybody has one copy, of the new words, or stands among those of whom nobody knows. */
async function judge(life: Life, week: number, announcementId: number): Promise<number> {
  const { prisma } = life.scene.database;
  const rows = await prisma.outbox.groupBy({ by: ["state"], where: { announcementId }, _count: true });
  const countOf = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  const [sent, unknown] = [countOf("sent"), countOf("unknown")];
  const audience = await prisma.announcementRecipient.count({ where: { announcementId } });
  if (audience !== life.phones.length || sent + unknown !== audience) {
    life.wrong.push(`an audience of ${audience} of ${life.phones.length}, ${sent} sent and ${unknown} unknown`);
  }
  const had = life.phones.map(({ phone }) => copies(phone, week));
  const twice = had.filter(({ length }) => length > 1).length;
  const withIt = had.filter(({ length }) => length === 1).length;
  // Filled in for its reader, and for nobody else.
  const ofOthers = life.phones.filter(({ phone }) =>
    copies(phone, week).some(({ text }) => text?.endsWith(`untuk ${phone.name}.`) !== true),
  ).length;
  if (ofOthers > 0) life.wrong.push(`${ofOthers} read the name of somebody else`);
  const old = had.flat().filter(({ text }) => !text?.includes("Ralat")).length;
  const unchanged = await prisma.outbox.count({
    where: { kind: "announcement_change", subjects: { has: `announcement:${announcementId}` }, cause: "no message id" },
  });
  if (twice > 0) life.wrong.push(`${twice} have it twice`);
  if (withIt < sent) life.wrong.push(`${sent} sent, ${withIt} have it`);
  if (old > unchanged) life.wrong.push(`${old} read the old words, ${unchanged} are told as not changed`);
  return unknown;
}

/** So many announcements, one a week, from the first word to the file of who got it. */
export async function announceKilled(killed: readonly Act[], weeks: number): Promise<Outcome> {
  const life = await openLife(killed);
  const { scene, phones } = life;
  let unknown = 0;
  try {
    for (let week = 0; week < weeks; week++) {
      if (week > 0) await startAt(life, FRIDAY + week * WEEK);
      const id = await compose(life, week);
      const away = phones.filter((_, n) => n % PER_ZONE < AWAY_PER_ZONE).map(({ phone }) => phone);
      await life.bot.kill();
      for (const phone of away) phone.blocks();
      // Telegram says so when it leaves, and not before.
      scene.world.takeUpdates();
      await leave(life, week, id);
      await startAt(life, NOON + week * WEEK);
      await correct(life, week, id);
      await resend(life, week, id, away);
      await exported(life, id);
      unknown += await judge(life, week, id);
    }
  } finally {
    await scene.close();
  }
  if (unknown > life.kills * MOST_UNDER_WAY) life.wrong.push(`${unknown} unknown`);
  return {
    done: `SIGKILL ×${life.kills} while ${killed.join(", ")}: ${weeks} announcements to ${phones.length} people in three zones`,
    counted:
      life.wrong.length === 0 ? `each has it once, in the new words; unknown ${unknown}` : life.wrong.join(" | "),
    holds: life.wrong.length === 0,
  };
}

/** Announcements of an act's row, one a week. */
const WEEKS = 2;

export const ANNOUNCING: Fault[] = ACTS.map((act) => ({
  id: "F38",
  name: `announcement killed while ${act}`,
  run: () => announceKilled([act], WEEKS),
}));
