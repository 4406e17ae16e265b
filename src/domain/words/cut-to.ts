// Words where there is no room for all of them. A plain slice() may leave half of an emoji, which no database and no phone takes.

/** Cut with "…" where it has more characters, the mark among them: where people read it. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  const cut = () =>
    characters
      .slice(0, Math.max(most - 1, 0))
      .join("")
      .trimEnd();
  return characters.length <= most ? text : `${cut()}…`;
}

/** As much of its beginning as keeps within a bound of UTF-16 units, unmarked: where it is kept, or looked for. */
export function startOf(text: string, most: number): string {
  const start = text.slice(0, most);
  const last = start.charCodeAt(start.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? start.slice(0, -1) : start;
}
