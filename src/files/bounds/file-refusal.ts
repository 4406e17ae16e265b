// How a reader of files says that it cannot go on.
import type { RefusedBecause } from "../../domain/roster/reading/roster-reading.js";

/** Thrown deep inside a reader when a file cannot be read, and caught at the one door, read-grids.ts. */
export class FileRefusal extends Error {
  constructor(
    readonly because: RefusedBecause,
    /** For the log of a technician; never holds what stands in the file. */
    detail: string,
  ) {
    super(`${because}: ${detail}`);
    this.name = "FileRefusal";
  }
}
