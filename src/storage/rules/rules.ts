// Versions of the office's rules (domain/rules), and what is counted before they are changed.
import type { RuleChanges } from "../../domain/rules/rules.js";
import type { RulesPort } from "../../ports/rules.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { IS_PREPARED } from "../engine/prepared.js";
import { Prisma } from "../generated/client.js";
import { createRuleCounts } from "./rule-counts.js";

export function createRules(db: Db): RulesPort {
  return {
    ...createRuleCounts(db),
    async newest() {
      // Asked at each update and each tick.
      const [row] = await db.$queryRaw<{ number: number | null }[]>`${IS_PREPARED}
        SELECT max(number) AS number FROM rule_versions`;
      return row?.number ?? 0;
    },
    async all() {
      const rows = await db.ruleVersion.findMany({ orderBy: { number: "asc" } });
      return rows.map(({ changes, ...row }) => ({ ...row, changes: changes as unknown as RuleChanges }));
    },
    async add({ number, changes, takesBack }, now) {
      await db.$executeRaw`
        INSERT INTO rule_versions (number, changes, at, takes_back)
        VALUES (${number}, ${toJsonText(changes)}::jsonb, ${now}::timestamp, ${takesBack}::int)`;
    },
    async makersOf(numbers) {
      const subjects = numbers.map((number) => `rules:${number}`);
      const rows = await db.$queryRaw<{ subject: string; personId: number; name: string }[]>`
        SELECT a.subject, p.id AS "personId", p.name FROM audits a JOIN people p ON p.id = a.actor_id
        WHERE a.action IN ('rules.change', 'rules.take-back') AND a.subject IN (${Prisma.join(["", ...subjects])})
          AND p.erased_at IS NULL`;
      return new Map(rows.map(({ subject, ...maker }) => [Number(subject.slice("rules:".length)), maker]));
    },
  };
}
