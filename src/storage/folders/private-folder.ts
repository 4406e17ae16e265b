// Folders for what people entrusted to us: nobody else on the machine may look in, whatever umask the process was started with.
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;

/** Makes the folder, or closes one that stands open from before. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  await chmod(path, PRIVATE_FOLDER);
}

/** DATA_DIR cannot be used; the message says why and what to do. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  constructor(folder: string, cause: string) {
    super(
      `DATA_DIR (${folder}) cannot be written: ${cause}. The bot keeps there what people send. Let the user that runs it own the folder, or name another one.`,
    );
  }
}

/** Null when it is there and takes a file; else the system's word, such as EACCES or EROFS. */
export async function makeWritableFolder(path: string): Promise<string | null> {
  try {
    await makePrivateFolder(path);
    return await probeFolder(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}

/** Null when a file could be written there; else the system's word. */
export async function probeFolder(folder: string): Promise<string | null> {
  const path = join(folder, "probe");
  try {
    await writeFile(path, "written", { mode: PRIVATE_FILE });
    await rm(path, { force: true });
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}
