// The weekly word about an area: whether there is anything to say.
import { allPlans, type Numbers } from "./numbers.js";

/**
 * `before`: at the beginning of the week; null: nothing was kept then. A week in which nothing moved says nothing, nor an area where nothing
 * has come due or been reported yet.
 */
export function isWeekWorthSending(numbers: Numbers, before: Numbers | null): boolean {
  const { reported, late } = allPlans(numbers);
  return before === null ? reported + late > 0 : JSON.stringify(lasting(numbers)) !== JSON.stringify(lasting(before));
}

/** That somebody is no longer new with the province is no news. */
function lasting({ people, plans }: Numbers): Numbers {
  return { people: { ...people, new_with_province: 0 }, plans };
}
