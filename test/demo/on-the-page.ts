// What a person does on the demo's page, for walks through it.
import type { Page } from "playwright-core";

/** In the list of people; the hint above it names some of them too. */
export function person(page: Page, name: string) {
  return page.locator("nav .row", { hasText: name });
}

export function button(page: Page, name: string | RegExp) {
  return page.getByRole("main").getByRole("button", { name });
}

/** Resolves when the bot has said it. */
export async function says(page: Page, words: string): Promise<void> {
  await page.locator(".message.bot .text", { hasText: words }).last().waitFor();
}

export async function speak(page: Page, text: string): Promise<void> {
  await page.locator(".composer textarea").fill(text);
  await page.keyboard.press("Enter");
}
