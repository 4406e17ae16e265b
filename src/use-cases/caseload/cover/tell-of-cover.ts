// Who hears of an absence: the one who covers, the one who is away where somebody else said it, those who lose their cover by it.
import { lastDayOf, overlaps } from "../../../domain/caseload/cover.js";
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { type Person, zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { AbsenceRecord } from "../../../ports/people/absences.js";
import type { World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo, type ToPost } from "../../posting.js";
import { lateDaysNow } from "../follow-up/late-days.js";

/** In words: whose it is, and its first and last day. */
export function absenceWords({ person, cover, ...span }: AbsenceRecord) {
  const zone = zoneOf(person);
  return {
    name: person.name,
    coverName: cover?.name ?? null,
    from: dayIn(zone, span.startsAt),
    until: lastDayOf(span, zone),
  };
}

const subjectOf = ({ id }: AbsenceRecord) => `absence:${id}`;

/** Call each of these in the transaction that changes it. */
export async function tellCover(inside: World, absence: AbsenceRecord): Promise<void> {
  const { cover } = absence;
  if (cover === null) return;
  const nobody = { filter: "all" as const, page: 0, most: 1 };
  const care = { trainerId: absence.personId, regions: [] };
  const { counts } = await inside.store.caseloads.peoplePage(care, lateDaysNow(inside), nobody);
  const words = { ...absenceWords(absence), people: counts.all };
  await tell(inside, absence, cover, "chosen", [absence.personId], ({ cover: texts }) => ({
    ...texts.chosen(words),
    buttons: [
      [{ label: texts.cannot, data: action("decline_cover", absence.id) }],
      [{ label: texts.menu, data: action("away") }],
    ],
  }));
}

/** What has not left is taken back; who has heard that they cover hears that they do not. */
export async function tellCoverNoMore(inside: World, absence: AbsenceRecord): Promise<void> {
  const { cover } = absence;
  if (cover === null) return;
  const taken = await inside.store.outbox.takeBack(
    { subject: subjectOf(absence), personId: cover.id },
    "absence changed",
    inside.clock.now(),
    ["cover"],
  );
  if (taken.length > 0) return;
  const words = absenceWords(absence);
  await tell(inside, absence, cover, "no_more", [absence.personId], ({ cover: texts }) => texts.noMore(words));
}

/** An admin has said it, or chosen. */
export async function tellAway(inside: World, by: Person, absence: AbsenceRecord): Promise<void> {
  const words = { ...absenceWords(absence), byName: by.name };
  const names = [by.id, ...(absence.coverId === null ? [] : [absence.coverId])];
  await tell(inside, absence, absence.person, "said", names, ({ cover: texts }) => ({
    ...texts.saidForYou(words),
    buttons: [[{ label: texts.menu, data: action("away") }]],
  }));
}

export async function tellBack(inside: World, by: Person, absence: AbsenceRecord): Promise<void> {
  const words = { ...absenceWords(absence), byName: by.name };
  await tell(inside, absence, absence.person, "ended", [by.id], ({ cover: texts }) => texts.endedForYou(words));
}

/** Who is away, and who chose, where that was somebody else: they choose another. */
export async function tellOfNo(inside: World, by: Person, absence: AbsenceRecord): Promise<void> {
  const setBy = absence.setById === absence.personId ? null : await inside.store.people.find(absence.setById);
  const words = { ...absenceWords(absence), coverName: by.name };
  for (const to of [absence.person, ...(setBy === null ? [] : [setBy])]) {
    const isSelf = to.id === absence.personId;
    await tell(inside, absence, to, `no:${by.id}`, [by.id, absence.personId], ({ cover: texts }) => ({
      ...texts.saidNo({ ...words, isSelf }),
      buttons: [[{ label: texts.chooseAnother, data: action("change_cover", absence.id) }]],
    }));
  }
}

/** For whom somebody was to cover on days on which they are away themselves: each hears of it. Their names. */
export async function tellWhoIsLeft(inside: World, away: AbsenceRecord): Promise<string[]> {
  const covered = await inside.store.absences.openCoversOf(away.personId, inside.clock.now());
  const left = covered.filter((one) => overlaps(one, away));
  for (const absence of left) {
    const words = { ...absenceWords(absence), coverName: away.person.name, ...daysOf(away) };
    await tell(inside, absence, absence.person, `left:${away.id}`, [away.personId], ({ cover: texts }) => ({
      ...texts.coverIsAway(words),
      buttons: [[{ label: texts.chooseAnother, data: action("change_cover", absence.id) }]],
    }));
  }
  return left.map(({ person }) => person.name);
}

function daysOf(absence: AbsenceRecord) {
  const { from, until } = absenceWords(absence);
  return { awayFrom: from, awayUntil: until };
}

async function tell(
  inside: World,
  absence: AbsenceRecord,
  to: Person,
  what: string,
  names: number[],
  say: (texts: Texts) => Message,
): Promise<void> {
  const wish: ToPost = {
    key: `cover:${absence.id}:${what}:${to.id}:${inside.clock.now().getTime()}`,
    kind: "cover",
    to: { ...to, zone: to.zone ?? zoneOf(absence.person) },
    names,
    subjects: [subjectOf(absence)],
    say,
  };
  await postTo(inside, [wish]);
}
