// What is made of a file that Telegram does not give out.
import { type Api, GrammyError } from "grammy";
import { expect, test } from "vitest";
import { createDownload } from "../../../src/delivery/telegram/telegram-download.js";

/** Telegram's answer to "getFile", and then the status under which the file's bytes come. */
function fetched(getFile: () => { file_path?: string }, status = 200) {
  const api = { getFile: async () => getFile() } as unknown as Api;
  const fetch = async () => new Response("bytes", { status });
  return createDownload({ api, apiRoot: "https://api.telegram.org", token: "1:a", fetch })("file");
}

const refused = (error_code: number, description: string) => () => {
  throw new GrammyError(description, { ok: false, error_code, description }, "getFile", {});
};
const there = () => ({ file_path: "photos/1.jpg" });

test.each([
  ["Bad Request: wrong file_id or the file is temporarily unavailable", 400, { kind: "later", isRefused: true }],
  ["Bad Request: file is too big", 400, { kind: "gone" }],
  ["Too Many Requests: retry after 5", 429, { kind: "later" }],
  ["Internal Server Error", 500, { kind: "later" }],
  ["Bad Gateway", 502, { kind: "later" }],
  ["Unauthorized", 401, { kind: "later" }],
])("%s: is it about this file, or about Telegram?", async (description, code, made) => {
  expect(await fetched(refused(code, description))).toEqual(made);
});

test("a broken wire and a fault of Telegram's own are no word about the file; that it is not there is", async () => {
  const broken = () => {
    throw new Error("ECONNRESET");
  };
  expect(await fetched(broken)).toEqual({ kind: "later" });
  for (const status of [429, 500, 502, 503]) expect(await fetched(there, status)).toEqual({ kind: "later" });
  expect(await fetched(there, 404)).toEqual({ kind: "gone" });
  expect(await fetched(there)).toMatchObject({ kind: "bytes" });
});
