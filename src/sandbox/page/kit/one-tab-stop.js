// One tab stop a message: who moves by keyboard passes a message with one press of Tab, and walks inside it with the arrow keys.

const CONTROLS = "button, a[href]";

/**
 * Which of a message's buttons and links Tab leads to: the one used last, at first the first button that the bot offers.
 * @param {HTMLElement} message
 */
export function giveOneTabStop(message) {
  const controls = controlsOf(message);
  const offered = controls.find((control) => control.classList.contains("key") && !control.hasAttribute("disabled"));
  setStop(controls, offered ?? controls.at(-1));
}

/** @param {HTMLElement} list */
export function moveAmongMessages(list) {
  list.addEventListener("focusin", ({ target }) => {
    const message = messageOf(target);
    if (message !== undefined && target instanceof HTMLElement) setStop(controlsOf(message), target);
  });
  list.addEventListener("keydown", (event) => {
    const message = messageOf(event.target);
    if (message === undefined || !(event.target instanceof HTMLElement)) return;
    const controls = controlsOf(message);
    const at = controls.indexOf(event.target);
    const next = {
      ArrowRight: controls[at + 1],
      ArrowDown: controls[at + 1],
      ArrowLeft: controls[at - 1],
      ArrowUp: controls[at - 1],
      Home: controls[0],
      End: controls.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * @param {HTMLElement[]} controls
 * @param {HTMLElement | undefined} stop
 */
function setStop(controls, stop) {
  for (const control of controls) control.tabIndex = control === stop ? 0 : -1;
}

/** @param {HTMLElement} message @returns {HTMLElement[]} */
function controlsOf(message) {
  return [...message.querySelectorAll(CONTROLS)].filter((node) => node instanceof HTMLElement);
}

/** @param {EventTarget | null} target */
function messageOf(target) {
  const message = target instanceof Element ? target.closest(".message") : null;
  return message instanceof HTMLElement ? message : undefined;
}
