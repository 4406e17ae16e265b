// What can be attached: samples for people with nothing at hand, or something of this device.

import { words } from "../words.js";
import { SAMPLE_PHOTOS } from "./sample-photos.js";

/** Telegram keeps a photo no larger than this. */
const LONGEST_SIDE = 1280;

/**
 * @param {{
 *   does: (action: string, args?: object) => Promise<unknown>,
 *   caption: () => { caption?: string },
 *   choosePhotos: () => void,
 *   chooseFile: () => void,
 *   shareContact: () => void,
 * }} hooks
 * @returns {import("../kit/popups.js").MenuItem[]}
 */
export function attachItems({ does, caption, choosePhotos, chooseFile, shareContact }) {
  const samples = SAMPLE_PHOTOS.map((picture, i) => {
    const url = picture();
    return {
      label: words().sampleNames[i] ?? words().photo,
      picture: url,
      run: () => void does("sendsPhoto", { base64: base64Part(url), ...caption() }),
    };
  });
  const album = () => {
    const photos = SAMPLE_PHOTOS.map((picture) => ({ base64: base64Part(picture()) }));
    return does("sendsAlbum", { photos: photos.map((photo, i) => (i === 0 ? { ...photo, ...caption() } : photo)) });
  };
  return [
    ...samples,
    { label: words().album, icon: "album", run: () => void album() },
    { label: words().choosePhotos, icon: "photo", run: choosePhotos },
    {
      label: words().sampleFile,
      hint: "PDF",
      icon: "file",
      run: () => void does("sendsDocument", { ...sampleDocument(), ...caption() }),
    },
    { label: words().chooseFile, icon: "file", run: chooseFile },
    { label: words().voice, icon: "voice", run: () => void does("sendsVoice", { seconds: 7 }) },
    { label: words().place, icon: "place", run: () => void does("sendsLocation") },
    { label: words().ownContact, icon: "person", run: shareContact },
    { label: words().sticker, icon: "sticker", run: () => void does("sendsSticker") },
  ];
}

/**
 * As a phone does it: scaled down, made a JPEG.
 * @param {File} file
 */
export async function pictureFrom(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return base64Part(canvas.toDataURL("image/jpeg", 0.85));
}

/**
 * @param {Blob} file
 * @returns {Promise<string>}
 */
export function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(base64Part(String(reader.result)));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** @param {string} dataUrl */
function base64Part(dataUrl) {
  return dataUrl.slice(dataUrl.indexOf(",") + 1);
}

/** The smallest PDF with a line in it. */
function sampleDocument() {
  const stream = "BT /F1 20 Tf 72 760 Td (Daftar hadir kegiatan perpustakaan desa) Tj ET";
  const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`;
  return { name: "daftar-hadir.pdf", mime: "application/pdf", base64: btoa(pdf) };
}
