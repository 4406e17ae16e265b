// Whether the receiver of a post is still one of those for whom its kind is: asked when it leaves, however long it has waited.

import { POST_KINDS, type PostKindRules } from "../../domain/messages/post-kind.js";
import { toldOf } from "../caseload/looking-after.js";
import { Prisma } from "../generated/client.js";

const ROLES = JSON.stringify(
  Object.fromEntries(
    Object.entries(POST_KINDS).flatMap(([kind, { roles }]: [string, PostKindRules]) => (roles ? [[kind, roles]] : [])),
  ),
);

/** Of a row o for a person p. A question is for those who look after its asker's class then, and for no other trainer. */
export const lacksRight = (now: Date) => Prisma.sql`(p.id IS NOT NULL AND ${ROLES}::jsonb -> o.kind IS NOT NULL AND (
  NOT EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id AND r.revoked_at IS NULL
    AND jsonb_exists(${ROLES}::jsonb -> o.kind, r.role::text))
  OR (o.kind = 'question' AND EXISTS (
    SELECT 1 FROM unnest(o.subjects) AS s (subject)
    JOIN question_threads t ON t.id = substring(s.subject FROM '^thread:([0-9]{1,9})$')::int
    JOIN participants asker ON asker.id = t.participant_id
    WHERE NOT EXISTS (SELECT 1 FROM ${toldOf(now)} taught
      WHERE taught.class_id = asker.class_id AND taught.person_id = p.id)))))`;
