// Changing an announcement that was already sent: other words in its place, or taking it away.
import { APPROVAL_HOURS } from "../../domain/announcements/announcement.js";
import {
  type CorrectionTally,
  copiesIn,
  DELETABLE_HOURS,
  UNCHANGED,
  type Unchanged,
} from "../../domain/announcements/correction.js";
import { clockTime, dayAndMonth } from "../dates.js";
import type { announcementCorrections as Indonesian } from "../id/announcement-corrections.js";
import type { CopiesView, CorrectionCard } from "../layouts/announcements/correction-views.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const unchanged: Record<Unchanged, string> = {
  too_old: `older than ${DELETABLE_HOURS} hours, so it cannot be taken away`,
  blocked: "blocked the bot",
  gone: "Telegram account not active",
  no_id: "the message was not found any more",
  refused: "refused by Telegram",
};

const phases: Record<CorrectionCard["phase"], string> = {
  awaiting: "waiting for another admin's approval",
  expired: `dropped, because nobody approved it within ${APPROVAL_HOURS} hours`,
  overtaken: "replaced by a later change",
  cancelled: "refused",
  running: "under way",
  finished: "done",
};

const causes = (tally: CorrectionTally) =>
  lines(
    ...UNCHANGED.filter((cause) => tally[cause] > 0).map(
      (cause) => rich`• could not be changed, ${unchanged[cause]}: ${count(tally[cause])}`,
    ),
  );

const copiesOf = ({ delivered, waiting, unknown }: CopiesView) =>
  lines(
    delivered > 0 && rich`Sent already, will be changed: ${bold(count(delivered))}`,
    unknown > 0 && rich`• of those, uncertain and so out of reach: ${count(unknown)}`,
    waiting > 0 && rich`Not sent yet, will get the new text: ${bold(count(waiting))}`,
  );

export const announcementCorrections: typeof Indonesian = {
  about: "the correction of an announcement",
  mark: (day) => `(corrected ${dayAndMonth("en", day)})`,
  amend: "✏️ Correct",
  withdraw: "🗑 Take back",
  open: "See the correction",
  label: "Text",
  ask: () => rich`Please write the right text. It takes the place of what was sent, with a mark that says so.`,
  onlyText: () => rich`Please send the text in words. The photo or file that was sent stays as it is.`,
  summary: (copies, problem, needsApproval) =>
    paragraphs(
      rich`Above is what people will read.`,
      copiesOf(copies),
      problem ?? (needsApproval && rich`Because it is for so many, another admin has to approve the text first.`),
    ),
  confirm: (n) => `✅ Change for ${people(n)}`,
  propose: "✅ Ask for approval",
  problems: {
    unchanged: () => rich`This is the same text that was sent. Please write the right one.`,
    new_word: (written) =>
      rich`A correction cannot use ${written}, because the former text did not. Please write it without.`,
    forgotten_word: (written) =>
      rich`A correction cannot use ${written}: this announcement is old, and what stood there for each receiver is not kept any more. Please write it without.`,
    nothing_sent: () => rich`There is nothing to correct: nothing was sent yet, or it was taken back.`,
    undecided: () =>
      rich`A change of this announcement is still waiting for another admin's approval, so it cannot be corrected yet. Please wait for their decision.`,
  },
  changedMeanwhile: () =>
    rich`Another admin has just changed this announcement, so your correction is not saved. Please look at its text as it is now.`,
  askWithdraw: ({ delivered, tooOld, unknown, waiting }) =>
    paragraphs(
      rich`Take this announcement back? It is deleted for ${people(Math.max(0, delivered - tooOld - unknown))}, and that cannot be undone.`,
      lines(
        waiting > 0 && rich`Not sent yet, so never sent: ${count(waiting)}`,
        tooOld > 0 &&
          rich`Older than ${DELETABLE_HOURS} hours, so it stays: ${count(tooOld)}. Those can still be corrected.`,
        unknown > 0 && rich`Uncertain, so it cannot be deleted: ${count(unknown)}`,
      ),
    ),
  withdrawNow: "Yes, take it back",
  keep: "No, leave it",
  card: ({ announcementId, kind, phase, tally, authorName, heldUntil, isHeldByRestore, zone }) =>
    paragraphs(
      rich`${kind === "amend" ? "✏️ Correction of" : "🗑 Taking back"} announcement ${announcementId}: ${bold(phases[phase])}`,
      rich`By ${authorName}`,
      phase !== "awaiting" &&
        copiesIn(tally) > 0 &&
        lines(
          rich`${kind === "amend" ? "Changed" : "Deleted"}: ${bold(count(tally.changed))} of ${count(copiesIn(tally))} messages`,
          tally.waiting > 0 && rich`Waiting for their turn: ${count(tally.waiting)}`,
          tally.unknown > 0 && rich`Uncertain: ${count(tally.unknown)}`,
        ),
      causes(tally),
      isHeldByRestore
        ? rich`⏸ Stopped because the data came from a backup. It goes on when an admin has decided about the messages that wait.`
        : heldUntil !== null &&
            rich`⏳ Telegram asks us to wait until ${clockTime("en", zone, heldUntil)}. Then it goes on by itself.`,
    ),
  request: (author, n) =>
    rich`${bold(author)} asks to correct an announcement to ${people(n)}. Please check the text. It changes once it is approved, within ${APPROVAL_HOURS} hours.`,
  review: (author, copies) =>
    paragraphs(rich`Above is the new text by ${bold(author)}.`, copiesOf(copies), rich`Approve this correction?`),
  approve: "✅ Approve",
  approved: (by) => rich`The correction was approved by ${by} and is under way.`,
  refused: (by) => rich`The correction was refused by ${by}, so nothing was changed.`,
  rejected: () => rich`All right, nothing is changed. Its author has been told.`,
  own: () => rich`Your own correction needs another admin's approval.`,
  decidedBefore: () => rich`That correction was decided or replaced before.`,
};
