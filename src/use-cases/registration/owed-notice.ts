// Which notice somebody must agree to before anything else, and whether they still owe one to take part in a class.

import type { Actor } from "../../domain/people/person.js";
import { type NoticeOwed, noticeOwed } from "../../domain/registration/consent-notice.js";
import type { World } from "../../ports.js";

/** Null when they agreed to what is in force. */
export function owedNotice(world: World, actor: Actor): NoticeOwed | null {
  return noticeOwed({ hasRole: actor.roles.length > 0, agreed: actor.agreed }, world.settings.notices);
}

/** Anyone who joins a class needs the notice for participants, whatever else they are. */
export function owedNoticeToJoin(world: World, actor: Actor): NoticeOwed | null {
  return noticeOwed({ hasRole: false, agreed: actor.agreed }, world.settings.notices);
}
