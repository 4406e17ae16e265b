// Three small pictures, drawn here, to send as evidence: people reading, a bookshelf, a village meeting.

const WIDTH = 960;
const HEIGHT = 720;

/** Each gives a data URL; drawn when first asked for. */
export const SAMPLE_PHOTOS = [once(reading), once(bookshelf), once(meeting)];

const BOOKS = ["#c2410c", "#0f766e", "#a16207", "#1d4ed8", "#be185d", "#4d7c0f", "#7c3aed", "#b91c1c"];
const CLOTHES = ["#0ea5e9", "#f59e0b", "#ec4899", "#22c55e", "#8b5cf6", "#ef4444"];

/**
 * @param {(to: CanvasRenderingContext2D) => void} draw
 * @returns {() => string}
 */
function once(draw) {
  /** @type {string | undefined} */
  let url;
  return () => {
    if (url !== undefined) return url;
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    const to = canvas.getContext("2d");
    if (to !== null) draw(to);
    url = canvas.toDataURL("image/jpeg", 0.85);
    return url;
  };
}

/** @param {CanvasRenderingContext2D} to */
function reading(to) {
  room(to, "#fde9c8", "#c98f5a");
  shelf(to, 60, 70, 520, 260);
  window_(to, 660, 80, 220, 220);
  ellipse(to, 480, 640, 400, 90, "#8fbf9f");
  for (const [i, x] of [200, 390, 580, 770].entries()) {
    person(to, x, 560 + (i % 2) * 30, 1, i);
    openBook(to, x, 590 + (i % 2) * 30);
  }
}

/** @param {CanvasRenderingContext2D} to */
function bookshelf(to) {
  room(to, "#e7eee7", "#9a6b43");
  for (const y of [50, 260, 470]) shelf(to, 60, y, 840, 190);
}

/** @param {CanvasRenderingContext2D} to */
function meeting(to) {
  room(to, "#dbeafe", "#a8a29e");
  box(to, 250, 70, 460, 210, "#ffffff");
  box(to, 290, 110, 300, 18, "#0f766e");
  for (const y of [150, 185, 220]) box(to, 290, y, 380 - (y % 4) * 40, 12, "#cbd5e1");
  for (const [i, x] of [180, 330, 480, 630, 780].entries()) person(to, x, 430, 0.9, i + 1);
  box(to, 90, 500, 780, 130, "#b45309");
  box(to, 90, 500, 780, 22, "#d97706");
  for (const x of [220, 420, 620]) box(to, x, 478, 90, 26, "#f8fafc");
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {string} wall
 * @param {string} floor
 */
function room(to, wall, floor) {
  const light = to.createLinearGradient(0, 0, 0, HEIGHT);
  light.addColorStop(0, "#ffffff");
  light.addColorStop(0.5, wall);
  to.fillStyle = light;
  to.fillRect(0, 0, WIDTH, HEIGHT);
  box(to, 0, 520, WIDTH, 200, floor);
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function shelf(to, x, y, width, height) {
  box(to, x - 12, y - 12, width + 24, height + 24, "#7c4a21");
  box(to, x, y, width, height, "#4a2b12");
  let at = x + 8;
  for (let i = 0; at < x + width - 40; i++) {
    const thick = 22 + ((i * 7) % 18);
    const tall = height * (0.68 + ((i * 13) % 10) / 40);
    box(to, at, y + height - tall, thick, tall, BOOKS[(i * 3 + Math.round(y)) % BOOKS.length] ?? "#0f766e");
    box(to, at, y + height - tall * 0.8, thick, 8, "rgb(255 255 255 / 0.6)");
    at += thick + 3;
  }
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 */
function window_(to, x, y, width, height) {
  box(to, x - 12, y - 12, width + 24, height + 24, "#ffffff");
  box(to, x, y, width, height, "#7dd3fc");
  ellipse(to, x + width * 0.7, y + height * 0.3, 30, 30, "#fde047");
  ellipse(to, x + width * 0.4, y + height, width * 0.6, height * 0.4, "#4ade80");
  box(to, x + width / 2 - 5, y, 10, height, "#ffffff");
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 * @param {number} scale
 * @param {number} number
 */
function person(to, x, y, scale, number) {
  ellipse(to, x, y + 50 * scale, 62 * scale, 80 * scale, CLOTHES[number % CLOTHES.length] ?? "#0ea5e9");
  // Every second one wears a hijab.
  if (number % 2 === 0)
    ellipse(to, x, y - 48 * scale, 50 * scale, 58 * scale, BOOKS[number % BOOKS.length] ?? "#0f766e");
  ellipse(to, x, y - 44 * scale, 36 * scale, 42 * scale, "#c68642");
  if (number % 2 === 1) ellipse(to, x, y - 72 * scale, 38 * scale, 22 * scale, "#2b1a10");
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 */
function openBook(to, x, y) {
  box(to, x - 46, y, 44, 34, "#fffbeb");
  box(to, x + 2, y, 44, 34, "#fef3c7");
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} colour
 */
function box(to, x, y, width, height, colour) {
  to.fillStyle = colour;
  to.beginPath();
  to.roundRect(x, y, width, height, 4);
  to.fill();
}

/**
 * @param {CanvasRenderingContext2D} to
 * @param {number} x
 * @param {number} y
 * @param {number} radiusX
 * @param {number} radiusY
 * @param {string} colour
 */
function ellipse(to, x, y, radiusX, radiusY, colour) {
  to.fillStyle = colour;
  to.beginPath();
  to.ellipse(x, y, radiusX, radiusY, 0, 0, Math.PI * 2);
  to.fill();
}
