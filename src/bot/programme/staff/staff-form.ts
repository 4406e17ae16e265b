// Somebody new on the list of trainers or admins: their name and phone, and of an admin the region.
import { action } from "../../../domain/messages/action.js";
import { isAdmin, LONGEST_PERSON_NAME } from "../../../domain/people/person.js";
import { readContactPhone, readPhone, writePhone } from "../../../domain/people/phone.js";
import { adminsToMake, mayManageTrainer } from "../../../domain/programme/staff-rights.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import { inviteStaff, nameOfPlace, type StaffWish, viewClassSetUp } from "../../../use-cases/index.js";
import type { Answers, Form, Step, StepContext } from "../../forms/form.js";
import { choiceStep } from "../../forms/steps/choice-step.js";
import { placeStep } from "../../forms/steps/place-step.js";
import { textStep } from "../../forms/steps/text-step.js";
import { refusal } from "../../kit/refuse.js";
import { toStaff } from "./staff-screens.js";

interface StaffFacts {
  role: "trainer" | "admin";
  trainingClass: TrainingClass | null;
  /** Of an admin: what is theirs to give. Where it is one thing alone, nothing is asked. */
  admins: ReturnType<typeof adminsToMake>;
}

type Context = StepContext<StaffFacts>;

const phoneStep: Step<StaffFacts> = {
  typed: true,
  label: ({ staffDesk }) => staffDesk.form.phone.label,
  value: (_context, answer) => writePhone(String(answer)),
  ask: ({ texts }) => texts.staffDesk.form.phone.ask(),
  read({ texts }, input) {
    if (input.kind !== "text" && input.kind !== "contact") return { kind: "problem", say: texts.common.onlyText() };
    const reading = input.kind === "contact" ? readContactPhone(input.phone) : readPhone(input.text);
    return reading.ok
      ? { kind: "answer", value: reading.phone }
      : { kind: "problem", say: texts.staffDesk.form.phone.fault(reading.reason) };
  },
};

export const staffForm: Form<StaffFacts> = {
  name: "staff_invitation",
  version: 2,
  async load(world, actor, subject) {
    const [, role, id] = /^(trainer|admin):(\d+)$/.exec(subject) ?? [];
    if (!isAdmin(actor) || role === undefined) return null;
    const admins = adminsToMake(actor);
    if (role === "admin") return admins.scopes.length > 0 ? { role, trainingClass: null, admins } : null;
    if (Number(id) === 0) return mayManageTrainer(actor, []) ? { role: "trainer", trainingClass: null, admins } : null;
    const view = await viewClassSetUp(world, actor, Number(id));
    return view.kind === "found" ? { role: "trainer", trainingClass: view.trainingClass, admins } : null;
  },
  about: ({ staffDesk }) => staffDesk.form.about,
  order(answers, facts) {
    if (facts.role === "trainer") return ["name", "phone"];
    const scope = scopeOf(facts, answers);
    const isPlace = scope === "province" || scope === "regency";
    return [
      ...["name", "phone"],
      ...(facts.admins.scopes.length > 1 ? ["scope"] : []),
      ...(isPlace && onlyProvince(facts) === undefined ? ["province"] : []),
      ...(scope === "regency" ? ["regency"] : []),
    ];
  },
  steps: {
    name: textStep<StaffFacts>({
      label: ({ staffDesk }) => staffDesk.form.name.label,
      ask: ({ texts }) => texts.staffDesk.form.name.ask(),
      max: LONGEST_PERSON_NAME,
      isName: true,
      example: ({ texts }) => texts.staffDesk.form.name.example,
    }),
    phone: phoneStep,
    scope: choiceStep<StaffFacts>({
      label: ({ staffDesk }) => staffDesk.form.scope.label,
      ask: ({ texts }) => texts.staffDesk.form.scope.ask(),
      choices: ({ texts, facts }) =>
        facts.admins.scopes.map((value) => ({ value, label: texts.staffDesk.form.scope[value] })),
    }),
    province: placeStep<StaffFacts>({
      level: "province",
      within: () => null,
      only: ({ facts }) => facts.admins.provinces,
    }),
    regency: placeStep<StaffFacts>({
      level: "regency",
      within: ({ answers, facts }) => onlyProvince(facts) ?? String(answers.province),
    }),
  },
  clears: { scope: ["province", "regency"], province: ["regency"] },
  confirmLabel: ({ staffDesk }) => staffDesk.form.confirm,
  async summary(context) {
    const { texts, answers, facts } = context;
    const role = { role: facts.role, regionName: await regionNameOf(context) };
    const phone = writePhone(String(answers.phone));
    return texts.staffDesk.form.summary(String(answers.name), phone, role, facts.trainingClass?.name ?? null);
  },
  async finish(context) {
    const { actor, texts, answers, facts } = context;
    const input = { name: String(answers.name), phone: String(answers.phone), wish: wishOf(context) };
    const outcome = await inviteStaff(context.world, actor, input);
    if (outcome.kind === "not_allowed") return refusal(context);
    const { form, invitation, toList } = texts.staffDesk;
    const { trainingClass } = facts;
    const { person, token } = outcome;
    if (token === null) return { ...form.given(person.name), buttons: [[toStaff(texts, person.id)]] };
    return {
      ...form.done(person.name),
      buttons: [
        [{ label: invitation, data: action("renew_invitation", person.id), tone: "primary" }],
        [
          {
            label: toList,
            data: trainingClass === null ? action("staff", 0) : action("class_staff", trainingClass.id, 0),
          },
        ],
      ],
    };
  },
};

function scopeOf({ admins: { scopes } }: StaffFacts, { scope }: Answers) {
  return scopes.length > 1 ? scope : scopes[0];
}

function onlyProvince({ admins: { provinces } }: StaffFacts): string | undefined {
  return provinces?.length === 1 ? provinces[0] : undefined;
}

function wishOf({ facts, answers }: Context): StaffWish {
  if (facts.role === "trainer") return { role: "trainer", classId: facts.trainingClass?.id ?? null };
  const regionCode = answers.scope === "country" ? null : String(answers.regency ?? answers.province);
  return { role: "admin", regionCode };
}

async function regionNameOf({ world, answers, facts }: Context): Promise<string | null> {
  const code = answers.regency ?? answers.province;
  if (facts.role === "trainer" || answers.scope === "country" || code === undefined) return null;
  return (await nameOfPlace(world, String(code))) ?? String(code);
}
