// The chat page: who one is, what they see, and what happens meanwhile. Everything drawn comes from the sandbox; the page
// itself remembers only which chat is open and what is half written.
import { createChatView } from "./chat/chat-view.js";
import { createClockBar } from "./clock-bar.js";
import { act, getChat, getPeople, LostError, listen, speak } from "./door.js";
import { createPeopleList } from "./people-list.js";
import { pageLanguage, switchLanguage, words } from "./words.js";

/** @type {{ people?: import("./door.js").PeoplePage, selected?: number | undefined, query: string }} */
const state = { query: "", selected: idInAddress() };
const phone = matchMedia("(max-width: 760px)");

const clockBar = createClockBar(part("clock-bar"), { onChoose: choose, onLanguage: changeLanguage });
const peopleList = createPeopleList(part("people"), {
  onChoose: choose,
  onQuery: (query) => {
    state.query = query;
    void refreshPeople();
  },
});
const chatView = createChatView(part("chat"), { onBack: () => choose(undefined) });

/** At most three a second: an announcement to thousands changes the list thousands of times. */
const refreshPeople = spaced(330, async () => {
  const id = state.selected;
  const people = await getPeople(state.query, id);
  // Another chat was opened meanwhile: what was asked for does not say whose it is.
  if (id !== state.selected) return void refreshPeople();
  state.people = people;
  drawPeople();
});
const refreshChat = spaced(50, async () => {
  const id = state.selected;
  if (id === undefined) return;
  const chat = await getChat(id);
  if (id !== state.selected) return;
  chatView.draw(chat, rowOf(id), state.people);
  // Somebody looks at it: it is read.
  if (chat.person.unread > 0 && document.visibilityState === "visible") await act(id, "markRead");
});

addEventListener("hashchange", () => void openFromAddress());
document.addEventListener("visibilitychange", () => void refreshChat());
listen({
  onOpen: () => {
    showLost(false);
    void speak(pageLanguage());
    void refreshPeople();
    void refreshChat();
  },
  onLost: () => showLost(true),
  onChange: ({ kind, chatId }) => {
    if (kind === "message" && chatId !== undefined && chatId !== state.selected) clockBar.noteMessage(chatId);
    if (kind !== "action" && kind !== "pin" && kind !== "reaction") void refreshPeople();
    if (chatId === state.selected || kind === "answer" || kind === "commands") void refreshChat();
  },
});
changeWords();
await speak(pageLanguage());
state.people = await getPeople("", state.selected);
await openFromAddress();

/** Said for as long as it is so: a line that goes away by itself would leave a dead page behind. */
function showLost(/** @type {boolean} */ isLost) {
  part("lost").textContent = words().lost;
  part("lost").hidden = !isLost;
}

/** The address names the open chat, so that the browser's own back button works on a phone. */
async function openFromAddress() {
  const id = idInAddress();
  const first = state.people?.featured[0]?.id;
  state.selected = id ?? (phone.matches ? undefined : first);
  document.body.dataset.screen = id === undefined ? "list" : "chat";
  if (id !== undefined && rowOf(id) === undefined) state.people = await getPeople(state.query, id);
  drawPeople();
  if (state.selected === undefined) chatView.clear();
  else await refreshChat();
}

function idInAddress() {
  const id = Number(location.hash.slice(1));
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** @param {number | undefined} id */
function choose(id) {
  location.hash = id === undefined ? "" : String(id);
}

function drawPeople() {
  if (state.people === undefined) return;
  peopleList.draw(state.people, state.selected);
  clockBar.draw(state.people);
  const unread = state.people.featured.reduce((sum, row) => sum + row.unread, 0);
  document.title = unread === 0 ? state.people.bot.name : `(${unread}) ${state.people.bot.name}`;
}

function changeLanguage() {
  switchLanguage();
  changeWords();
  void speak(pageLanguage()).then(refreshChat);
  drawPeople();
  void refreshChat();
}

function changeWords() {
  document.documentElement.lang = pageLanguage();
  clockBar.changeWords();
  peopleList.changeWords();
  chatView.changeWords();
  part("lost").textContent = words().lost;
}

/** @param {number} id */
function rowOf(id) {
  const { featured = [], others = [], open } = state.people ?? {};
  // Who has nothing in their chat is found by a search alone, and stays known when that is over.
  return [...featured, ...others, ...(open === undefined ? [] : [open])].find((row) => row.id === id);
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Runs at once, but not twice within the span and never two at a time; the last call is never lost.
 * @param {number} milliseconds
 * @param {() => Promise<void>} run
 */
function spaced(milliseconds, run) {
  let busy = false;
  let again = false;
  const go = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await run();
    } catch (error) {
      // That the demo is not there stands above already.
      if (!(error instanceof LostError)) console.warn("chat page:", error);
    }
    setTimeout(() => {
      busy = false;
      if (!again) return;
      again = false;
      void go();
    }, milliseconds);
  };
  return go;
}
