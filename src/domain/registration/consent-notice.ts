// Which notice about personal data somebody is to have agreed to: participants one, those who hold a role another. The words and their
// versions stand together in texts/<language>/notices.ts.

export type NoticeKind = "participant" | "staff";
export const NOTICE_KINDS = ["participant", "staff"] as const satisfies readonly NoticeKind[];

/** Until Perpusnas names another. */
export const DEFAULT_CONTROLLER = "Perpustakaan Nasional RI";

/** Until Perpusnas says otherwise. */
export const DEFAULT_TERMS: NoticeTerms = { refusalIsFree: true, namesConsultants: false };

/** What only the programme can say about its notice. */
export interface NoticeTerms {
  /** Somebody who does not agree may attend the training all the same, and the notice says so. */
  refusalIsFree: boolean;
  /** Consultants are named among those who see the data; else they count under the offices and Perpusnas. */
  namesConsultants: boolean;
}

/** The versions in force. Those of the notice for staff begin with "staff-", so that no version belongs to both. */
export type NoticesInForce = Record<NoticeKind, string>;

export interface NoticeOwed {
  kind: NoticeKind;
  /** Their last version of the same notice; null when they agreed to none so far. */
  agreedBefore: string | null;
}

/** `agreed`: every version that the person agreed to and did not withdraw, oldest first. Null: nothing is owed. */
export function noticeOwed(
  { hasRole, agreed }: { hasRole: boolean; agreed: readonly string[] },
  inForce: NoticesInForce,
): NoticeOwed | null {
  const owed = (kind: NoticeKind): NoticeOwed | null =>
    agreed.includes(inForce[kind])
      ? null
      : { kind, agreedBefore: agreed.findLast((version) => kindOfVersion(version) === kind) ?? null };
  if (!hasRole) return owed("participant");
  // A trainer who takes part in a class has agreed to both.
  const asParticipant = owed("participant");
  return owed("staff") ?? (asParticipant?.agreedBefore == null ? null : asParticipant);
}

export function kindOfVersion(version: string): NoticeKind {
  return version.startsWith("staff-") ? "staff" : "participant";
}
