// Builds text with marks. Values are inserted as they are: a name can never turn into formatting.
import type { Mark, RichText } from "../domain/messages/message.js";

type Piece = string | number | RichText;

/** rich`Selamat datang, ${bold(name)}` */
export function rich(strings: TemplateStringsArray, ...values: Piece[]): RichText {
  return joined(strings.flatMap((text, index) => (index < values.length ? [text, values[index] as Piece] : [text])));
}

export function bold(content: Piece): RichText {
  return marked("bold", content);
}

/** The words of a button inside a sentence, without its sign: both always read the same. */
export function pressed(label: string): RichText {
  return bold(label.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

export function italic(content: Piece): RichText {
  return marked("italic", content);
}

export function code(content: Piece): RichText {
  return marked("code", content);
}

/** The parts that are there, each on its own line; `undefined` and `false` leave no empty line. */
export function lines(...parts: (Piece | undefined | false)[]): RichText {
  return separatedBy("\n", parts);
}

/** The parts that are there, with an empty line between them. */
export function paragraphs(...parts: (Piece | undefined | false)[]): RichText {
  return separatedBy("\n\n", parts);
}

export function bullets(items: Piece[]): RichText {
  return lines(...items.map((item) => rich`• ${item}`));
}

function separatedBy(separator: string, parts: (Piece | undefined | false)[]): RichText {
  const present = parts.filter((part): part is Piece => part !== undefined && part !== false);
  return joined(present.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

function marked(type: "bold" | "italic" | "code", content: Piece): RichText {
  const inner = asRich(content);
  return { text: inner.text, marks: [{ type, offset: 0, length: inner.text.length }, ...inner.marks] };
}

function asRich(piece: Piece): RichText {
  return typeof piece === "object" ? piece : { text: String(piece), marks: [] };
}

function joined(pieces: Piece[]): RichText {
  let text = "";
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const part = asRich(piece);
    for (const mark of part.marks) marks.push({ ...mark, offset: mark.offset + text.length });
    text += part.text;
  }
  return { text, marks };
}
