// What a phone's camera reads in the picture: found by a reader of codes that is not ours.
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { qrPicture } from "../../../src/bot/kit/qr-picture.js";

function scanned(picture: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR.default(new Uint8ClampedArray(data), width, height)?.data;
}

// Keeps P01.
test.each([
  "https://t.me/TindakLanjutBot?start=kLk3-9_xQ0aZ7bTt2mPp1w",
  `https://t.me/${"B".repeat(32)}?start=${"t".repeat(64)}`,
])("the picture of %s is read as that link", (link) => {
  expect(scanned(qrPicture(link))).toBe(link);
});

// Keeps P01.
test("the picture is small enough for a weak signal and large enough for a projector", () => {
  const picture = qrPicture("https://t.me/TindakLanjutBot?start=kLk3-9_xQ0aZ7bTt2mPp1w");
  const { width, height } = PNG.sync.read(picture);
  expect(width).toBe(height);
  expect(width).toBeGreaterThanOrEqual(500);
  // Telegram refuses photos whose sides add up to more than 10,000.
  expect(width + height).toBeLessThan(10_000);
  expect(picture.length).toBeLessThan(10_000);
});
