// The first letter as at the head of a line or on a button.
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same within a sentence; what is written in capitals alone, as TBM, stays so. */
export function small(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
