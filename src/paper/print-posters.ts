// Posters as PDF and as PNG. The first page costs seconds, in which the font is parsed: call it in a worker (workers/poster-worker.ts).
import { renderAsync } from "@resvg/resvg-js";
import PDFDocument from "pdfkit";
import type { Posters } from "../ports/programme/posters.js";
import type { Measure } from "./fit-text.js";
import { FONTS } from "./fonts.js";
import { type Drawing, drawPoster, PAGE } from "./poster-drawing.js";

/** Twice the points: sharp on a phone, and Telegram makes it no smaller than it can be read. */
const PIXELS_WIDE = PAGE.width * 2;

export const printPosters: Posters = {
  async pdf(sheets) {
    const document = newDocument();
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    const written = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));
    for (const sheet of sheets) {
      document.addPage();
      onPage(document, drawPoster(sheet, measureBy(document)));
    }
    document.end();
    await written;
    return Buffer.concat(chunks);
  },
  async picture(sheet) {
    const svg = asSvg(drawPoster(sheet, measureBy(newDocument())));
    const font = { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: "Inter" };
    const image = await renderAsync(svg, { font, fitTo: { mode: "width", value: PIXELS_WIDE } });
    return image.asPng();
  },
};

function newDocument(): PDFKit.PDFDocument {
  const document = new PDFDocument({ size: [PAGE.width, PAGE.height], margin: 0, autoFirstPage: false });
  document.registerFont("plain", FONTS.plain);
  document.registerFont("bold", FONTS.bold);
  return document;
}

function measureBy(document: PDFKit.PDFDocument): Measure {
  return (text, size, isBold) =>
    document
      .font(isBold ? "bold" : "plain")
      .fontSize(size)
      .widthOfString(text);
}

function onPage(document: PDFKit.PDFDocument, { shapes, texts, code }: Drawing): void {
  for (const { path, colour } of [...shapes, { path: code.path, colour: "#000000" }]) document.path(path).fill(colour);
  for (const { x, y, text, size, isBold, colour, middle } of texts) {
    document
      .font(isBold ? "bold" : "plain")
      .fontSize(size)
      .fillColor(colour);
    const left = middle ? x - document.widthOfString(text) / 2 : x;
    document.text(text, left, y, { baseline: "alphabetic", lineBreak: false });
  }
}

function asSvg({ shapes, texts, code }: Drawing): string {
  const { width, height } = PAGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Inter">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(({ path, colour }) => `<path d="${path}" fill="${colour}"/>`),
    `<path d="${code.path}" fill="#000000" shape-rendering="crispEdges"/>`,
    ...texts.map(
      ({ x, y, text, size, isBold, colour, middle }) =>
        `<text x="${x}" y="${y}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${colour}"` +
        `${middle ? ' text-anchor="middle"' : ""}>${escaped(text)}</text>`,
    ),
    "</svg>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");
}
