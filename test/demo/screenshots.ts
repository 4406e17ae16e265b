// `npm run screenshots`: the README's pictures, taken from the demo in a real browser.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { DEMO_START, startDemo } from "../../src/demo/start-demo.js";
import { launchBrowser } from "./browser.js";

const FOLDER = join(import.meta.dirname, "screenshots");
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 800 }, locale: "id-ID" };
const DESK: BrowserContextOptions = { viewport: { width: 1180, height: 800 }, locale: "id-ID" };

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const demo = await startDemo({
    port: 0,
    start: DEMO_START,
    onFatal: (error) => {
      throw error;
    },
  });
  const browser = await launchBrowser();
  const take = async (name: string, options: BrowserContextOptions, walk: (page: Page) => Promise<void>) => {
    const page = await browser.newPage(options);
    await page.goto(demo.url);
    await walk(page);
    await page.mouse.move(0, 0);
    // Whatever slides in has arrived by then.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
    await page.close();
    console.log(`${name}.png`);
  };
  try {
    await take("participant", PHONE, register);
    await take("trainer", PHONE, waitForSummary);
    await take("announcement", DESK, announce);
  } finally {
    await browser.close();
    await demo.stop();
  }
}

async function register(page: Page): Promise<void> {
  await person(page, "Nurhayati Salim").click();
  await button(page, "Buka tautan kelas").click();
  await button(page, "✅ Setuju").click();
  await button(page, "Bagikan nomor saya").click();
  await page.getByRole("dialog").getByRole("button", { name: "Bagikan" }).click();
  await button(page, /Benar, daftarkan/).waitFor();
}

async function waitForSummary(page: Page): Promise<void> {
  await person(page, "Nurhayati Salim").click();
  await button(page, /Benar, daftarkan/).click();
  await page.locator(".message.bot .text", { hasText: "sudah terdaftar" }).waitFor();
  await button(page, "Kembali ke daftar orang").click();
  const trainer = person(page, "Retno Widiastuti");
  // The summary comes in the afternoon, after some hours of other people's messages.
  for (let hours = 0; hours < 24 && (await trainer.locator(".badge").count()) === 0; hours++) {
    await page.getByRole("button", { name: "+1 jam" }).click();
    await page.locator("#clock-bar:not(.moving)").waitFor({ timeout: 120_000 });
    // The list hears of it a moment later.
    await page.waitForTimeout(800);
  }
  await trainer.click();
  await button(page, /Peserta/).click();
  await page.locator(".message.bot .text", { hasText: "Nurhayati Salim" }).last().waitFor();
  await page.locator(".feed").waitFor({ state: "hidden" });
}

async function announce(page: Page): Promise<void> {
  const choose = (name: string | RegExp) => button(page, name).last().click();
  await person(page, "Bambang Nugroho").click();
  await say(page, "/pengumuman");
  await page.locator(".message.bot").first().waitFor();
  await say(page, "Bapak/Ibu {nama}, pendampingan daring pekan ini dimulai pukul 13.30. Sampai jumpa! 🙏");
  await choose("Seluruh Indonesia");
  await choose(/^Peserta$/);
  await choose("Semua peserta");
  await choose(/Kirim ke/);
  await button(page, /Perbarui/).waitFor();
  // Far enough for the numbers to tell something, not so far that all is done.
  await page.waitForTimeout(2500);
  await choose(/Perbarui/);
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder("Tulis pesan…").fill(text);
  await button(page, "Kirim").click();
}

function person(page: Page, name: string) {
  return page.locator("nav button", { hasText: name });
}

function button(page: Page, name: string | RegExp) {
  return page.getByRole("main").getByRole("button", { name });
}

await main();
