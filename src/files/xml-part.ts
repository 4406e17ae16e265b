// Reads one XML part of an archive while it is unpacked, so that no part stands in memory as a whole.
import { TextDecoder } from "node:util";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { FileRefusal } from "./bounds/file-refusal.js";

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix: programs differ in it. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** @throws FileRefusal when it is no XML, or declares entities */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = parserFor(listener);
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    parser.write(decode(decoder, chunk));
  }
  parser.write(decode(decoder ?? new TextDecoder(), new Uint8Array(0), true));
  parser.close();
}

function parserFor(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  // A table needs no document type; what declares one wants to be unfolded in the reader's memory.
  parser.on("doctype", () => {
    throw new FileRefusal("entities", "a document type");
  });
  parser.on("error", (fault) => {
    throw new FileRefusal("broken", withoutContent(fault.message));
  });
  if (listener.open !== undefined) {
    parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => listener.open?.(localName(name), attributes));
  }
  if (listener.close !== undefined) parser.on("closetag", ({ name }) => listener.close?.(localName(name)));
  if (listener.text !== undefined) {
    parser.on("text", (text) => listener.text?.(text));
    parser.on("cdata", (text) => listener.text?.(text));
  }
  return parser;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Parts are UTF-8 or, rarely, UTF-16 with its mark. */
function decoderFor(start: Uint8Array): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (start[0] === 0xfe && start[1] === 0xff)
    throw new FileRefusal("other-format", "a part in UTF-16, high byte first");
  return new TextDecoder("utf-8", { fatal: true });
}

function decode(decoder: TextDecoder, chunk: Uint8Array, isLast = false): string {
  try {
    return decoder.decode(chunk, { stream: !isLast });
  } catch (fault) {
    throw new FileRefusal("broken", fault instanceof Error ? fault.message : "not UTF-8");
  }
}

/** The parser's messages quote names of tags and entities, which may be anything. */
function withoutContent(message: string): string {
  return message.replace(/:.*$/s, "").slice(0, 60);
}
