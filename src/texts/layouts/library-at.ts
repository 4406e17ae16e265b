// A library and its village in one line. Most libraries bear the village's name: then it is not said twice.
import { withoutPracticeMark } from "../../domain/programme/practice-name.js";

/** "Perpustakaan Berakit" · "TBM Pelita, Berakit" */
export function libraryAt(libraryName: string, village: string): string {
  const isNamed = withoutPracticeMark(libraryName).toLowerCase().endsWith(village.toLowerCase());
  return isNamed ? libraryName : [libraryName, village].filter((word) => word !== "").join(", ");
}
