// Days and clock times as a person in their zone reads them.
import { words } from "../words.js";

const ZONES = [
  { label: "WIB", zone: "Asia/Jakarta" },
  { label: "WITA", zone: "Asia/Makassar" },
  { label: "WIT", zone: "Asia/Jayapura" },
];

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();
/** By zone. @type {Map<string, Intl.DateTimeFormat>} */
const keyFormats = new Map();

/**
 * Making a format is slow, and a chat needs hundreds.
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(options) {
  const key = words().locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(words().locale, options);
  formats.set(key, known);
  return known;
}

/** @returns {string} as 19.04 or 19:04 */
export function clockTime(/** @type {Date} */ at, /** @type {string} */ zone) {
  return format({ timeZone: zone, hour: "2-digit", minute: "2-digit" }).format(at);
}

/** Same day, same key. */
export function dayKey(/** @type {Date} */ at, /** @type {string} */ zone) {
  const format = keyFormats.get(zone) ?? new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  keyFormats.set(zone, format);
  return format.format(at);
}

/** @returns {string} as Minggu, 2 Juni; with the year when it is another than now's */
export function dayName(/** @type {Date} */ at, /** @type {string} */ zone, /** @type {Date} */ now) {
  const daysAgo = (Date.parse(dayKey(now, zone)) - Date.parse(dayKey(at, zone))) / 86_400_000;
  if (daysAgo === 0) return words().today;
  if (daysAgo === 1) return words().yesterday;
  const isThisYear = dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4);
  return format({
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** For the list: the time of today's messages, the day of older ones. */
export function listTime(/** @type {Date} */ at, /** @type {string} */ zone, /** @type {Date} */ now) {
  if (dayKey(at, zone) === dayKey(now, zone)) return clockTime(at, zone);
  return format({ timeZone: zone, day: "numeric", month: "short" }).format(at);
}

export function shortDay(/** @type {Date} */ at) {
  return format({ timeZone: "Asia/Jakarta", weekday: "short", day: "numeric", month: "short" }).format(at);
}

export function year(/** @type {Date} */ at) {
  return format({ timeZone: "Asia/Jakarta", year: "numeric" }).format(at);
}

/** The three clocks of Indonesia. */
export function nationalTimes(/** @type {Date} */ at) {
  return ZONES.map(({ label, zone }) => ({ label, time: clockTime(at, zone) }));
}

export function zoneLabel(/** @type {string} */ zone) {
  if (zone === "Asia/Pontianak") return "WIB";
  return ZONES.find((known) => known.zone === zone)?.label ?? zone;
}
