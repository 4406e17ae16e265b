// What is drawn: shapes and lines of text on a page, in points from its upper left corner. Paper and picture show the same.

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  texts: TextLine[];
}

/** Any outline in the words of SVG's paths, filled. */
export interface Shape {
  path: string;
  colour: string;
  /** Edges on whole pixels, without a shade between: for what a machine reads. */
  crisp?: true;
}

export interface TextLine {
  /** Of the baseline; `middle`: the text stands around x, `end`: it ends there. */
  x: number;
  y: number;
  text: string;
  size: number;
  isBold: boolean;
  colour: string;
  at: "start" | "middle" | "end";
}

/** A4, upright. */
export const PAGE = { width: 595, height: 842 };

export const INK = "#1f2933";
export const ACCENT = "#0b5394";

export function box(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;
}

export function circle(x: number, y: number, radius: number): string {
  const [left, right] = [round(x - radius), round(x + radius)];
  return `M${left} ${round(y)}A${radius} ${radius} 0 1 1 ${right} ${round(y)}A${radius} ${radius} 0 1 1 ${left} ${round(y)}Z`;
}

/** Corners one after the other. */
export function polygon(...corners: readonly (readonly [x: number, y: number])[]): string {
  return `M${corners.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`;
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
