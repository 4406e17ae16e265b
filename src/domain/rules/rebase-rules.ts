// Two admins change the rules from the same workbook: what the second changed goes on top of what the first has put in force.
import type { Day } from "../time/calendar.js";
import { isOtherOrder } from "./rule-differences.js";
import { type RuleValues, VALUE_NAMES } from "./rule-values.js";
import { type AskedQuestions, isSame, type Rules } from "./rules.js";
import { askedOf, rowsOf } from "./sheets/asked-rows.js";

/** Who changed the rules after a workbook was made. */
export interface ChangedBy {
  /** Also, or only, the one who sends it. */
  isOwn: boolean;
  /** Each once; null: somebody whom the account does not know any more. */
  others: readonly (string | null)[];
}

/** What was changed between `base` and `mine`, on top of `theirs`; where both changed the same line, it is as `mine`. */
export function rebased(base: Rules, mine: Rules, theirs: Rules): Rules {
  return {
    values: Object.fromEntries(
      VALUE_NAMES.map((name) => {
        const isMine = mine.values[name] !== base.values[name];
        return [name, (isMine ? mine : theirs).values[name]];
      }),
    ) as RuleValues,
    holidays: rebasedHolidays(base.holidays, mine.holidays, theirs.holidays),
    asked: rebasedAsked(base.asked, mine.asked, theirs.asked),
  };
}

type Holidays = Rules["holidays"];

function rebasedHolidays(base: Holidays, mine: Holidays, theirs: Holidays): Holidays {
  const days = new Set([...Object.keys(mine), ...Object.keys(theirs)] as Day[]);
  return Object.fromEntries(
    [...days].sort().flatMap((day): [Day, string][] => {
      const name = mine[day] === base[day] ? theirs[day] : mine[day];
      return name === undefined ? [] : [[day, name]];
    }),
  );
}

/** By the rows of its sheets. What comes of it need not hold together: a part may go that another refers to. */
function rebasedAsked(base: AskedQuestions, mine: AskedQuestions, theirs: AskedQuestions): AskedQuestions {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  const [was, own, others] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)];
  return askedOf({
    questions: rebasedGroups(was.questions, own.questions, others.questions, {
      groupOf: ({ plan }) => plan ?? "",
      keyOf: ({ code }) => code,
    }),
    choices: rebasedGroups(was.choices, own.choices, others.choices, {
      groupOf: ({ question }) => question,
      keyOf: ({ code }) => code,
    }),
    obstacles: rebasedRows(was.obstacles, own.obstacles, others.obstacles, ({ code }) => code),
  });
}

/** Each plan has an order of its own, and so have the choices of each question: who moved something in one moved nothing in another. */
function rebasedGroups<Row>(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  { groupOf, keyOf }: Record<"groupOf" | "keyOf", (row: Row) => string>,
): Row[] {
  const groups = new Set([...theirs, ...mine].map(groupOf));
  return [...groups].flatMap((group) => {
    const within = (rows: readonly Row[]) => rows.filter((row) => groupOf(row) === group);
    return rebasedRows(within(base), within(mine), within(theirs), keyOf);
  });
}

function rebasedRows<Row>(
  base: readonly Row[],
  mine: readonly Row[],
  theirs: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]));
  const [was, own, others] = [byKey(base), byKey(mine), byKey(theirs)];
  const rowOf = (key: string): Row | undefined =>
    isSame(own.get(key) ?? null, was.get(key) ?? null) ? others.get(key) : own.get(key);
  const keys = (rows: readonly Row[]) => rows.map(keyOf);
  // Whose order it is: mine where I moved something, else theirs; what only the other has comes after what it came after there.
  const [order, added] = isOtherOrder(keys(base), keys(mine)) ? [keys(mine), keys(theirs)] : [keys(theirs), keys(mine)];
  for (const [n, key] of added.entries()) {
    if (order.includes(key)) continue;
    const before = added.slice(0, n).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order.flatMap((key) => rowOf(key) ?? []);
}
