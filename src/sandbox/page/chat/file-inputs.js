// Choosing photos and files of one's own, and sending what was chosen.

import { h } from "../kit/dom.js";
import { toast } from "../kit/popups.js";
import { words } from "../words.js";
import { base64Of, pictureFrom } from "./attachments.js";

/** Telegram lets a bot download no more; the sandbox neither. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** As many as Telegram takes into one album. */
const MOST_PHOTOS = 10;

/**
 * @param {{
 *   does: (action: string, args?: object) => Promise<boolean>,
 *   takeCaption: () => { caption?: string },
 * }} hooks takeCaption: what stands in the field, which is empty then.
 */
export function createFileInputs({ does, takeCaption }) {
  const photos = h("input", {
    type: "file",
    accept: "image/*",
    multiple: true,
    hidden: true,
    tabindex: "-1",
    onchange: () => void sendPhotos(),
  });
  const files = h("input", { type: "file", hidden: true, tabindex: "-1", onchange: () => void sendFiles() });

  const sendPhotos = async () => {
    const chosen = [...(photos.files ?? [])].slice(0, MOST_PHOTOS);
    photos.value = "";
    const pictures = await Promise.all(chosen.map(async (file) => ({ base64: await pictureFrom(file) })));
    const [first] = pictures;
    if (first === undefined) return;
    if (pictures.length === 1) await does("sendsPhoto", { ...first, ...takeCaption() });
    else
      await does("sendsAlbum", {
        photos: pictures.map((picture, i) => (i === 0 ? { ...picture, ...takeCaption() } : picture)),
      });
  };
  const sendFiles = async () => {
    const [file] = files.files ?? [];
    if (file === undefined) return;
    if (file.size > LARGEST_FILE) toast(words().large);
    else
      await does("sendsDocument", {
        name: file.name,
        mime: file.type || "application/octet-stream",
        base64: await base64Of(file),
        ...takeCaption(),
      });
    files.value = "";
  };

  return {
    inputs: [photos, files],
    choosePhotos: () => photos.click(),
    chooseFile: () => files.click(),
    changeWords() {
      photos.setAttribute("aria-label", words().choosePhotos);
      files.setAttribute("aria-label", words().chooseFile);
    },
  };
}
