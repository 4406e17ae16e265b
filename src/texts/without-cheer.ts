// The same message for somebody in mourning: without the signs of joy that stand in the catalogues.
import type { RichText } from "../domain/messages/message.js";

/** With the space that would be left beside it. */
const CHEER = /^[🎉🥳😊🙂😄]\s*|\s*[🎉🥳😊🙂😄]/gu;

/** Marks keep to the words they were on. */
export function withoutCheer<T extends RichText>(message: T): T {
  const cuts = [...message.text.matchAll(CHEER)].map(({ index, 0: sign }) => ({
    from: index,
    until: index + sign.length,
  }));
  if (cuts.length === 0) return message;
  const moved = (at: number) =>
    at - cuts.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(at, until) - from), 0);
  const marks = message.marks.map((mark) => {
    const offset = moved(mark.offset);
    return { ...mark, offset, length: moved(mark.offset + mark.length) - offset };
  });
  const text = message.text.replace(CHEER, "");
  return { ...message, text, marks: marks.filter(({ length }) => length > 0) };
}
