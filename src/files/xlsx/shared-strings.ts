// Texts that cells share: a cell names its text by number.
import { readXml } from "../xml-part.js";
import type { ZipParts } from "../zip-parts.js";

export async function readSharedStrings(zip: ZipParts, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const text = new RichText();
  await readXml(zip.unpack(part), {
    open: (name) => text.open(name),
    text: (written) => text.write(written),
    close: (name) => {
      text.close(name);
      if (name === "si") strings.push(text.take());
    },
  });
  return strings;
}

/** Collects a text out of its runs of different looks, without the reading aids that Japanese texts carry. */
export class RichText {
  private text = "";
  private isInText = false;
  private isInReadingAid = false;

  open(name: string): void {
    if (name === "rPh") this.isInReadingAid = true;
    if (name === "t") this.isInText = !this.isInReadingAid;
  }

  close(name: string): void {
    if (name === "rPh") this.isInReadingAid = false;
    if (name === "t") this.isInText = false;
  }

  write(text: string): void {
    if (this.isInText) this.text += text;
  }

  take(): string {
    const text = unescapeText(this.text);
    this.text = "";
    return text;
  }
}

/** Excel writes characters that XML forbids as "_x000D_", and an underscore that would look so as "_x005F_". */
export function unescapeText(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
