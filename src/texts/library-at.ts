// A library and its village in one line. Most libraries bear the village's name: then it is not said twice.
import { practiceMarkOf } from "../domain/programme/practice-name.js";

/** "Perpustakaan Berakit" · "TBM Pelita, Berakit" */
export function libraryAt(libraryName: string, village: string): string {
  const bare = libraryName.slice(0, libraryName.length - practiceMarkOf(libraryName).length);
  const isNamed = bare.toLowerCase().endsWith(village.toLowerCase());
  return isNamed ? libraryName : [libraryName, village].filter((word) => word !== "").join(", ");
}
