// Folders for what people entrusted to us: nobody else on the machine may look in, whatever umask the process was started with.
import { chmod, mkdir } from "node:fs/promises";

const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;

/** Makes the folder, or closes one that stands open from before. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  await chmod(path, PRIVATE_FOLDER);
}
