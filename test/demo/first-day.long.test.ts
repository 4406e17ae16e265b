// An office's first day in the demo: who is there, and what the page says to do first.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_START, type Demo, startDemo } from "../../src/demo/start-demo.js";
import { openOwnTestDatabase } from "../support/database.js";
import { hasChromium, launchBrowser, WHY_SKIPPED } from "./browser.js";
import { button, person, says, speak } from "./on-the-page.js";

if (!hasChromium) console.warn(WHY_SKIPPED);

describe.skipIf(!hasChromium)("an empty demo", () => {
  let demo: Demo;
  let browser: Browser;

  beforeAll(async () => {
    const onFatal = (error: Error) => {
      throw error;
    };
    demo = await startDemo({
      port: 0,
      start: DEMO_START,
      empty: true,
      database: await openOwnTestDatabase(),
      onFatal,
    });
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  test("nothing is seeded, and the hint leads from the admin to the participant who pastes the class's link", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: "id-ID" });
    await page.goto(demo.url);
    const names = await page.locator(".hint li button").allTextContents();
    expect(names).toEqual(["Bambang Nugroho", "Retno Widiastuti", "Nurhayati Salim"]);
    expect(await page.locator("details.others").isVisible()).toBe(false);

    await person(page, "Bambang Nugroho").click();
    await button(page, "MULAI").click();
    await button(page, "✅ Setuju").click();
    await says(page, "Siapa nama lengkap");
    await speak(page, "Bambang Nugroho");
    await says(page, "Ada empat langkah");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.close();
  });
});
