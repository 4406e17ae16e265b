// A person with what belongs to them alone: account and consent once they have joined, roles and invitation for staff.
import type { NoticeKind } from "../../../src/domain/registration/consent-notice.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import type { Build } from "../build.js";
import { fictivePhone, fictiveTelegramId, seededToken } from "./identities.js";
import type { PlannedStaff } from "./plan-staff.js";

/** How long a link works at least, so that a cohort of long ago can be tried out too. */
export const LINK_DAYS = 90;

export interface PersonToBuild {
  name: string;
  /** Of their phone and account; see identities.ts. */
  number: number;
  hasPhone: boolean;
  zone: Zone;
  joinedAt: Date | null;
  /** Which one they agreed to when they joined; that for participants when it is not said. */
  notice?: NoticeKind;
  blockedAt?: Date | null;
  optedOut?: string[];
}

export function buildPerson(build: Build, person: PersonToBuild): number {
  const { rows, options } = build;
  const id = build.nextId("people");
  const { joinedAt, blockedAt = null } = person;
  const telegramId = joinedAt === null ? null : fictiveTelegramId(person.number);
  rows.people.push({
    id,
    name: person.name,
    phone: person.hasPhone ? fictivePhone(person.number) : null,
    language: "id",
    zone: person.zone,
    telegramId,
    unreachableSince: blockedAt,
    unreachableCause: blockedAt === null ? null : "blocked",
    optedOut: person.optedOut ?? [],
    pausedUntil: null,
    quietUntil: null,
    createdAt: joinedAt ?? options.now,
    erasedAt: null,
    mergedIntoId: null,
    practiceOf: 0,
  });
  if (joinedAt === null || telegramId === null) return id;
  const account = { id: build.nextId("accounts"), personId: id, telegramId, boundAt: joinedAt, unboundAt: null };
  rows.accounts.push(account);
  rows.consents.push({
    id: build.nextId("consents"),
    personId: id,
    noticeVersion: options.notices[person.notice ?? "participant"],
    givenAt: joinedAt,
    updateId: build.nextUpdateId(),
    withdrawnAt: null,
  });
  return id;
}

/** A trainer or admin: with an account, or with an invitation that waits to be opened. */
export function buildStaff(build: Build, staff: PlannedStaff): number {
  const { rows, options } = build;
  const { name, number, zone, boundAt } = staff;
  const personId = buildPerson(build, { name, number, zone, hasPhone: true, joinedAt: boundAt, notice: "staff" });
  const grantedAt = boundAt ?? options.now;
  for (const regionCode of staff.regions) {
    rows.roles.push({
      id: build.nextId("roles"),
      personId,
      role: staff.role,
      regionCode,
      cohortId: regionCode === null ? null : options.cohortId,
      grantedAt,
      revokedAt: null,
    });
  }
  if (boundAt === null) {
    rows.invitations.push({
      token: seededToken(`${options.seed}:${number}:invitation`),
      personId,
      createdAt: options.now,
      expiresAt: new Date(options.now.getTime() + LINK_DAYS * 86_400_000),
      usedAt: null,
      revokedAt: null,
    });
  }
  return personId;
}
