// The first letter as at the head of a line or on a button.
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
