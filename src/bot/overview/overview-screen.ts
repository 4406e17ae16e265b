// An area in numbers, and its parts as a list: the most in need of help first.
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { shortName } from "../../domain/messages/short-name.js";
import { isProvinceItself, isSameArea, partOf, partsOf, WHOLE_COUNTRY } from "../../domain/overview/area.js";
import { lightOfArea, wellOf, worstFirst } from "../../domain/overview/numbers.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import type { Texts } from "../../texts/index.js";
import { percent } from "../../texts/layouts/overview-page.js";
import type { Overview } from "../../use-cases/index.js";
import { listScreen } from "../kit/list-screen.js";

/** Beside the light and the percent, on one line of a phone. */
const LONGEST_NAME = 22;

/** Null: the latest cohort, so that an old button leads there. */
function cohortIn({ cohort, latestId }: Overview): number | null {
  return cohort.id === latestId ? null : cohort.id;
}

export function overviewScreen(texts: Texts, found: Overview): Message {
  const { overview } = texts;
  const { area, around, numbers, cohort, cohorts } = found;
  const cohortId = cohortIn(found);
  const parts = partsOf(area).map((part) => ({
    label: overview.parts[part],
    data: action("overview_parts", area, part, 0, cohortId),
  }));
  const people: Button[] =
    numbers.people.people === 0
      ? []
      : [{ label: overview.people(numbers.people.people), data: action("people", "all", 0, false, area, cohort.id) }];
  const helped = numbers.people.with_province;
  const withProvince: Button[] =
    helped === 0
      ? []
      : [{ label: overview.withProvince(helped), data: action("people", "with_province", 0, false, area, cohort.id) }];
  const others = cohorts
    .filter(({ id }) => id !== cohort.id)
    .slice(0, 2)
    .map(({ id, name }) => ({ label: overview.cohort(name), data: action("overview", area, id) }));
  const meaning = { label: overview.meaningOpen, data: action("overview_meaning", area, cohortId) };
  return {
    ...overview.page(found),
    buttons: [
      ...rowsThatFit([...parts, ...(isSameArea(area, WHOLE_COUNTRY) ? [] : people)], 2),
      withProvince,
      fileButtons(texts, found),
      ...(found.readsFeedback ? [[{ label: texts.feedback.menu, data: action("feedback_results", area, 0) }]] : []),
      [meaning],
      ...others.map((button) => [button]),
      ...(around === undefined
        ? []
        : [[{ label: overview.around(around.name), data: action("overview", around.area, cohortId) }]]),
    ].filter(({ length }) => length > 0),
  };
}

function fileButtons({ overview: { files } }: Texts, found: Overview): Button[] {
  const { area, part } = found;
  if (area.classId !== null || found.parts.length === 0) return [];
  const cohortId = cohortIn(found);
  return (["picture", "xlsx", "pdf"] as const).map((file) => ({
    label: files[file],
    data: action("overview_file", area, file, cohortId, part),
  }));
}

export function partsScreen(texts: Texts, found: Overview, wanted: number): Message {
  const { overview } = texts;
  const { area, part, name, countedAt, zone } = found;
  const cohortId = cohortIn(found);
  // What is of the province itself has no page of its own: its numbers stand in the files.
  const parts = found.parts.filter(({ key }) => !isProvinceItself(part, key));
  const { shown, page, last } = pageOf(worstFirst(parts), ROWS_A_PAGE, wanted);
  const rows = shown.map((one): Button[] => {
    const light = lightOfArea(one.numbers);
    const label = [
      light === null ? "▫️" : texts.planWords.lights[light],
      shortName(one.name, LONGEST_NAME),
      percent(wellOf(one.numbers), one.numbers.people.people),
    ].join(" ");
    return [{ label, data: action("overview", partOf(area, part, one.key), cohortId) }];
  });
  const to = (at: number) => action("overview_parts", area, part, at, cohortId);
  return listScreen(
    texts,
    overview.list({
      name,
      part,
      total: parts.length,
      ...{ countedAt, zone },
    }),
    {
      rows,
      pages: { at: { page, last }, to },
      more: [fileButtons(texts, found)],
      back: [{ label: overview.around(name), data: action("overview", area, cohortId) }],
    },
  );
}
