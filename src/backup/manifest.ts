// What a backup says of itself: the first file of the archive, against which all the others are checked.
import { z } from "zod";

/** Of the archive's layout. A program reads the formats that it knows, and refuses later ones with words. */
export const FORMAT = 1;
export const MANIFEST = "manifest.json";
/** Where in the archive the tables and the files of people lie. */
export const TABLES = "tables";
export const FILES = "files";

const member = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });

export const aManifest = z.object({
  format: z.number(),
  /** ISO; the rows are as of this moment or a little later. */
  takenAt: z.string(),
  /** Names, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      shape: z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) }),
      rows: z.number(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  /** Every other file of the archive. */
  members: z.array(member),
});

export type Manifest = z.infer<typeof aManifest>;
export type Member = z.infer<typeof member>;
