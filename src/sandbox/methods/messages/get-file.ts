// Where a file can be downloaded.
import { badRequest } from "../errors.js";
import { stringField } from "../fields.js";
import type { Handlers } from "../handler.js";

/** As Telegram: a bot can download up to 20 MB. */
export const LARGEST_DOWNLOAD = 20 * 1024 * 1024;

export const fileMethods = {
  getFile: ({ world, params }) => {
    const id = stringField(params, "file_id") ?? badRequest("file_id not specified");
    const file = world.files.byId(id) ?? badRequest("wrong file_id or the file is temporarily unavailable");
    if (file.size > LARGEST_DOWNLOAD) badRequest("file is too big");
    return { file_id: file.fileId, file_unique_id: file.fileUniqueId, file_size: file.size, file_path: file.path };
  },
} satisfies Handlers;
