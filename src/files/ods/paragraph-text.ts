// The words of a cell of OpenDocument.
import type { Attributes } from "../xml-part.js";

/** A cell's paragraphs as lines, without the comments and drawings that hang on the cell. */
export class ParagraphText {
  private readonly lines: string[] = [];
  private isInParagraph = false;
  /** How deep below a comment or drawing. */
  private aside = 0;

  open(name: string, attributes: Attributes): void {
    if (this.aside > 0 || name === "annotation" || name === "frame" || name === "shapes") this.aside += 1;
    else if (name === "p") {
      this.isInParagraph = true;
      this.lines.push("");
    } else if (name === "s") this.write(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1), 100)));
    else if (name === "tab") this.write("\t");
    else if (name === "line-break") this.write("\n");
  }

  write(text: string): void {
    if (this.aside > 0 || !this.isInParagraph) return;
    this.lines[this.lines.length - 1] += text;
  }

  close(name: string): void {
    if (this.aside > 0) this.aside -= 1;
    else if (name === "p") this.isInParagraph = false;
  }

  take(): string {
    return this.lines.join("\n");
  }
}
