// Who of many: their names as buttons with a mark, a page at a time, kept with each press.
import { fitLabel, rowsThatFit } from "../../../domain/messages/button-label.js";
import { pageOf, ROWS_A_PAGE } from "../../../domain/paging.js";
import type { Json } from "../../../ports/queue/drafts.js";
import type { Answers, Step, StepContext } from "../../forms/form.js";
import { isChosen } from "../../forms/steps/choice-step.js";
import { pageRow } from "../../kit/page-row.js";

export interface Pickable {
  everybody: readonly { id: number; name: string }[];
}

/** Under which name the form keeps it: ids of people, or null for everybody. */
export const PEOPLE = "people";

export function pickedIn(answers: Answers): number[] | null {
  const picked = answers[PEOPLE];
  return Array.isArray(picked) ? picked.map(Number) : null;
}

export function pickStep<Facts extends Pickable>(): Step<Facts> {
  const idsIn = ({ answers, facts }: StepContext<Facts>) => {
    const there = facts.everybody.map(({ id }) => id);
    const picked = pickedIn(answers);
    return picked === null ? there : there.filter((id) => picked.includes(id));
  };
  return {
    collects: true,
    label: ({ careActs }) => careActs.pickLabel,
    ask(context) {
      const { texts, facts, press, view } = context;
      const { careActs } = texts;
      const picked = new Set(idsIn(context));
      const { shown, page, last } = pageOf(facts.everybody, ROWS_A_PAGE, view.page ?? 0);
      const names = shown.map(({ id, name }) => ({
        label: fitLabel(careActs.pick(name, picked.has(id))),
        data: press(`t.${id}`),
      }));
      return {
        ...careActs.pickAsk({ chosen: picked.size, total: facts.everybody.length }),
        buttons: [
          ...rowsThatFit(names, 2),
          ...pageRow(texts, { page, last }, (to) => press(`page.${to}`)),
          [
            { label: careActs.pickAll, data: press("all") },
            { label: careActs.pickNone, data: press("none") },
          ],
          [{ label: careActs.pickDone, data: press("done"), tone: "success" }],
        ],
      };
    },
    read(context, input) {
      const { texts, facts, view } = context;
      const { careActs, common } = texts;
      const isPressed = (value: string, label: string) => isChosen({ value, label }, input);
      const keep = (people: number[] | null) => ({
        kind: "kept" as const,
        answers: { [PEOPLE]: people, view: { page: view.page ?? 0 } } as Record<string, Json>,
      });
      if (isPressed("done", careActs.pickDone)) return { kind: "answer", value: pickedIn(context.answers) };
      if (isPressed("all", careActs.pickAll)) return keep(null);
      if (isPressed("none", careActs.pickNone)) return keep([]);
      const page = input.kind === "press" ? /^page\.(\d{1,4})$/.exec(input.value)?.[1] : undefined;
      if (page !== undefined) return { kind: "view", view: { page: Number(page) } };
      const pressed = input.kind === "press" ? /^t\.(\d{1,9})$/.exec(input.value)?.[1] : undefined;
      const one = facts.everybody.find(({ id }) => id === Number(pressed));
      if (one === undefined) return { kind: "problem", say: common.pressAButton() };
      const picked = idsIn(context);
      return keep(picked.includes(one.id) ? picked.filter((id) => id !== one.id) : [...picked, one.id]);
    },
  };
}
