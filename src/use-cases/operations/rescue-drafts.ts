// Job: anyone who began a form and left it is told once, on the next working day, which question is open; a button goes on there.

import {
  RECALLED_AFTER_HOURS,
  RECALLED_AFTER_WORKING_DAYS,
  RECALLED_WITHIN_HOURS,
} from "../../domain/forms/left-form.js";
import { action } from "../../domain/messages/action.js";
import { isPaused } from "../../domain/people/pause.js";
import type { Person } from "../../domain/people/person.js";
import { dayIn, instantAt } from "../../domain/time/calendar.js";
import { addWorkingDays, hoursOf } from "../../domain/time/working-hours.js";
import type { Draft } from "../../ports/queue/drafts.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";
import { tryingEach } from "../trying-each.js";

const HOUR = 3_600_000;

/** So many that those of the west, not due for two hours yet, do not hide those of the east. */
const BATCH = 1000;

/** Whose zone is not known yet, in the middle of registration: at this time of Jakarta's it is working time in all three. */
const ANY_ZONE = "Asia/Jakarta";

/** Twice is once: a draft is marked with its nudge. Who said "stop" was marked then (bot/forms/run-form.ts). */
export async function rescueDrafts(world: World): Promise<{ nudges: number }> {
  const now = world.clock.now();
  const from = new Date(now.getTime() - RECALLED_WITHIN_HOURS * HOUR);
  const until = new Date(now.getTime() - RECALLED_AFTER_HOURS * HOUR);
  const failed = new Set<number>();
  const { tried, end } = tryingEach();
  for (let nudges = 0; ; ) {
    const left = await world.store.drafts.leftBetween(from, until, BATCH);
    const due = left.filter(({ draft, person }) => !failed.has(draft.id) && nudgeAt(world, draft, person) <= now);
    if (due.length === 0) {
      end();
      return { nudges };
    }
    for (const { draft, person } of due) {
      // One draft that cannot be read keeps nobody else from being told.
      const isDone = await tried(async () => {
        nudges += await nudge(world, draft, person);
      });
      if (!isDone) failed.add(draft.id);
    }
  }
}

function nudgeAt({ settings }: World, { updatedAt }: Draft, { zone }: Person): Date {
  const local = zone ?? ANY_ZONE;
  return instantAt(
    local,
    addWorkingDays(dayIn(local, updatedAt), RECALLED_AFTER_WORKING_DAYS, settings.rest),
    hoursOf(settings.rest).speaking.unfinishedForm,
  );
}

async function nudge(world: World, draft: Draft, person: Person): Promise<number> {
  const open = await world.forms.openQuestion(draft);
  return world.transaction(async (inside) => {
    const { store } = inside;
    await store.people.hold([person.id]);
    // They went on in this very moment: then it is for another day.
    if (!(await store.drafts.markNudged(draft, world.clock.now())) || open === null) return 0;
    // They have other things to think of; what they began stays in the menu.
    if (isPaused(person, world.clock.now())) return 0;
    return postTo(inside, [
      {
        // The successor, who goes on with what another one began, is told of it too.
        key: `draft:${draft.id}:${draft.updatedAt.getTime()}:${person.id}`,
        kind: "draft_nudge",
        names: [],
        to: { ...person, zone: person.zone ?? ANY_ZONE },
        subjects: [`draft:${draft.id}`],
        say: ({ common }) => ({
          ...common.rescue(open),
          buttons: [[{ label: common.goOn, data: action("resume", draft.id), tone: "primary" }]],
        }),
      },
    ]);
  });
}
