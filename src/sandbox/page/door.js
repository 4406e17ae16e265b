// What the page asks of the sandbox: people, one chat, acts, the clock, and to be told of changes.

/**
 * @typedef {import("../page-server.js").PeoplePage} PeoplePage
 * @typedef {import("../page-server.js").PersonRow} PersonRow
 * @typedef {import("../page-server.js").ClockMove} ClockMove
 * @typedef {import("../wire/views.js").ChatView} ChatView
 * @typedef {import("../shapes.js").Change} Change
 */

/** @returns {Promise<PeoplePage>} */
export function getPeople(/** @type {string} */ query, /** @type {number | undefined} */ open) {
  return ask(`/demo/people?query=${encodeURIComponent(query)}&open=${open ?? ""}`);
}

/** @returns {Promise<ChatView>} */
export function getChat(/** @type {number} */ id) {
  return ask(`/sandbox/people/${id}/chat`);
}

/**
 * Lets a person do something; the actions are listed in sandbox/wire/control-actions.ts.
 * @param {number} id
 * @param {string} action
 * @param {object} [args]
 */
export function act(id, action, args = {}) {
  return ask(`/sandbox/people/${id}/${action}`, args);
}

/**
 * @param {{ advanceMinutes: number } | { nextEvent: true }} wish
 * @returns {Promise<ClockMove>}
 */
export function moveClock(wish) {
  return ask("/demo/clock", wish);
}

/**
 * The phones of everybody speak the page's language.
 * @param {"id" | "en"} language
 */
export function speak(language) {
  return ask("/demo/language", { language });
}

export function stopClock() {
  return ask("/demo/clock", { stop: true });
}

/** @param {string} fileId */
export function fileUrl(fileId) {
  return `/sandbox/files/${encodeURIComponent(fileId)}`;
}

/**
 * Tells of every change; after a lost connection, once more when it is back, since anything may have happened meanwhile.
 * @param {{ onChange: (change: Change) => void, onOpen: () => void, onLost: () => void }} listener
 */
export function listen({ onChange, onOpen, onLost }) {
  const events = new EventSource("/sandbox/events");
  events.onopen = onOpen;
  events.onerror = () => {
    onLost();
    // The browser tries again by itself, but not after every kind of refusal.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => listen({ onChange, onOpen, onLost }), 2000);
  };
  events.onmessage = (event) => onChange(JSON.parse(event.data));
}

/** The demo is not there: nothing was done. */
export class LostError extends Error {}

/**
 * @param {string} path
 * @param {object} [body]
 */
async function ask(path, body) {
  const request =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch((error) => {
    throw new LostError(String(error));
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}
