// Job: forgets people when their class has been over for as long as the notices promise, class by class, and says what it did. Who has a
// younger class or a role stays. Twice is once: who was forgotten is due no more.
import { dayIn } from "../../domain/calendar.js";
import { KEPT_YEARS, yearsBefore } from "../../domain/keeping.js";
import type { Store, World } from "../../ports.js";
import type { Texts } from "../../texts/index.js";
import { postTo } from "../posting.js";

/** A run takes so many classes, and so many people of none; the next ones follow the next night. */
const CLASSES = 20;
const PEOPLE = 500;

export async function eraseByAge(world: World): Promise<Record<string, number>> {
  const { store, clock, settings } = world;
  const now = clock.now();
  const years = settings.keptYears ?? KEPT_YEARS;
  const before = yearsBefore(now, years);
  const counts = { classes: 0, people: 0, invited: 0, audits: 0 };
  for (const due of await store.retention.dueClasses(dayIn("Asia/Jakarta", before), before, CLASSES)) {
    for (const personId of due.personIds) await forget(world, personId);
    const people = due.personIds.length;
    const invited = await store.transaction(async (inside) => {
      const rows = await inside.retention.forgetInvited(due.id);
      await noteAndTell(world, inside, { subject: `class:${due.id}`, name: due.name, people, invited: rows, years });
      return rows;
    });
    counts.classes += 1;
    counts.people += people;
    counts.invited += invited;
  }
  const others = await store.retention.duePeopleOfNoClass(before, PEOPLE);
  for (const personId of others) await forget(world, personId);
  if (others.length > 0) {
    await store.transaction((inside) =>
      noteAndTell(world, inside, { subject: "no class", name: null, people: others.length, invited: 0, years }),
    );
  }
  counts.people += others.length;
  counts.audits = await store.retention.forgetAudits(before);
  return counts;
}

/** A transaction each: a failure costs one person's turn. Their files follow (finish-erasures.ts). */
async function forget({ store, clock, settings }: World, personId: number): Promise<void> {
  const now = clock.now();
  const obstacles = settings.questions.all.flatMap((sets) => sets.obstacles);
  await store.transaction(async (inside) => {
    const left = await inside.ownData.erase(personId, obstacles, now);
    await inside.audit.count("person.erased-by-age");
    await inside.erasures.begin(left, now);
  });
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
async function noteAndTell(world: World, store: Store, { subject, name, people, invited, years }: Done): Promise<void> {
  const now = world.clock.now();
  await store.audit.record({ actorId: null, action: "retention.erase", subject, details: { people, invited } }, now);
  const operators = await store.troubles.operators();
  await postTo(
    store,
    world,
    operators.map((to) => ({
      key: `retention:${subject}:${now.getTime()}:${to.id}`,
      kind: "operator_alarm" as const,
      to,
      names: [],
      say: (texts: Texts) => texts.alarms.erasedByAge({ name, people, invited, years }),
    })),
  );
}
