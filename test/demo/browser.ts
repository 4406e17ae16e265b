// A real Chromium, where there is one: CI installs it, a laptop may do without.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const CHROMIUM_PATH = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

export const hasChromium = existsSync(CHROMIUM_PATH);

export const WHY_SKIPPED = `No Chromium at ${CHROMIUM_PATH}: the chat page is not tested. Set CHROMIUM_PATH to where it is.`;

/** Nothing in it may reach for the internet by itself. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
