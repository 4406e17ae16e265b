// Job: forgets people when their class has been over for as long as the notices promise, class by class, and says what it did. Who has a
// younger class or a role stays. Twice is once: who was forgotten is due no more.

import { KEPT_YEARS, yearsBefore } from "../../domain/own-data/keeping.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { forgetPerson } from "../own-data/forget-person.js";
import { postTo } from "../posting.js";
import { tryingEach } from "../trying-each.js";

/** A run takes so many classes, and so many people of none; the next ones follow the next night. */
const CLASSES = 20;
const PEOPLE = 500;

/** A count of its own for each class, written with each erasure and taken with the line that tells it: a crash in between loses none. */
const COUNTED = "erased-by-age:";
const NO_CLASS = "no class";

export async function eraseByAge(world: World): Promise<Record<string, number>> {
  const { store, clock, settings } = world;
  const before = yearsBefore(clock.now(), settings.keptYears ?? KEPT_YEARS);
  const counts = { classes: 0, people: 0, invited: 0, audits: 0 };
  const due = await store.retention.dueClasses(dayIn("Asia/Jakarta", before), before, CLASSES);
  // One who cannot be erased keeps nobody else waiting, nor the audits.
  const { tried, end } = tryingEach();
  for (const { id, personIds } of due)
    for (const personId of personIds) await tried(() => forget(world, personId, before, `class:${id}`));
  const others = await store.retention.duePeopleOfNoClass(before, PEOPLE);
  for (const personId of others) await tried(() => forget(world, personId, before, NO_CLASS));
  // Of a run that died before it told, too.
  const counted = (await store.audit.countsLike(COUNTED)).map((name) => name.slice(COUNTED.length));
  for (const subject of new Set([...due.map(({ id }) => `class:${id}`), ...counted])) {
    await tried(async () => {
      const { people, invited } = await world.transaction((inside) => tellOf(inside, subject));
      if (subject !== NO_CLASS && people + invited > 0) counts.classes += 1;
      counts.people += people;
      counts.invited += invited;
    });
  }
  await tried(async () => {
    counts.audits = await world.transaction((inside) => inside.store.retention.forgetAudits(before));
  });
  end();
  return counts;
}

/** A transaction each: a failure costs one person's turn. Their files follow (finish-erasures.ts). */
async function forget(world: World, personId: number, before: Date, subject: string): Promise<void> {
  const now = world.clock.now();
  await world.transaction(async (inside) => {
    const { store } = inside;
    // Held, and asked once more: a run of thousands takes minutes, in which somebody may join again, or become a trainer.
    await store.ownData.hold(personId);
    if (!(await store.retention.isStillDue(personId, before))) return;
    const left = await forgetPerson(inside, personId, "age");
    await store.audit.count("person.erased-by-age");
    await store.audit.count(`${COUNTED}${subject}`);
    await store.erasures.begin(left, now);
  });
}

async function tellOf(inside: World, subject: string): Promise<{ people: number; invited: number }> {
  const classId = subject === NO_CLASS ? null : Number(subject.replace("class:", ""));
  const people = await inside.store.audit.takeCount(`${COUNTED}${subject}`);
  const invited = classId === null ? 0 : await inside.store.retention.forgetInvited(classId);
  if (people + invited === 0) return { people, invited };
  const name = classId === null ? null : ((await inside.store.classes.find(classId))?.name ?? null);
  await noteAndTell(inside, { subject, name, people, invited, years: inside.settings.keptYears ?? KEPT_YEARS });
  return { people, invited };
}

interface Done {
  subject: string;
  /** Of the class; null for people of none. */
  name: string | null;
  people: number;
  invited: number;
  years: number;
}

/** A line of the account, and one message to each operator. */
async function noteAndTell(inside: World, { subject, name, people, invited, years }: Done): Promise<void> {
  const now = inside.clock.now();
  await inside.store.audit.record(
    { actorId: null, action: "retention.erase", subject, details: { people, invited } },
    now,
  );
  const operators = await inside.store.troubles.operators();
  await postTo(
    inside,
    operators.map((to) => ({
      key: `retention:${subject}:${now.getTime()}:${to.id}`,
      kind: "operator_alarm" as const,
      to,
      names: [],
      say: (texts: Texts) => texts.alarms.erasedByAge({ name, people, invited, years }),
    })),
  );
}
