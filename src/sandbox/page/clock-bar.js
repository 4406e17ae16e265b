// The demo's time and the buttons that push it, with a line about what that brought.

import { moveClock, stopClock } from "./door.js";
import { h } from "./kit/dom.js";
import { icon } from "./kit/icons.js";
import { toast } from "./kit/popups.js";
import { nationalTimes, shortDay, year } from "./kit/times.js";
import { words } from "./words.js";

/** The line about messages to others stays this long; messages that come within it are counted together. */
const FEED_MILLISECONDS = 9000;

/**
 * @param {HTMLElement} root
 * @param {{ onChoose: (id: number) => void, onLanguage: () => void }} hooks
 */
export function createClockBar(root, { onChoose, onLanguage }) {
  const day = h("span", { class: "clock-day" });
  const times = h("span", { class: "clock-times" });
  const feed = h("button", { type: "button", class: "feed", hidden: true, onclick: () => openNews() });
  const hour = h("button", { type: "button", onclick: () => move({ advanceMinutes: 60 }) });
  const oneDay = h("button", { type: "button", onclick: () => move({ advanceMinutes: 24 * 60 }) });
  const nextLong = h("span", { class: "wide" });
  const nextShort = h("span", { class: "narrow" });
  const next = h(
    "button",
    { type: "button", class: "strong", onclick: () => move({ nextEvent: true }) },
    icon("next"),
    nextLong,
    nextShort,
  );
  const running = h("span", { class: "running", hidden: true });
  const progress = h("span", { class: "progress" });
  const stop = h("button", { type: "button", class: "stop", hidden: true, onclick: () => stopClock() });
  const language = h("button", { type: "button", class: "language", onclick: onLanguage });
  root.append(
    h("span", { class: "brand" }, h("img", { src: "/icon.svg", alt: "" })),
    h("span", { class: "clock", role: "timer" }, day, times),
    feed,
    h("span", { class: "clock-buttons" }, hour, oneDay, next, running, stop),
    language,
    progress,
  );

  /** @type {import("./door.js").PeoplePage | undefined} */
  let people;
  let shownAt = 0;
  let moving = false;
  /** @type {Map<number, number>} messages since the feed line was last empty, by chat */
  const news = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let feedTimer;

  const tell = () => {
    if (people === undefined) return;
    const at = new Date(Date.parse(String(people.now)) + (performance.now() - shownAt));
    const parts = nationalTimes(at).map(({ label, time }) => [time, label].join(" "));
    const drawn = [shortDay(at), year(at), ...parts].join(" · ");
    if (times.dataset.drawn === drawn) return;
    times.dataset.drawn = drawn;
    day.replaceChildren(shortDay(at), h("span", { class: "clock-year" }, ` ${year(at)}`));
    times.replaceChildren(...nationalTimes(at).map(({ label, time }) => h("span", {}, h("b", {}, time), ` ${label}`)));
  };
  setInterval(tell, 1000);

  const sayFeed = (/** @type {string} */ text) => {
    feed.textContent = text;
    feed.hidden = false;
    clearTimeout(feedTimer);
    feedTimer = setTimeout(() => {
      feed.hidden = true;
      news.clear();
    }, FEED_MILLISECONDS);
  };

  const move = async (/** @type {Parameters<typeof moveClock>[0]} */ wish) => {
    setMoving(true);
    try {
      const { messages, people: receivers, ended } = await moveClock(wish);
      if (messages > 0) sayFeed(words().arrived(messages, receivers));
      else if (ended === "nothing") toast(words().nothing);
      else sayFeed(words().quietMove);
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error));
    } finally {
      setMoving(false);
    }
  };

  const setMoving = (/** @type {boolean} */ is) => {
    moving = is;
    root.classList.toggle("moving", is);
    for (const button of [hour, oneDay, next]) button.hidden = is;
    stop.hidden = !is;
    running.hidden = !is;
    showProgress(undefined);
    if (is) stop.focus({ preventScroll: true });
  };

  const showProgress = (/** @type {number | undefined} */ share) => {
    running.textContent = words().moving(share);
    progress.hidden = !moving || share === undefined;
    progress.style.width = `${(share ?? 0) * 100}%`;
  };

  const openNews = () => {
    const unread = [...(people?.featured ?? []), ...(people?.others ?? [])].find((row) => row.unread > 0);
    if (unread !== undefined) onChoose(unread.id);
  };

  return {
    changeWords() {
      root.setAttribute("aria-label", words().clock);
      hour.textContent = words().hour;
      oneDay.textContent = words().day;
      nextLong.textContent = words().nextEvent;
      nextShort.textContent = words().nextShort;
      next.setAttribute("aria-label", words().nextEvent);
      stop.replaceChildren(icon("stop"), words().stop);
      language.textContent = words().languageShort;
      language.setAttribute("aria-label", words().language);
      language.title = words().language;
      times.dataset.drawn = "";
      tell();
    },
    /** @param {import("./door.js").PeoplePage} page */
    draw(page) {
      people = page;
      shownAt = performance.now();
      if (moving) showProgress(page.moved);
      tell();
    },
    /** Somebody else got a message while this chat was open. */
    noteMessage(/** @type {number} */ chatId) {
      news.set(chatId, (news.get(chatId) ?? 0) + 1);
      if (moving) return;
      sayFeed(
        words().arrived(
          [...news.values()].reduce((sum, count) => sum + count, 0),
          news.size,
        ),
      );
    },
  };
}
