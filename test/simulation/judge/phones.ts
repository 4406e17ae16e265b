// Phones that are theirs no more, and people who take part no more: one word that it is so, and nothing after it.
import type { LedgerEntry } from "../../../src/sandbox/shapes.js";
import { ADVOCACY, LIVED_LAST, reportsBefore, type Someone, takesPart } from "../month/lived.js";
import { type Heard, OWED_WORDS, readEntry, say } from "./heard.js";
import type { Verdict } from "./verdict.js";

/** The old phone is told once that it is none any more, and nothing else from then on. */
export function judgePhones(one: Someone, byChat: Map<number, LedgerEntry[]>, verdict: Verdict): void {
  for (const { phone, until } of one.formerPhones) {
    const after = (byChat.get(phone.id) ?? []).filter(({ at }) => at >= until).map((entry) => readEntry(one, entry));
    const isWord = ({ parts }: Heard) => parts.every(({ kind }) => kind === "moved");
    verdict.toOldPhones.push(...after.filter((heard) => !isWord(heard)).map((heard) => say(one, heard)));
    if (after.filter(isWord).length !== 1) verdict.notToldOfMove.push(String(one.id));
  }
}

/** Whoever handed over or was merged into another registration hears so once; before they come and after they go, nothing else. */
export function judgeSpans(one: Someone, heard: Heard[], verdict: Verdict): void {
  for (const message of heard) {
    // Who unblocks the bot and hands over in one minute has asked for the offer.
    const isWord = message.parts.every(
      ({ kind }) =>
        OWED_WORDS.includes(kind) ||
        (kind === "offer" && one.away.some(({ until }) => until?.getTime() === message.at.getTime())),
    );
    if (!isWord && !takesPart(one, message.at)) verdict.toOutsiders.push(say(one, message));
  }
  for (const kind of OWED_WORDS) {
    const owed = one.words.filter((word) => word.kind === kind);
    const told = heard.filter(({ parts }) => parts.some((part) => part.kind === kind));
    const isMissing = owed.some(({ at }) => !isAwayAt(one, at) && !told.some((message) => +message.at === +at));
    if (isMissing || told.length > owed.length) {
      verdict.wordsAmiss.push(`${one.id} ${kind}: ${told.length} of ${owed.length}`);
    }
  }
}

const isAwayAt = ({ away }: Someone, at: Date): boolean =>
  away.some(({ from, until }) => from <= at && (until === undefined || until > at));

/** Days until somebody is asked about a form that lies there, and for how long anybody is. */
const NUDGED_WITHIN = 4;
const MOST_DAYS = 7;

/** A successor who leaves lying what the one before had begun is asked about it, as about their own. */
export function judgeDraft(one: Someone, heard: Heard[], verdict: Verdict): void {
  const draft = one.follows?.handover?.draft;
  const came = one.spans[0]?.from;
  if (draft == null || came === undefined || draft.goesOn) return;
  const until = new Date(came.getTime() + NUDGED_WITHIN * 86_400_000);
  const isAbsent = one.away.length > 0 || one.optedOutAt.reminders !== undefined || until > new Date(LIVED_LAST);
  // Of what was left longer ago than a week nobody is reminded.
  if (until.getTime() - draft.begunAt.getTime() > MOST_DAYS * 86_400_000) return;
  const known = reportsBefore(one, until);
  // What was begun about a plan that is done is not asked for.
  const isReported = known.some(({ plan, at, done }) => at >= draft.begunAt || (plan === ADVOCACY && done));
  if (isAbsent || isReported) return;
  const isAsked = heard.some(({ at, parts }) => at < until && parts.some(({ kind }) => kind === "draft"));
  if (!isAsked) verdict.draftsLost.push(String(one.id));
}
