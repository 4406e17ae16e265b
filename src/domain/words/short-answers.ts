// The short words with which people answer in place of a button: that something is right, or that there is none of it.
import { consentIn } from "../registration/consent-words.js";
import { plainLetters } from "./steering-words.js";

const RIGHT = new Set(
  ["benar", "sudahbenar", "yabenar", "betul", "yabetul", "sudahbetul", "sudah", "sesuai", "sudahsesuai"].concat([
    "right",
    "thatsright",
    "correct",
    "itsright",
    "yesitis",
    "allright",
    "sure",
  ]),
);

const NONE = new Set(
  ["tidakada", "tdkada", "tidakad", "takada", "gakada", "gaada", "nggakada", "enggakada", "belumada", "blmada"].concat([
    "tidak",
    "tdk",
    "kosong",
    "nihil",
    "no",
    "none",
    "noone",
    "nobody",
    "nothing",
    "thereisnone",
    "na",
  ]),
);

/** Yes, to "is that right?". */
export function saysRight(text: string): boolean {
  return consentIn(text) === "yes" || RIGHT.has(plainLetters(text));
}

/** To "with whom?" or "which?": nobody, nothing; also as people fill in a paper form, with a dash. */
export function saysNone(text: string): boolean {
  return NONE.has(plainLetters(text)) || /^\s*[-–—]+\s*$/.test(text);
}
