// A light as a shape: fonts do not hold its sign, and people who cannot tell red from green tell a square from a circle.
import type { Light } from "../domain/plans/work-plan.js";
import { box, circle, polygon, type Shape } from "./drawing.js";

const COLOURS: Record<Light, string> = { green: "#2e8540", yellow: "#d98e04", red: "#c0392b", paused: "#5b6770" };

/** Circle: in time. Triangle: to be gone on with. Square: late. Two bars: paused. `middle`: of the line of text beside it. */
export function lightShape(light: Light, x: number, middle: number, size: number): Shape[] {
  const side = size * 0.86;
  const [right, top, bottom] = [x + side, middle - side / 2, middle + side / 2];
  const path: string = {
    green: circle(x + side / 2, middle, side / 2),
    yellow: polygon([x + side / 2, top], [right, bottom], [x, bottom]),
    red: box(x, top, side, side),
    paused: box(x, top, side * 0.36, side) + box(x + side * 0.64, top, side * 0.36, side),
  }[light];
  return [{ path, colour: COLOURS[light] }];
}

/** With the room behind it. */
export function lightWidth(size: number): number {
  return size * 0.86 + 4;
}
