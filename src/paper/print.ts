// Drawings as PDF and as PNG. The first page costs seconds, in which the font is parsed: call it in a worker.
import { renderAsync } from "@resvg/resvg-js";
import PDFDocument from "pdfkit";
import { type Drawing, PAGE } from "./drawing.js";
import type { Measure } from "./fit-text.js";
import { FONTS } from "./fonts.js";

/** One page a drawing, as large as it is. `draw` is given the width of texts in our fonts. */
export async function printPdf(draw: (measure: Measure) => readonly Drawing[]): Promise<Uint8Array> {
  const document = newDocument();
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise<void>((resolve, reject) => document.on("end", resolve).on("error", reject));
  for (const drawing of draw(measureBy(document))) {
    document.addPage({ size: [drawing.width, drawing.height], margin: 0 });
    onPage(document, drawing);
  }
  document.end();
  await written;
  return Buffer.concat(chunks);
}

/** `pixelsWide`: Telegram makes pictures above 1280 smaller. */
export async function printPicture(draw: (measure: Measure) => Drawing, pixelsWide: number): Promise<Uint8Array> {
  const svg = asSvg(draw(measureBy(newDocument())));
  const font = { fontFiles: Object.values(FONTS), loadSystemFonts: false, defaultFontFamily: "Inter" };
  const image = await renderAsync(svg, { font, fitTo: { mode: "width", value: pixelsWide } });
  return image.asPng();
}

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

function onPage(document: PDFKit.PDFDocument, { shapes, texts }: Drawing): void {
  for (const { path, colour } of shapes) document.path(path).fill(colour);
  for (const { x, y, text, size, isBold, colour, at } of texts) {
    document
      .font(isBold ? "bold" : "plain")
      .fontSize(size)
      .fillColor(colour);
    const before = at === "start" ? 0 : document.widthOfString(text) / (at === "middle" ? 2 : 1);
    document.text(text, x - before, y, { baseline: "alphabetic", lineBreak: false });
  }
}

function asSvg({ width, height, shapes, texts }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Inter">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...shapes.map(
      ({ path, colour, crisp }) =>
        `<path d="${path}" fill="${colour}"${crisp === true ? ' shape-rendering="crispEdges"' : ""}/>`,
    ),
    ...texts.map(
      ({ x, y, text, size, isBold, colour, at }) =>
        `<text x="${x}" y="${y}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${colour}"` +
        `${at === "start" ? "" : ` text-anchor="${at}"`}>${escaped(text)}</text>`,
    ),
    "</svg>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "");
}
