// The page's pictograms, drawn on 24 × 24.

const PATHS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-6 16-3-6.5z M11 13.5l9-9.5",
  attach: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8L9.8 17.3a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  more: "M12 5.5v.01 M12 12v.01 M12 18.5v.01",
  keyboard: "M4 7h16v10H4z M8 10.5v.01 M12 10.5v.01 M16 10.5v.01 M8.5 14h7",
  search: "M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13z M15.5 15.5L20 20",
  next: "M5 6l7 6-7 6z M17 6v12",
  stop: "M7 7h10v10H7z",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  photo: "M4 6h16v12H4z M4 15l4-4 4 4 3-3 5 5 M15.5 9.5v.01",
  album: "M7 4h13v11H7z M4 8v11h12 M7 12l3-3 3.5 3.5 2.5-2 4 3.5",
  voice: "M12 3.5a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0V6A2.5 2.5 0 0 1 12 3.5z M6 11a6 6 0 0 0 12 0 M12 17v3.5",
  sticker: "M5 5h14v8l-6 6H5z M19 13h-6v6 M9 9.5v.01 M14 9.5v.01",
  place: "M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11z M12 10v.01",
  person: "M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4z M4.8 20c.8-3.8 3.7-6 7.2-6s6.4 2.2 7.2 6",
  link: "M10 14a4 4 0 0 0 5.6 0l3-3a4 4 0 0 0-5.6-5.6l-1 1 M14 10a4 4 0 0 0-5.6 0l-3 3a4 4 0 0 0 5.6 5.6l1-1",
  block: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17z M6 6l12 12",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12 M18 6L6 18",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  trash: "M5 7h14 M9 7V4.5h6V7 M7 7l1 13h8l1-13",
  reply: "M10 6l-6 6 6 6 M4 12h9a7 7 0 0 1 7 7",
  book: "M3 6c3-1.3 6-1 9 1 3-2 6-2.3 9-1v12.5c-3-1.3-6-1-9 1-3-2-6-2.3-9-1z M12 7v12.5",
};

/** @typedef {keyof typeof PATHS} IconName */

const SVG = "http://www.w3.org/2000/svg";

/** @param {IconName} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
