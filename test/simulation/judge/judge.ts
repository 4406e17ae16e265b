// Judges a lived month by what Telegram took, and by what the people did: the bot's tables are asked for one thing only, the reason
// why somebody did not get what they were owed.
import type { RestDays } from "../../../src/domain/time/working-hours.js";
import type { LedgerEntry } from "../../../src/sandbox/shapes.js";
import type { Month, Someone } from "../month/lived.js";
import { type Heard, type Others, readEntry } from "./heard.js";
import { judgeBudget, judgeHours, judgeTwice } from "./manners.js";
import { judgeAgain, judgeNeed } from "./need.js";
import { judgeAgendas, judgeAnnounced, judgeRungs, type ReasonOf } from "./owed.js";
import { judgePause } from "./pauses.js";
import { judgeDraft, judgePhones, judgeSpans } from "./phones.js";
import { judgeStories } from "./stories.js";
import { emptyVerdict, type Verdict } from "./verdict.js";

export function judge(month: Month, rest: RestDays, reasonOf: ReasonOf): Verdict {
  const verdict = emptyVerdict(month.unasked.length);
  const byChat = new Map<number, LedgerEntry[]>();
  for (const entry of month.unasked) byChat.set(entry.chatId, [...(byChat.get(entry.chatId) ?? []), entry]);
  const heardOf = (one: Someone): Heard[] =>
    [...one.formerPhones.map(({ phone }) => phone), one.phone]
      .flatMap(({ id }) => byChat.get(id) ?? [])
      .map((entry) => readEntry(one, entry));
  for (const one of month.people) {
    const heard = heardOf(one);
    const others = othersOf(one, month, heardOf);
    const judged = { one, heard, others, reasonOf, verdict };
    judgePhones(one, byChat, verdict);
    judgeSpans(one, heard, verdict);
    judgeHours(one, heard, rest, verdict);
    judgeBudget(one, heard, verdict);
    judgeNeed(one, heard, verdict);
    judgeTwice(one, heard, others, verdict);
    judgeAgain(one, heard, others, verdict);
    judgePause(one, heard, verdict);
    judgeStories(one, heard, month, verdict);
    judgeDraft(one, heard, verdict);
    judgeRungs(judged, rest);
    judgeAgendas(judged, rest);
    judgeAnnounced(judged, month);
    for (const { parts } of heard) {
      if (parts.length > 1) verdict.merged += 1;
      for (const { kind, text } of parts) {
        verdict.byKind[kind] = (verdict.byKind[kind] ?? 0) + 1;
        if (kind === "unknown") verdict.notUnderstood.push(text);
      }
    }
  }
  return verdict;
}

/** What who had the library before them was told of it, and what they were told themselves on the phone of a second registration. */
function othersOf(one: Someone, month: Month, heardOf: (who: Someone) => Heard[]): Others[] {
  const merges = month.merges.flatMap(({ kind, done }) =>
    kind === "people" && done !== null && done.stays === one
      ? [{ heard: heardOf(done.goes), since: done.at, until: done.undoneAt, isOneself: true }]
      : [],
  );
  const [first] = one.spans;
  if (one.follows === null || first === undefined) return merges;
  return [...merges, { heard: heardOf(one.follows), since: first.from, until: null, isOneself: false }];
}
