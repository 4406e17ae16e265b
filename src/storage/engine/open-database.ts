// Opens the database: PostgreSQL where a URL is given, else PGlite (PostgreSQL inside this process) in a folder.
import { lockFolder } from "../folders/folder-lock.js";
import { makePrivateFolder } from "../folders/private-folder.js";
import { type Database, openPostgres } from "./database.js";
/**
 * `url` decides: a PostgreSQL URL, or nothing for PGlite in `dataDir`.
 * @throws FolderInUseError when another process has the folder open.
 */
export async function openDatabase(options: { url?: string | undefined; dataDir: string }): Promise<Database> {
  if (options.url !== undefined) return openPostgres(options.url);
  const folder = `${options.dataDir}/database`;
  await makePrivateFolder(options.dataDir);
  // PGlite itself would let a second process corrupt the folder.
  const unlock = lockFolder(options.dataDir);
  // Loaded when it is needed: a server with PostgreSQL starts without it.
  const { openEmbedded } = await import("./embedded/embedded-database.js");
  const database = await openEmbedded(folder).catch((error: unknown) => {
    unlock();
    throw error;
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      unlock();
    },
  };
}
