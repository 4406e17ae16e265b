// Fetches a file's bytes from Telegram, and says what to do where it does not get them.
import { type Api, GrammyError } from "grammy";
import type { Download } from "../../ports/own-data/files.js";
import { type PlainFetch, plainFetch } from "./plain-fetch.js";

export interface DownloadParts {
  api: Api;
  /** The same as the API's. */
  apiRoot: string;
  token: string;
  /** Over HTTP when missing. */
  fetch?: PlainFetch;
  /** Milliseconds for the whole file: 20 MB over a slow line. */
  timeout?: number;
}

export function createDownload({ api, apiRoot, token, timeout = 60_000, ...parts }: DownloadParts): Download {
  const fetchFile = parts.fetch ?? plainFetch;
  return async (fileId) => {
    try {
      const { file_path: path } = await api.getFile(fileId);
      if (path === undefined) return { kind: "gone" };
      const response = await fetchFile(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(timeout) });
      if (response.status === 404) return { kind: "gone" };
      if (response.status !== 200) return { kind: "later" };
      return { kind: "bytes", bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (error) {
      // "file is too big" stays so; "temporarily unavailable" may pass. A broken wire, a 429 or a fault of Telegram's own says nothing of
      // the file. Nothing of the error is told on: it may hold the address with the token in it.
      if (!(error instanceof GrammyError && error.error_code === 400)) return { kind: "later" };
      return error.description.includes("too big") ? { kind: "gone" } : { kind: "later", isRefused: true };
    }
  };
}
