// Places to choose from as a clerk knows them: by what they lie in. Nobody knows their codes.
import { fitLabel } from "../../../domain/messages/button-label.js";
import type { OfferedPlace } from "../../../ports/programme/roster-files.js";

/** One label each, all different: "Pelayangan, Muara Bulian". */
export function labelsOf(places: readonly OfferedPlace[]): string[] {
  const areNamesakes = !areDifferent(places.map(({ name }) => name));
  const kinds = [0, 1, 2].map((above) => places.map((place) => labelOf(place, above, areNamesakes)));
  return (
    kinds.find(areDifferent) ?? places.map(({ name, code }) => fitLabel(name, undefined, { behind: ` (${code})` }))
  );
}

/** Of namesakes the region stays whole, of others the name. */
function labelOf({ name, within }: OfferedPlace, above: number, isNamesake: boolean): string {
  const region = within[above] === undefined ? "" : `, ${within[above]}`;
  return isNamesake ? fitLabel(name, undefined, { behind: region }) : fitLabel(`${name}${region}`);
}

const areDifferent = (labels: readonly string[]): boolean => new Set(labels).size === labels.length;
