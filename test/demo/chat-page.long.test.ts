// The demo as a person meets it: in a real browser, at phone width, with the real app behind it.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_START, type Demo, startDemo } from "../../src/demo/start-demo.js";
import { openOwnTestDatabase } from "../support/database.js";
import { hasChromium, launchBrowser, WHY_SKIPPED } from "./browser.js";

if (!hasChromium) console.warn(WHY_SKIPPED);

const PHONE = { width: 390, height: 800 };
const DESK = { width: 1280, height: 800 };

describe.skipIf(!hasChromium)("the chat page", () => {
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const onFatal = (error: Error) => {
      throw error;
    };
    const database = await openOwnTestDatabase();
    demo = await startDemo({ port: 0, start: DEMO_START, database, onFatal });
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  beforeEach(async () => {
    complaints = [];
    page = await browser.newPage({ viewport: PHONE, locale: "id-ID" });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(demo.url);
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
    expect(demo.sandbox.unknownMethods).toEqual([]);
  });

  const person = (name: string) => page.locator("nav .row", { hasText: name });
  const button = (name: string | RegExp) => page.getByRole("main").getByRole("button", { name });
  const bubbles = () => page.locator(".message.bot .text");
  const says = (text: string | RegExp) => bubbles().filter({ hasText: text }).last().waitFor();

  test("somebody found by a search who has not begun keeps the class link when the page is loaded again", async () => {
    await page.locator("details.others summary").click();
    await page.getByRole("searchbox").fill("riau");
    const row = page
      .locator("details.others .row", { hasText: "Peserta" })
      .filter({ hasText: "Belum membuka bot" })
      .first();
    await row.click();
    await button("Buka tautan kelas").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(...(request.url().includes("/demo/people") ? [request.url()] : [])));
    await page.reload();
    await button("Buka tautan kelas").waitFor();
    // Whichever answer comes last, theirs is in it.
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !/open=\d+/.test(url))).toEqual([]);
    expect(await page.locator(".chat-head .who p").textContent()).toContain("Peserta");
  });

  test("one joins by pressing buttons, moves the clock, and sees the trainer's unread mark", async () => {
    await person("Nurhayati Salim").click();
    await button("Buka tautan kelas").click();
    await button("✅ Setuju").click();
    await button("Bagikan nomor saya").click();
    const question = page.getByRole("dialog");
    await expect.poll(() => question.textContent()).toContain("Bagikan nomor +62890");
    await question.getByRole("button", { name: "Bagikan" }).click();
    await button(/Benar, daftarkan/).click();
    await says("sudah terdaftar");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);

    await button("Kembali ke daftar orang").click();
    await person("Retno Widiastuti").click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Retno Widiastuti");
    await button("Kembali ke daftar orang").click();
    const before = demo.sandbox.clock.now();
    await page.getByRole("button", { name: "Ke kejadian berikutnya" }).click();
    await page.locator(".feed", { hasText: /Baru saja: \d+ pesan ke \d+ orang/ }).waitFor({ timeout: 60_000 });
    expect(demo.sandbox.clock.now().getTime()).toBeGreaterThan(before.getTime());
    await page.locator("nav .badge:visible").first().waitFor();
    // The day's summary reaches the trainer in the afternoon.
    await page.getByRole("button", { name: "+1 hari" }).click();
    await person("Retno Widiastuti").locator(".badge").waitFor({ timeout: 90_000 });
  }, 120_000);

  test("a text can be sent with the keyboard alone", async () => {
    await page.setViewportSize(DESK);
    await page.reload();
    await person("Zulfikar Effendi").waitFor();
    await tabTo(page, "Zulfikar Effendi");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Zulfikar Effendi" }).waitFor();
    await page.getByPlaceholder("Tulis pesan…").waitFor();
    await tabTo(page, "Tulis pesan…");
    await page.keyboard.type("/bantuan");
    await page.keyboard.press("Enter");
    await page.locator(".message.own", { hasText: "/bantuan" }).waitFor();
    await bubbles().first().waitFor();
    expect(await page.evaluate("document.activeElement.tagName")).toBe("TEXTAREA");
  });

  test("what is written as markup is shown as it was written", async () => {
    await person("Zulfikar Effendi").click();
    const text = '<img src=x onerror="document.title=1"> & <b>tebal</b>';
    await page.getByPlaceholder("Tulis pesan…").fill(text);
    await button("Kirim").click();
    await expect.poll(() => page.locator(".message.own .text").last().textContent()).toBe(text);
    expect(await page.locator(".message img").count()).toBe(0);
  });

  test("a photo is attached, shown and opened at full size", async () => {
    await person("Zulfikar Effendi").click();
    await button("Lampirkan").click();
    await page.getByRole("menuitem", { name: "Kegiatan membaca" }).click();
    const picture = page.locator(".message.own .photo img").last();
    await expect
      .poll(() => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(960);
    await picture.click();
    await page.locator("dialog.picture img").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("dialog").count()).toBe(0);
  });

  test("a blocked bot can be let in again", async () => {
    await person("Bambang Nugroho").click();
    await button("Menu obrolan").click();
    await page.getByRole("menuitem", { name: "Blokir bot" }).click();
    await button("Buka blokir dan mulai lagi").click();
    await bubbles().first().waitFor();
    expect(await page.getByPlaceholder("Tulis pesan…").isVisible()).toBe(true);
  });

  test("everybody seeded is found, and the page speaks English too", async () => {
    await page.getByRole("button", { name: "Switch to English" }).click();
    await page.getByText(/Other people \(1\d\d\)/).click();
    await page.getByPlaceholder("Search a name or province…").fill("maluku");
    // The list follows the typing a moment later, and before it everybody stands there.
    await expect.poll(() => page.locator("details .row-about").first().textContent()).toContain("Maluku");
    expect(await page.locator("details .row").count()).toBeGreaterThan(20);
  });

  test("what a finger presses is at least 40 pixels high", async () => {
    await person("Zulfikar Effendi").click();
    await page.getByPlaceholder("Tulis pesan…").waitFor();
    const heights = await page
      .locator("header button:visible, .chat-head button:visible, .composer button:visible, .key:visible")
      .evaluateAll((nodes) => nodes.map((node) => (node as unknown as { offsetHeight: number }).offsetHeight));
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
  });
});

/** Presses Tab until the element with these words, or this name, has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    const seen = `${(await focused.getAttribute("placeholder")) ?? ""} ${(await focused.textContent()) ?? ""}`;
    if (seen.includes(words)) return;
  }
  throw new Error(`Tab does not lead to ${words}`);
}
