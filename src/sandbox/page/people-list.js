// The list of people that one can be: the four of the story first, everybody else below, with their unread marks.
import { avatar } from "./kit/avatar.js";
import { h, reconcile } from "./kit/dom.js";
import { icon } from "./kit/icons.js";
import { listTime } from "./kit/times.js";
import { pageLanguage, words } from "./words.js";

/**
 * @typedef {import("./door.js").PersonRow} PersonRow
 * @param {HTMLElement} root
 * @param {{ onChoose: (id: number) => void, onQuery: (query: string) => void }} hooks
 */
export function createPeopleList(root, { onChoose, onQuery }) {
  const intro = h("p", { class: "intro" });
  const featured = h("ul", { class: "rows" });
  const summaryText = h("span", {});
  const summaryBadge = h("span", { class: "badge" });
  const search = h("input", { type: "search", oninput: () => onQuery(search.value) });
  const others = h("ul", { class: "rows" });
  const nobody = h("p", { class: "intro" });
  const details = h(
    "details",
    { class: "others" },
    h("summary", {}, icon("down"), summaryText, summaryBadge),
    h("label", { class: "search" }, icon("search"), search),
    others,
    nobody,
  );
  const hint = createHint(onChoose);
  root.append(hint.node, intro, featured, details);

  return {
    changeWords() {
      root.setAttribute("aria-label", words().people);
      intro.textContent = words().choose;
      search.placeholder = words().search;
      search.setAttribute("aria-label", words().search);
    },
    /**
     * @param {import("./door.js").PeoplePage} page
     * @param {number | undefined} selected
     */
    draw(page, selected) {
      const items = (/** @type {readonly PersonRow[]} */ rows) =>
        rows.map((row) => rowItem(row, row.id === selected, new Date(page.now), onChoose));
      hint.draw(page.featured, page.isFirstDay);
      details.hidden = page.othersTotal === 0;
      reconcile(featured, items(page.featured));
      reconcile(others, items(page.others));
      summaryText.textContent = words().others(page.othersTotal);
      summaryBadge.textContent = page.othersUnread > 0 ? String(page.othersUnread) : "";
      nobody.hidden = page.others.length > 0;
      nobody.textContent = search.value.trim() === "" ? words().quiet : words().nobody;
      // Whoever came by an address with somebody of the others in it should find them.
      if (page.others.some((row) => row.id === selected)) details.open = true;
    },
  };
}

const HINT_READ = "hint-read";

/**
 * For the first visit: whom to be and what to press.
 * @param {(id: number) => void} onChoose
 */
function createHint(onChoose) {
  const title = h("h2", {});
  const steps = h("ol", {});
  const close = h("button", {
    type: "button",
    class: "hint-close",
    onclick: () => {
      localStorage.setItem(HINT_READ, "yes");
      node.hidden = true;
    },
  });
  const node = h("section", { class: "hint", hidden: localStorage.getItem(HINT_READ) === "yes" }, title, steps, close);
  return {
    node,
    /**
     * @param {readonly PersonRow[]} featured
     * @param {boolean} isFirstDay
     */
    draw(featured, isFirstDay) {
      title.textContent = words().hintTitle;
      close.textContent = words().hintClose;
      const stepOf = isFirstDay ? words().firstDaySteps : words().hintSteps;
      const order = /** @type {const} */ (["participant", "trainer", "admin"]);
      // On the first day everything begins with the admin.
      const shown = (isFirstDay ? order.toReversed() : order).flatMap((role) => {
        const row = featured.find((one) => one.role === role);
        return row === undefined ? [] : [{ role, id: row.id, name: row.name }];
      });
      reconcile(
        steps,
        shown.map(({ role, id, name }) => ({
          key: role,
          signature: JSON.stringify([id, name, pageLanguage()]),
          make: () =>
            h(
              "li",
              {},
              h("button", { type: "button", "data-focus": `hint-${role}`, onclick: () => onChoose(id) }, name),
              ` ${stepOf[role]}`,
            ),
        })),
      );
    },
  };
}

/**
 * @param {PersonRow} row
 * @param {boolean} isSelected
 * @param {Date} now
 * @param {(id: number) => void} onChoose
 */
function rowItem(row, isSelected, now, onChoose) {
  const { id, name, unread, last } = row;
  const when = last === undefined ? "" : listTime(new Date(last.date * 1000), row.zone, now);
  const line = lastLine(row);
  const make = () =>
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "row",
          "data-focus": `row-${id}`,
          "data-person": id,
          "aria-current": isSelected ? "true" : undefined,
          onclick: () => onChoose(id),
        },
        avatar(name),
        h(
          "span",
          { class: "row-text" },
          h(
            "span",
            { class: "row-line" },
            h("span", { class: "row-name" }, name),
            h("time", { class: "row-time" }, when),
          ),
          h("span", { class: `row-about role-${row.role}` }, aboutLine(row)),
          h(
            "span",
            { class: "row-line" },
            h("span", { class: last === undefined ? "row-last quiet" : "row-last" }, line),
            unread > 0 && h("span", { class: "badge", "aria-label": words().unread(unread) }, String(unread)),
          ),
        ),
      ),
    );
  const signature = JSON.stringify([name, unread, line, when, isSelected, pageLanguage()]);
  return { key: String(id), signature, make };
}

/** @param {Pick<PersonRow, "role" | "about">} row */
export function aboutLine({ role, about }) {
  return `${words().role[role]} · ${about === "" ? words().everywhere : about}`;
}

/** @param {PersonRow} row */
function lastLine({ last, blocked, started }) {
  if (blocked) return words().blockedMark;
  if (last === undefined) return started ? words().emptyTitle : words().notStarted;
  const text = last.text.replace(/\s+/g, " ").slice(0, 90);
  return last.fromBot ? text : words().you_ + text;
}
