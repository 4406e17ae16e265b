// Counts in English: one stands apart.
import { digits } from "../digits.js";

/** "1 line", "1,200 lines" */
export const howMany = (n: number, one: string, many: string) => `${digits.en(n)} ${n === 1 ? one : many}`;

export const people = (n: number) => howMany(n, "person", "people");
