// Everything that leaves a line of who did what, in the kinds by which the account is read. A line that is not here does not compile.
import { EXPORTS, type ExportName } from "./export.js";
import { LOOKS, type LookName } from "./look.js";

const CHANGES = [
  ...(["cohort.open", "wave.add", "material.add", "material.change", "material.remove"] as const),
  ...(["rules.change", "rules.take-back"] as const),
  ...(["class.create", "class.change", "class.shift", "class.remove", "class-link.close", "class-link.renew"] as const),
  ...(["class.trainer-add", "class.trainer-remove"] as const),
  ...(["session.add", "session.change", "session.move", "session.cancel"] as const),
  ...(["attendance.mark", "attendance.unmark"] as const),
  ...(["roster.import", "roster.undo", "roster.link", "roster.unlink"] as const),
  ...(["staff.rename", "role.grant", "role.revoke", "role.give-back", "role.give-up", "invitation.renew"] as const),
  ...(["deadline.extend", "contact.record", "contact.note", "act.undo", "plans.ask", "plans.unask"] as const),
  ...(["account.move", "account.ask", "account.contest", "phone.change"] as const),
  ...(["pause.begin", "pause.place", "pause.change", "pause.end", "pause.undo"] as const),
  ...(["handover.offer", "handover.cancel", "handover.take"] as const),
  ...(["letter.issue", "merge.people", "merge.libraries", "merge.undo"] as const),
  ...(["story.send", "story.remove", "story.consent", "story.guardian", "story.guardian-drop"] as const),
  ...(["story.flag", "story.unflag", "story.choose", "story.unchoose", "story.type"] as const),
  ...(["champion.name", "champion.unname"] as const),
  ...(["absence.say", "absence.end", "cover.choose", "cover.decline"] as const),
  ...(["plan.stand-in", "report.stand-in", "admission.adopt"] as const),
  ...(["announcement.called", "announcement.uncalled"] as const),
] as const;

const SENDINGS = [
  ...(["announcement.propose", "announcement.publish", "announcement.pause", "announcement.resume"] as const),
  ...(["announcement.cancel", "announcement.change", "announcement.resend"] as const),
  ...(["announcement.amend", "announcement.withdraw"] as const),
  ...(["announcement.propose_correction", "announcement.ask_to_read", "announcement.tell_trainers"] as const),
  ...(["message.write", "participant.nudge", "question.answer", "question.remind", "question.close"] as const),
] as const;

const DECISIONS = [
  ...(["announcement.approve", "announcement.reject", "announcement.decide_unknown"] as const),
  ...(["announcement.approve_correction", "announcement.reject_correction"] as const),
  ...(["admission.yes", "admission.no", "admission.escalate", "question.escalate", "report.review"] as const),
  ...(["post.decide_unknown", "update.decide_parked", "restore.decide"] as const),
  ...(["account.yes", "account.no", "merge.two"] as const),
  ...(["person.erased", "retention.erase"] as const),
] as const;

export const AUDITED = {
  seen: [...LOOKS.filter((name) => name !== "staff.export" && name !== "feedback.export"), "person.own-data"],
  exported: [...EXPORTS, "staff.export", "feedback.export"],
  changed: CHANGES,
  sent: SENDINGS,
  decided: DECISIONS,
} as const satisfies Record<string, readonly string[]>;

export type AuditedKind = keyof typeof AUDITED;
export const AUDITED_KINDS = Object.keys(AUDITED) as AuditedKind[];

export type AuditedAction =
  | LookName
  | ExportName
  | "person.own-data"
  | (typeof CHANGES)[number]
  | (typeof SENDINGS)[number]
  | (typeof DECISIONS)[number];
