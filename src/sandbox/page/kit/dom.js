// Builds elements. Text always becomes a text node, so nothing that a person wrote is ever read as HTML.

/**
 * @typedef {string | number | boolean | undefined | ((event: any) => void)} Attribute
 * @typedef {Node | string | null | undefined | false} Child
 */

/**
 * An element; attributes that are functions are listeners (`onclick`), `true` is an empty attribute, `false` none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** @type {WeakMap<Element, string>} */
const signatures = new WeakMap();

/**
 * Brings a container's children into line with the items: what has not changed is not touched, so nothing flickers and
 * nobody loses their place. Focus stays on the element with the same `data-focus`.
 * @param {Element} container
 * @param {readonly { key: string, signature: string, make: () => HTMLElement }[]} items
 */
export function reconcile(container, items) {
  /** @type {Map<string | undefined, HTMLElement>} */
  const before = new Map();
  for (const child of container.children) {
    if (child instanceof HTMLElement) before.set(child.dataset.key, child);
  }
  items.forEach(({ key, signature, make }, position) => {
    const old = before.get(key);
    before.delete(key);
    let node = old;
    if (old === undefined || signatures.get(old) !== signature) {
      node = make();
      node.dataset.key = key;
      signatures.set(node, signature);
      if (old !== undefined) replaceKeepingFocus(old, node);
    }
    const there = container.children[position];
    if (node !== undefined && there !== node) container.insertBefore(node, there ?? null);
  });
  for (const gone of before.values()) gone.remove();
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} node
 */
function replaceKeepingFocus(old, node) {
  const focused = document.activeElement;
  const name = focused instanceof HTMLElement && old.contains(focused) ? (focused.dataset.focus ?? "") : undefined;
  old.replaceWith(node);
  if (name === undefined) return;
  const next = node.dataset.focus === name ? node : node.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
