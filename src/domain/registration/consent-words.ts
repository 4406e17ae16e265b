// What people type under a notice instead of pressing its buttons.

const YES = ["ya", "iya", "iya setuju", "ya setuju", "setuju", "saya setuju", "y", "ok", "oke", "boleh", "baik"].concat(
  ["yes", "i agree", "agree", "agreed", "yes i agree", "okay"],
);
const NO = [
  "tidak",
  "tidak setuju",
  "saya tidak setuju",
  "tdk",
  "nggak",
  "enggak",
  "gak",
  "ga",
  "tidak mau",
  "jangan",
].concat(["no", "i disagree", "disagree", "i do not agree", "i don't agree", "dont agree", "nope"]);

/** Null for anything else: a notice is agreed to by saying so, and by nothing less. */
export function consentIn(text: string): "yes" | "no" | null {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}' ]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(bapak|ibu|pak|bu) | (bapak|ibu|pak|bu|kak|min)$/g, "");
  if (YES.includes(words)) return "yes";
  return NO.includes(words) ? "no" : null;
}
