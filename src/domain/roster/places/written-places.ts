// What a row says of its place, in every way to read it.
import type { WrittenPlace } from "./find-place.js";
export interface WrittenPlaces {
  /** The ways to read the row, nearly always one. */
  readonly ways: readonly WrittenPlace[];
  /** Whether the place of this level was read out of the institution's name, which may be any name: "Perpustakaan Desa Cerdas". */
  readonly byInstitution: boolean;
}
