// Job: on the working days after a class's last day asks its people what they think of it, each once.
import { chunksOf } from "../../domain/chunks-of.js";
import {
  FEEDBACK_ASKED_AFTER_DAYS,
  FEEDBACK_ASKED_FOR_DAYS,
  FEEDBACK_LEAVES_WITHIN_DAYS,
} from "../../domain/feedback/feedback.js";
import { action } from "../../domain/messages/action.js";
import { addDays, instantAt } from "../../domain/time/calendar.js";
import { hoursOf } from "../../domain/time/working-hours.js";
import { zonesPast } from "../../domain/time/zones-past.js";
import type { ToInvite } from "../../ports/feedback.js";
import type { World } from "../../ports.js";
import { postTo, type ToPost } from "../posting.js";

/** Read at once, because each read looks at everybody anew; and as many people as one transaction holds. */
const READ = 5000;
const BATCH = 500;

/** Returns how many invitations were new. */
export async function inviteToFeedback(world: World): Promise<{ invited: number }> {
  const { rest } = world.settings;
  const { speaking, workingHours } = hoursOf(rest);
  const past = zonesPast(speaking.feedback, world.clock.now(), rest);
  const days = past.map(({ zone, day }) => ({
    ...{ zone, today: day },
    endedFrom: addDays(day, -FEEDBACK_ASKED_FOR_DAYS),
    endedUntil: addDays(day, -FEEDBACK_ASKED_AFTER_DAYS),
  }));
  for (let invited = 0; ; ) {
    // Most of the time there is nobody: that is seen by one statement.
    const due = days.length === 0 ? [] : await world.store.feedback.toInvite(days, READ);
    let posted = 0;
    for (const some of chunksOf(due, BATCH)) {
      posted += await world.transaction((inside) =>
        postTo(
          inside,
          some.map((one) => invitationOf(one, workingHours.until)),
        ),
      );
    }
    invited += posted;
    if (posted < READ) return { invited };
  }
}

function invitationOf({ person, classId, name, zone, today }: ToInvite, until: string): ToPost {
  return {
    key: `feedback:${classId}:${person.id}`,
    kind: "feedback_invitation",
    to: person,
    names: [],
    notAfter: instantAt(zone, addDays(today, FEEDBACK_LEAVES_WITHIN_DAYS), until),
    say: ({ feedback }) => ({
      ...feedback.invitation(name),
      buttons: [[{ label: feedback.begin, data: action("feedback", classId), tone: "primary" }]],
    }),
  };
}
