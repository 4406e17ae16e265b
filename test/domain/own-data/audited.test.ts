// The kinds by which the account of who did what is read.
import { expect, test } from "vitest";
import { AUDITED } from "../../../src/domain/own-data/audited.js";
import { auditActions } from "../../../src/texts/id/audit-actions.js";

test("every action that leaves a line is of one kind, and of one only", () => {
  const named = Object.values(AUDITED).flat();
  expect(named).toHaveLength(new Set(named).size);
  expect([...named].sort()).toEqual(Object.keys(auditActions).sort());
});
