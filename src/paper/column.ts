// Lines of text one below the other, each as large as there is room for.
import { INK, type Shape, type TextLine } from "./drawing.js";
import { type FittedText, fitText, type Measure, type Room } from "./fit-text.js";

export const LINE_HEIGHT = 1.25;

export function openColumn(top: number, measure: Measure) {
  const column = {
    y: top,
    texts: [] as TextLine[],
    shapes: [] as Shape[],
    put(text: string, room: Room, place: { x: number; at?: TextLine["at"]; colour?: string }): FittedText {
      const fitted = fitText(text, room, measure);
      const look = { size: fitted.size, isBold: room.isBold, colour: INK, at: "start" as const, ...place };
      for (const line of fitted.lines) {
        column.y += fitted.size * LINE_HEIGHT;
        column.texts.push({ y: column.y, text: line, ...look });
      }
      return fitted;
    },
  };
  return column;
}
