import { describe, expect, test } from "vitest";
import { isPlainlySame } from "../../../src/domain/people/same-person.js";

const village = "21.01.10.2001";
const same = (a: string, b: string, placeOfB: string | null = village) =>
  isPlainlySame({ name: a, placeCode: village }, { name: b, placeCode: placeOfB });

describe("somebody who joined by hand plainly is a row of the roster", () => {
  test.each([
    ["Siti Rahmawati", "siti rahmawati"],
    ["Hj. Siti Rahmawati, S.Pd", "SITI  RAHMAWATI"],
    ["Siti Rahmawati, S.IP., M.Si", "Ibu Siti Rahmawati"],
    ["Drs. H. Ahmad Fauzi", "Ahmad Fauzi"],
    ["Nur'aini Lubis", "Nuraini Lubis"],
    ["Siti Rahmawati", "Siti Rahmawatti"],
    ["Siti Rahmawati S.Pd", "Siti Rahmawati"],
    ["Suharto", "suharto"],
  ])("%s is %s", (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ["Siti Rahmawati", "Siti Rahmadani"],
    ["Budi", "Budu"],
    ["Siti", "Siti Rahmawati"],
    ["", ""],
    ["Ibu", "Bapak"],
  ])("%s is not %s", (a, b) => expect(same(a, b)).toBe(false));

  test("not of another village, nor where the roster names none", () => {
    expect(same("Siti Rahmawati", "Siti Rahmawati", "21.01.10.2002")).toBe(false);
    expect(isPlainlySame({ name: "Siti", placeCode: null }, { name: "Siti", placeCode: null })).toBe(false);
  });
});
