// A library and its village in one line. Most libraries bear the village's name: then it is not said twice.
import { withoutPracticeMark } from "../../domain/programme/practice-name.js";

/** "Perpustakaan Berakit" · "TBM Pelita, Berakit" */
export function libraryAt(libraryName: string, village: string): string {
  const isNamed = withoutPracticeMark(libraryName).toLowerCase().endsWith(village.toLowerCase());
  return isNamed ? libraryName : [libraryName, village].filter((word) => word !== "").join(", ");
}

/** The people of a plan and their village; the library where it has nobody. */
export function whoAt({
  names,
  libraryName,
  village,
}: {
  names: readonly string[];
  libraryName: string;
  village: string;
}): string {
  return names.length === 0 ? libraryAt(libraryName, village) : `${names.join(", ")}, ${village}`;
}
