// A name for somebody who may be another person than the one who bears it: enough to know oneself by.

/** "Siti Rahmawati, S.Pd" → "Siti R" */
export function halfName(name: string): string {
  const [first = "", ...rest] = (name.split(",")[0] ?? "").trim().split(/\s+/);
  const initials = rest.map((word) => [...word][0]?.toUpperCase() ?? "");
  return [first, ...initials].join(" ");
}
