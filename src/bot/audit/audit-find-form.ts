// By whom, about whom, or of which day: one question, and the account is shown by its answer.
import { AUDIT_DAYS_BACK, type AuditFilter, NEWEST, readAuditFilter } from "../../domain/own-data/audit-filter.js";
import type { AuditPerson } from "../../domain/own-data/audit-line.js";
import { isAdmin, zoneOf } from "../../domain/people/person.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import { findInAudit } from "../../use-cases/index.js";
import type { Form, StepContext } from "../forms/form.js";
import { choiceStep } from "../forms/steps/choice-step.js";
import { dayStep } from "../forms/steps/day-step.js";
import { textStep } from "../forms/steps/text-step.js";
import { auditScreen } from "./audit-screen.js";

interface FindFacts {
  what: "who" | "whom" | "day";
  filter: AuditFilter;
}

type Context = StepContext<FindFacts>;

const keyOf = ({ personId, rosterRowId }: AuditPerson) => (personId === null ? `r${rosterRowId}` : `p${personId}`);

const typedName = textStep<FindFacts>({
  label: ({ audit }) => audit.nameLabel,
  ask: ({ texts, facts }) => texts.audit.askName(facts.what === "who" ? "who" : "whom"),
  max: 60,
  keeps: "names",
  example: ({ texts }) => texts.audit.nameExample,
});

export const auditFindForm: Form<FindFacts> = {
  name: "audit_find",
  version: 1,
  async load(_, actor, subject) {
    const [, what, rest = ""] = /^(who|whom|day):(.*)$/.exec(subject) ?? [];
    const filter = what === undefined ? undefined : readAuditFilter(rest);
    return filter === undefined || !isAdmin(actor) ? null : { what: what as FindFacts["what"], filter };
  },
  about: ({ audit }) => audit.about,
  order: (_, { what }) => (what === "day" ? ["day"] : ["name", "person"]),
  clears: { name: ["person"] },
  steps: {
    name: {
      ...typedName,
      async read(context, input) {
        const reading = await typedName.read(context, input);
        if (reading.kind !== "answer") return reading;
        const found = await foundBy(context, String(reading.value));
        const [only, ...more] = found;
        if (only === undefined) return { kind: "problem", say: context.texts.audit.nobody() };
        return more.length === 0 ? { ...reading, also: { person: keyOf(only) } } : reading;
      },
    },
    person: choiceStep({
      label: ({ audit }) => audit.nameLabel,
      ask: ({ texts }) => texts.audit.askWhich(),
      choices: async (context) =>
        (await foundBy(context, String(context.answers.name))).map((one) => ({
          value: keyOf(one),
          label: context.texts.audit.found(one),
        })),
    }),
    day: dayStep({
      label: ({ audit }) => audit.dayLabel,
      ask: ({ texts }) => texts.audit.askDay(),
      direction: "back",
      spansFrom: todayOf,
      today: (context) => todayOf(context),
      perRow: 1,
      choices: (context) =>
        [0, -1].map((days) => {
          const day = addDays(todayOf(context), days);
          return { value: day, label: context.texts.audit.dayChoice(day, days) };
        }),
      check: (context, day) =>
        day > todayOf(context) || day < addDays(todayOf(context), -AUDIT_DAYS_BACK)
          ? context.texts.audit.notThen()
          : undefined,
    }),
  },
  async finish({ world, actor, texts, answers, facts: { what, filter } }) {
    return auditScreen(world, actor, texts, answered(what, filter, answers), NEWEST);
  },
};

function answered(what: FindFacts["what"], filter: AuditFilter, answers: Context["answers"]): AuditFilter {
  if (what === "day") return { ...filter, day: answers.day as Day };
  const id = Number(String(answers.person).slice(1));
  if (what === "who") return { ...filter, whoId: id };
  return { ...filter, whom: String(answers.person).startsWith("r") ? { rosterRowId: id } : { personId: id } };
}

function foundBy({ world, actor, facts: { what } }: Context, name: string): Promise<AuditPerson[]> {
  return findInAudit(world, actor, what === "who" ? "who" : "whom", name);
}

function todayOf({ actor, world }: Context): Day {
  return dayIn(zoneOf(actor.person), world.clock.now());
}
