// What compose.yaml mounts into its services, and what an engine makes of a volume that is new.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Mount {
  volume: string;
  /** In the container. */
  path: string;
  readOnly: boolean;
}

const COMPOSE = join(import.meta.dirname, "..", "..", "compose.yaml");

/** By service. */
export function composeMounts(text = readFileSync(COMPOSE, "utf8")): Record<string, Mount[]> {
  const [, services = ""] = /^services:\n((?:(?: .*)?\n)+)/m.exec(text) ?? [];
  return Object.fromEntries(
    services
      .split(/^(?= {2}[a-z]+:\n)/m)
      .filter((block) => block.trim() !== "")
      .map((block) => [block.trim().split(":")[0] ?? "", mountsIn(block)]),
  );
}

function mountsIn(service: string): Mount[] {
  const [, volumes = ""] = /^ {4}volumes:\n((?: {6}.*\n)+)/m.exec(service) ?? [];
  return [...volumes.matchAll(/^ {6}- ([\w-]+):(\/[^:\n]+)(:ro)?$/gm)].map(([, volume = "", path = "", ro]) => ({
    ...{ volume, path, readOnly: ro !== undefined },
  }));
}

/**
 * A folder for each volume that the services mount, with the owner and the mode that an engine gives it: those of the folder in the
 * image, root's where the image has none. `root`: the image's file system. The mount points that it lacks are made, as an engine does.
 */
export function newVolumes(root: string, services: readonly string[]): Record<string, string> {
  const mounts = services.flatMap((service) => composeMounts()[service] ?? []);
  const made: Record<string, string> = {};
  for (const { volume, path } of mounts) {
    if (volume in made) continue;
    const folder = mkdtempSync(join(tmpdir(), `bot-image-${volume}-`));
    const inImage = join(root, path);
    const { uid, gid, mode } = existsSync(inImage) ? statSync(inImage) : { uid: 0, gid: 0, mode: 0o755 };
    mkdirSync(inImage, { recursive: true });
    chownSync(folder, uid, gid);
    chmodSync(folder, mode & 0o777);
    made[volume] = folder;
  }
  return made;
}
