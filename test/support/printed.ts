// What a phone reads on paper, and whether a program is at hand that shows paper.
import { execFileSync } from "node:child_process";
import jsQR from "jsqr";
import { PNG } from "pngjs";

export function scanned(picture: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(picture));
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}

export function has(program: string): boolean {
  try {
    execFileSync("which", [program]);
    return true;
  } catch {
    return false;
  }
}
