// Job: on the working days after a class's last day asks its people what they think of it, each once.
import { action } from "../../domain/messages/action.js";
import { addDays, instantAt } from "../../domain/time/calendar.js";
import { DAY_PLAN } from "../../domain/time/day-plan.js";
import { zonesPast } from "../../domain/time/zones-past.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";

/** A bot that was away for a few days makes up for it; later nobody remembers. */
const INVITES_FOR_DAYS = 7;
/** Days until an invitation that found no room among other messages is given up. */
const LEAVES_WITHIN_DAYS = 7;
/** As many people as one transaction holds. */
const BATCH = 500;

/** Returns how many invitations were new. */
export async function inviteToFeedback(world: World): Promise<{ invited: number }> {
  let invited = 0;
  for (const { zone, day } of zonesPast(DAY_PLAN.speaking.feedback, world.clock.now(), world.settings.rest)) {
    for (;;) {
      const from = addDays(day, -INVITES_FOR_DAYS);
      const posted = await world.transaction(async (inside) => {
        const due = await inside.store.feedback.toInvite(zone, from, day, BATCH);
        return postTo(
          inside,
          due.map(({ person, classId, name }) => ({
            key: `feedback:${classId}:${person.id}`,
            kind: "feedback_invitation",
            to: person,
            names: [],
            notAfter: instantAt(zone, addDays(day, LEAVES_WITHIN_DAYS), "20:00"),
            say: ({ feedback }) => ({
              ...feedback.invitation(name),
              buttons: [[{ label: feedback.begin, data: action("feedback", classId), tone: "primary" }]],
            }),
          })),
        );
      });
      invited += posted;
      if (posted < BATCH) break;
    }
  }
  return { invited };
}
