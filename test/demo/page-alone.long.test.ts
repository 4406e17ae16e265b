// The chat page in a real browser with a bot that a test speaks for: what goes wrong, what is long, what is narrow.
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ClockMover } from "../../src/sandbox/page-server.js";
import { chatPage } from "../../src/sandbox/page-server.js";
import { type SandboxServer, startSandboxServer } from "../../src/sandbox/server.js";
import type { World } from "../../src/sandbox/shapes.js";
import { createWorld } from "../../src/sandbox/world.js";
import { hasChromium, launchBrowser, WHY_SKIPPED } from "./browser.js";

if (!hasChromium) console.warn(WHY_SKIPPED);

const INDONESIAN: BrowserContextOptions = { viewport: { width: 390, height: 800 }, locale: "id-ID" };

describe.skipIf(!hasChromium)("the chat page alone", () => {
  let browser: Browser;
  let world: World;
  let server: SandboxServer;
  let page: Page;
  let spoken: string[];
  let finishMove: () => void;
  const ids: Record<string, number> = {};

  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    world = createWorld();
    spoken = [];
    await openServer(0);
  });
  afterEach(async () => {
    await page?.context().close();
    await server.close();
  });

  async function openServer(port: number): Promise<void> {
    const cast = (["participant", "trainer", "admin"] as const).map((role) => {
      const name = { participant: "Nurhayati", trainer: "Retno", admin: "Budi" }[role];
      ids[role] ??= world.person({ first_name: name }).id;
      if (!world.people.has(ids[role])) world.person({ id: ids[role], first_name: name });
      world.people.get(ids[role])?.start();
      return { id: ids[role], role, about: "Jambi", zone: "Asia/Jakarta", featured: true };
    });
    let way: { from: Date; to: Date } | undefined;
    const clock: ClockMover = {
      way: () => way,
      async move() {
        const now = world.clock.now();
        way = { from: new Date(now.getTime() - 30_000), to: new Date(now.getTime() + 90_000) };
        world.changed({ kind: "clock" });
        await new Promise<void>((resolve) => {
          finishMove = resolve;
        });
        way = undefined;
        return { now: world.clock.now(), messages: 0, people: 0, ended: "arrived" };
      },
      stop: async () => finishMove(),
    };
    const speak = async (language: string) => void spoken.push(language);
    server = await startSandboxServer(world, { port, routes: chatPage(world, { cast, clock, speak }) });
  }

  async function open(options: BrowserContextOptions = INDONESIAN, hash = ""): Promise<void> {
    const context = await browser.newContext(options);
    page = await context.newPage();
    await page.goto(`${server.url}/${hash}`);
    await page.locator("nav .row").first().waitFor({ state: "attached" });
  }

  const says = (text: string, markup?: object) =>
    fetch(`${server.url}/bot${world.token}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: ids.participant, text, ...(markup && { reply_markup: markup }) }),
    });
  const field = () => page.getByPlaceholder(/Tulis pesan…|Write a message…/);

  test("a demo that has stopped is said for as long as it is away, and what was typed is sent when it is back", async () => {
    await open(INDONESIAN, `#${ids.participant}`);
    await field().fill("Laporan saya tentang kegiatan membaca");
    const { port } = server;
    await server.close();
    await page.getByRole("alert").filter({ hasText: "npm run demo" }).waitFor();
    await page.getByRole("button", { name: "Kirim" }).click();
    await expect.poll(() => field().inputValue()).toBe("Laporan saya tentang kegiatan membaca");
    // The browser has asked several times meanwhile.
    await page.waitForRequest(/sandbox\/events/);
    expect(await page.getByRole("alert").isVisible()).toBe(true);
    await openServer(port);
    await page.getByRole("alert").waitFor({ state: "hidden", timeout: 20_000 });
    await page.getByRole("button", { name: "Kirim" }).click();
    await page.locator(".message.own", { hasText: "kegiatan membaca" }).waitFor();
    expect(await field().inputValue()).toBe("");
  }, 60_000);

  test("what is half written outlives a reload, for each person their own", async () => {
    await open(INDONESIAN, `#${ids.participant}`);
    await field().fill("belum selesai");
    await page.reload();
    await expect.poll(() => field().inputValue()).toBe("belum selesai");
    await page.goto(`${server.url}/#${ids.trainer}`);
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Retno");
    await expect.poll(() => field().inputValue()).toBe("");
  });

  test("an English browser gets English, an Indonesian one Indonesian, and the phones speak as the page does", async () => {
    await open({ locale: "en-GB" });
    expect(await page.getByText("Choose who you are today").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Ganti ke bahasa Indonesia" }).click();
    await page.getByText("Pilih siapa Anda hari ini").waitFor();
    await expect.poll(() => spoken.at(-1)).toBe("id");
    expect(spoken[0]).toBe("en");
    await page.context().close();
    await open({ locale: "id-ID" });
    expect(await page.getByText("Pilih siapa Anda hari ini").isVisible()).toBe(true);
  });

  test("the first visit says whom to be and what to press, until it is read", async () => {
    await open();
    const hint = page.locator(".hint");
    expect(await hint.textContent()).toContain("Jadilah pelatih ini, tekan “+1 hari”");
    await hint.getByRole("button", { name: "Nurhayati" }).click();
    await expect.poll(() => page.getByRole("heading", { level: 1 }).textContent()).toBe("Nurhayati");
    await page.goBack();
    await hint.getByRole("button", { name: "Mengerti" }).click();
    await page.reload();
    await page.locator("nav .row").first().waitFor();
    expect(await hint.isVisible()).toBe(false);
  });

  test("a message is one stop for Tab, and the arrow keys walk among its buttons", async () => {
    const keys = [
      [
        { text: "Satu", callback_data: "1" },
        { text: "Dua", callback_data: "2" },
      ],
      [{ text: "Tiga", callback_data: "3" }],
    ];
    for (let n = 0; n < 5; n++) await says(`Pesan ${n} /bantuan https://perpusnas.go.id`, { inline_keyboard: keys });
    await open({ ...INDONESIAN, viewport: { width: 1280, height: 800 } }, `#${ids.participant}`);
    await page.locator(".message.bot .key").nth(14).waitFor();
    const stops = await page
      .locator(".message")
      .evaluateAll((nodes) =>
        nodes.map((node) => node.querySelectorAll("button:not([tabindex='-1']), a[href]:not([tabindex='-1'])").length),
      );
    expect(Math.max(...stops)).toBe(1);
    await page.locator(".message.bot").nth(3).getByText("Satu").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const focused = () =>
      page.evaluate(
        "document.activeElement.textContent + ' in ' + document.activeElement.closest('.message').textContent.slice(0, 7)",
      );
    expect(await focused()).toBe("Tiga in Pesan 3");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/in Pesan 4$/);
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Tiga in Pesan 3");
  });

  test("a message taller than the screen opens at its top", async () => {
    await says("pendek");
    await says(Array.from({ length: 60 }, (_, n) => `baris ${n + 1}`).join("\n"));
    await open(INDONESIAN, `#${ids.participant}`);
    await page.locator(".message", { hasText: "baris 60" }).waitFor();
    const top = await page
      .locator(".message")
      .last()
      .evaluate((node) => {
        const room = (node as unknown as { closest(q: string): { getBoundingClientRect(): { top: number } } }).closest(
          ".scroll",
        );
        return (
          (node as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top -
          room.getBoundingClientRect().top
        );
      });
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(60);
  });

  test.each([
    ["the narrowest phone", 320, 568],
    ["a phone on its side", 568, 320],
    ["a small tablet", 768, 600],
  ])("on %s nothing overflows and the chat stays in sight", async (_, width, height) => {
    const keyboard = {
      keyboard: Array.from({ length: 4 }, (_, n) => [{ text: `Pilihan ${n} dengan kata yang agak panjang` }]),
    };
    await says("Silakan pilih salah satu di bawah ini, Bapak/Ibu.", keyboard);
    await open({ ...INDONESIAN, viewport: { width, height } });
    const overflow = () => page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    const cut = () =>
      page.evaluate(
        "[...document.querySelectorAll('header *, main button, nav *')].filter((node) => node.getClientRects().length > 0 && node.getBoundingClientRect().right > innerWidth + 1).map((node) => node.className)",
      );
    expect(await overflow()).toBe(0);
    expect(await cut()).toEqual([]);
    await page.goto(`${server.url}/#${ids.participant}`);
    await page.locator(".message.bot").first().waitFor();
    expect(await overflow()).toBe(0);
    expect(await cut()).toEqual([]);
    const room = await page
      .locator(".scroll")
      .evaluate((node) => (node as unknown as { clientHeight: number }).clientHeight);
    expect(room).toBeGreaterThanOrEqual(80);
    expect(await field().isVisible()).toBe(true);
  });

  test("a chat of 348 messages costs its page less than a second of work", async () => {
    for (let n = 0; n < 348; n++)
      await says(`Pesan ${n}: pengingat rencana kerja.`, {
        inline_keyboard: [[{ text: "Lapor", callback_data: `${n}` }]],
      });
    await open();
    // The page's own processor time: by the clock it would be the time of whatever runs beside it, too.
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const workOf = async () =>
      (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ??
      Number.NaN;
    const before = await workOf();
    await page.locator("nav .row", { hasText: "Nurhayati" }).click();
    await page.locator(".message", { hasText: "Pesan 347" }).waitFor();
    expect((await workOf()) - before).toBeLessThan(1);
    expect(await page.locator(".message.bot").count()).toBe(348);
  }, 60_000);

  test("while the clock moves the page says how far it is", async () => {
    await open();
    await page.getByRole("button", { name: "+1 hari" }).click();
    await page.getByText(/Waktu berjalan… 2\d %/).waitFor();
    finishMove();
    await page.getByRole("button", { name: "+1 hari" }).waitFor();
  });
});
