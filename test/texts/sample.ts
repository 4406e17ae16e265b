// Calls the texts of a catalogue with something plausible, whatever they ask for: a sample stands for a word, a number, a day, an
// object with any field or a list of two, whichever way it is looked at.

/** What a field with this name mostly holds; anything else is a day, which passes for a word too. */
const BY_NAME: Record<string, unknown> = {
  kind: "desa",
  type: "advocacy",
  state: "stuck",
  light: "red",
  obstacle: "budget",
  reason: "overdue",
  level: "village",
  zone: "Asia/Jakarta",
  mode: "online",
  answer: "present",
  language: "id",
  url: "https://t.me/contoh",
};

/** Words that a text may look up in a table of its own: tried one after the other until the text makes sense. */
export const WORDS: readonly unknown[] = [
  ...["2024-06-03", "desa", "advocacy", "stuck", "red", "budget", "overdue", "village", "online", "present", "id"],
  ...["information_services", "in_progress", "done", "help", "none", "reminders", "waiting", "sent", "blocked", "all"],
  ...["joined", "Asia/Jakarta", "morning", "report", "photo", "too_many", "kept", "phone", "year", "stopped", "name"],
  ...[
    "not a number",
    "session",
    "write_plans",
    "other_phone",
    "used",
    "none",
    "approve",
    "sending",
    "finished",
    "too_large",
    "unreadable",
  ],
  ...["tomorrow", "cohort", "ends_first", "landline", "no-people"],
];

const AT = new Date("2024-06-03T01:00:00Z");

/** `loose`: every field holds the word, also those whose name says what they mostly hold. */
export function sample(word: unknown, loose = false, depth = 0): unknown {
  // Two of each in a list; deeper lists have nothing, so that nothing goes on for ever.
  const list = () => (depth > 2 ? [] : [sample(word, loose, depth + 1), sample(word, loose, depth + 1)]);
  const target = () => sample(word, loose, depth + 1);
  return new Proxy(target, {
    get(_target, name) {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? 2 : word);
      if (name === Symbol.iterator) return () => list()[Symbol.iterator]();
      if (name === "toString" || name === "valueOf" || name === "toJSON") return () => word;
      if (name === "length") return 2;
      if (typeof name === "symbol") return undefined;
      if (name in Array.prototype) {
        const items = list();
        return Reflect.get(items, name).bind(items);
      }
      if (name in String.prototype) return Reflect.get(String.prototype, name).bind(String(word));
      if (name in Date.prototype) return Reflect.get(Date.prototype, name).bind(AT);
      if (/At$/.test(name)) return AT;
      if (/On$|^day$|^today$|^until$/.test(name)) return "2024-06-03";
      if (name in BY_NAME) return loose ? word : BY_NAME[name];
      return sample(word, loose, depth + 1);
    },
  });
}
