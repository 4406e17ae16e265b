// Job: whose pause is over is welcomed back by one message, with what is due. And who came into a place that pauses, pauses too.
import { action } from "../../domain/messages/action.js";
import type { Person } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { settleDeadlines } from "../plans/settle-deadlines.js";
import { postTo, type ToPost } from "../posting.js";

/** As many people as one transaction holds. */
const BATCH = 200;

/** Twice is once: nothing is left on the row of the one who was welcomed. */
export async function tendPauses(world: World): Promise<{ returned: number; joined: number }> {
  const joined = await settleNewcomers(world);
  for (let returned = 0; ; ) {
    const people = await world.store.pauses.returned(world.clock.now(), BATCH);
    if (people.length === 0) return { returned, joined };
    returned += await world.transaction((inside) => welcome(inside, people));
  }
}

async function welcome(inside: World, found: Person[]): Promise<number> {
  const { store, clock } = inside;
  const ids = found.map(({ id }) => id);
  const erased = await store.pauses.hold(ids);
  // Read again: they may have asked for more time meanwhile, and nobody can from here on.
  const people = (await store.pauses.returned(clock.now(), BATCH)).filter(
    ({ id }) => ids.includes(id) && !erased.has(id),
  );
  await store.pauses.markReturned(people.map(({ id }) => id));
  const posts: ToPost[] = [];
  const planIds: number[] = [];
  const plansOf = await store.plans.ofPeople(people.map(({ id }) => id));
  const takingPart = await store.pauses.takingPart(people.map(({ id }) => id));
  for (const person of people) {
    // A person who handed their library over meanwhile has nothing to come back to.
    if (!takingPart.has(person.id)) continue;
    const plans = (plansOf.get(person.id) ?? []).filter(({ isApart }) => !isApart);
    planIds.push(...plans.map(({ id }) => id));
    posts.push(welcomeOf(inside, { ...person, pausedUntil: null, quietUntil: null }, person.pausedUntil, plans));
  }
  await postTo(inside, posts);
  // What they had put off is said by the welcome.
  if (planIds.length > 0) await store.plans.remindAgain(planIds);
  return people.length;
}

function welcomeOf(
  { clock }: World,
  to: Person,
  endedAt: Date | null,
  plans: Awaited<ReturnType<World["store"]["plans"]["ofPerson"]>>,
): ToPost {
  const open = plans.filter(({ state }) => state !== "done");
  return {
    key: `pause-over:${to.id}:${(endedAt ?? clock.now()).getTime()}`,
    kind: "pause_over",
    to,
    names: [],
    subjects: open.map(({ id }) => `plan:${id}`),
    say: ({ pauses }) => ({
      ...pauses.welcomeBack({ name: to.name, plans: open }),
      buttons: [
        [
          { label: pauses.goOn, data: action(open.length > 0 ? "reports" : "menu"), tone: "primary" },
          { label: pauses.longer, data: action("new_pause", null) },
        ],
      ],
    }),
  };
}

/** Those who joined, or began to act for a library, while a pause held there. Returns how many people. */
async function settleNewcomers(world: World): Promise<number> {
  const { personIds, planIds } = await world.store.pauses.unsettled(world.clock.now(), BATCH);
  if (personIds.length + planIds.length === 0) return 0;
  return world.transaction(async ({ store, clock }) => {
    const changed = await store.pauses.settlePeople({ personIds }, clock.now());
    await settleDeadlines(store, planIds);
    return changed.length;
  });
}
