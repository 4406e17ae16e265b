// `npm run screenshots`: the README's pictures, taken from the demo in a real browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { walkFirstDay } from "./first-day-walk.js";
import { button, person, speak } from "./on-the-page.js";

const FOLDER = join(import.meta.dirname, "screenshots");
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 720 }, locale: "id-ID" };
const ENGLISH: BrowserContextOptions = { ...PHONE, locale: "en-GB" };

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    await withDemo(browser, ["--empty"], async (openPage) => {
      const page = await openPage(PHONE);
      await walkFirstDay(page, (screen) => picture(page, screen));
    });
    await withDemo(browser, [], async (openPage) => {
      const walk = async (name: string, options: BrowserContextOptions, steps: (page: Page) => Promise<void>) => {
        const page = await openPage(options);
        await steps(page);
        await picture(page, name);
        await page.close();
      };
      await walk("participant", PHONE, register);
      await walk("trainer", PHONE, waitForSummary);
      await walk("announcement", PHONE, announce);
      await walk("english", ENGLISH, showPlans);
    });
  } finally {
    await browser.close();
  }
}

/** The demo as everybody starts it: from its built files, where its threads are. */
async function withDemo(
  browser: Browser,
  options: string[],
  walk: (openPage: (options: BrowserContextOptions) => Promise<Page>) => Promise<void>,
): Promise<void> {
  // In a group of its own, so that what npm starts ends with it.
  const demo = spawn("npm", ["run", "demo", "--silent", "--", "--port", "0", ...options], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(demo, "exit");
  try {
    const url = await addressIn(demo.stdout);
    await walk(async (of) => {
      const page = await browser.newPage(of);
      await page.goto(url);
      return page;
    });
  } finally {
    if (demo.pid !== undefined && demo.exitCode === null) process.kill(-demo.pid, "SIGINT");
    await ended;
  }
}

async function addressIn(output: Readable): Promise<string> {
  let said = "";
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    const url = /http:\S+/.exec(said)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`The demo ended without an address: ${said}`);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  // Whatever slides in has arrived by then.
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`${name}.png`);
}

async function register(page: Page): Promise<void> {
  await person(page, "Nurhayati Salim").click();
  await button(page, "Buka tautan kelas").click();
  await button(page, "✅ Setuju").click();
  await button(page, "Bagikan nomor saya").click();
  await page.getByRole("dialog").getByRole("button", { name: "Bagikan" }).click();
  await button(page, /Benar, daftarkan/).waitFor();
}

/** In the other language: an English browser makes everybody's phone English. */
async function showPlans(page: Page): Promise<void> {
  await person(page, "Nurhayati Salim").click();
  await speak(page, "/plans");
  await page.waitForTimeout(1500);
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
  await speak(page, "/pengumuman");
  await page.locator(".message.bot").first().waitFor();
  await speak(page, "Bapak/Ibu {nama}, pendampingan daring pekan ini dimulai pukul 13.30. Sampai jumpa! 🙏");
  await choose(/Kepada/);
  await choose(/Selesai/);
  await choose(/Kirim ke/);
  await choose(/Ya, kirim ke/);
  await button(page, /Perbarui/).waitFor();
  // Far enough for the numbers to tell something, not so far that all is done.
  await page.waitForTimeout(2500);
  await choose(/Perbarui/);
}

await main();
