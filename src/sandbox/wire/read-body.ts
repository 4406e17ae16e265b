// Reads the body of a call: JSON, urlencoded, or a form with uploads.
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import busboy from "busboy";
import { badRequest } from "../methods/errors.js";
import type { Params } from "../methods/fields.js";
import { isObject } from "../methods/fields.js";
import type { Upload } from "../state/files.js";

export interface Body {
  readonly params: Params;
  readonly uploads: ReadonlyMap<string, Upload>;
}

const NO_UPLOADS: ReadonlyMap<string, Upload> = new Map();

export async function readBody(contentType: string, source: Readable | Uint8Array): Promise<Body> {
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  const bytes = source instanceof Uint8Array ? Buffer.from(source) : await buffer(source);
  if (type === "multipart/form-data") return readForm(contentType, quoteFilenames(contentType, bytes));
  if (bytes.length === 0) return { params: {}, uploads: NO_UPLOADS };
  const text = bytes.toString("utf8");
  if (type === "application/json") return { params: parseJson(text), uploads: NO_UPLOADS };
  return { params: Object.fromEntries(new URLSearchParams(text)), uploads: NO_UPLOADS };
}

function parseJson(text: string): Params {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    badRequest("can't parse JSON object");
  }
  if (!isObject(value)) badRequest("can't parse JSON object: expected an Object");
  return value;
}

function readForm(contentType: string, bytes: Buffer): Promise<Body> {
  return new Promise((resolve, reject) => {
    const params: Record<string, string> = {};
    const uploads = new Map<string, Upload>();
    const reading: Promise<void>[] = [];
    const form = busboy({ headers: { "content-type": contentType }, defParamCharset: "utf8" });
    form.on("field", (name, value) => {
      params[name] = value;
    });
    form.on("file", (name, stream, { filename, mimeType }) => {
      const read = buffer(stream).then((bytes) => {
        uploads.set(name, { filename: filename ?? name, mime: mimeType, bytes });
      });
      reading.push(read);
    });
    form.on("error", reject);
    form.on("close", () => {
      Promise.all(reading).then(() => resolve({ params, uploads }), reject);
    });
    form.end(bytes);
  });
}

/**
 * grammY writes file names without quotes. Telegram reads such names to the end of the line, spaces and all; busboy
 * drops the whole part when a name holds a space or an umlaut, so quotes are put round them first.
 */
function quoteFilenames(contentType: string, bytes: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return bytes;
  // Bound to the boundary line, so that nothing inside a file is ever touched.
  const header = new RegExp(
    `(--${boundary.replace(/[^\w]/g, "\\$&")}\\r\\ncontent-disposition:[^\\r\\n]*;\\s*filename=)([^"\\r\\n][^\\r\\n]*)`,
    "gi",
  );
  const quoted = bytes
    .toString("latin1")
    .replace(header, (_, start: string, name: string) => `${start}"${name.replace(/["\\]/g, "\\$&")}"`);
  return Buffer.from(quoted, "latin1");
}
