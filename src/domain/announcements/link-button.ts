// The one button that an announcement may carry: a word, and the page that it opens.

export const LONGEST_LINK_LABEL = 30;
const LONGEST_ADDRESS = 512;

export type LinkProblem = "not_a_link" | "not_https" | "with_password" | "too_long";

/** Only what a phone opens safely: https, a real host, and nobody's password in it. */
export function readLink(input: string): { ok: true; url: string } | { ok: false; reason: LinkProblem } {
  const text = input.trim();
  if (text.length > LONGEST_ADDRESS) return { ok: false, reason: "too_long" };
  if (/\s/.test(text) || !/[.]/.test(text)) return { ok: false, reason: "not_a_link" };
  // "perpusnas.go.id/jadwal", as people write it.
  const written = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = urlOf(written);
  if (url === null) return { ok: false, reason: "not_a_link" };
  if (url.protocol !== "https:") return { ok: false, reason: "not_https" };
  if (url.username !== "" || url.password !== "") return { ok: false, reason: "with_password" };
  // An address of a machine in the office's own net opens nowhere else.
  const isPublic = /^[a-z\d.-]+\.[a-z][a-z\d-]*[a-z\d]$/i.test(url.hostname);
  return isPublic ? { ok: true, url: url.href } : { ok: false, reason: "not_a_link" };
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
