import { describe, expect, test } from "vitest";
import { isPlainlySame } from "../../../../src/domain/people/names/names-alike.js";

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
    // Degrees as they are written: with a space inside, several, and those that are not a bachelor's or master's.
    ["Siti Rahmawati, S. Pd", "Siti Rahmawati"],
    ["Siti Rahmawati, S. Pd. I., M. Si.", "Siti Rahmawati"],
    ["Siti Rahmawati S. Pd", "Siti Rahmawati"],
    ["Siti Rahmawati, S.Pd., Gr.", "Siti Rahmawati"],
    ["Siti Rahmawati S.Pd Gr", "Siti Rahmawati"],
    ["Siti Rahmawati, A.Ma.Pust", "Siti Rahmawati"],
    ["Siti Rahmawati, A. Ma. Pust.", "Siti Rahmawati"],
    ["Siti Rahmawati, A. Md.", "Siti Rahmawati"],
    ["Ahmad Fauzi, Lc., M.A.", "Ahmad Fauzi"],
    ["Ahmad Fauzi, B.A.", "Ahmad Fauzi"],
    ["Ahmad Fauzi, Ph.D.", "Ahmad Fauzi"],
    ["Ahmad Fauzi, Ph. D", "Ahmad Fauzi"],
    ["Ns. Siti Rahmawati, S.Kep., Ns.", "Siti Rahmawati"],
    // Titles before the name, also without a space behind them.
    ["Hajjah Siti Rahmawati", "Siti Rahmawati"],
    ["Hj.Siti Rahmawati", "Siti Rahmawati"],
    ["Drs.H.Ahmad Fauzi", "Ahmad Fauzi"],
    ["Prof.Dr.Ir.H.Ahmad Fauzi", "Ahmad Fauzi"],
    ["K.H.Ahmad Fauzi", "KH. Ahmad Fauzi"],
    ["R.A. Kartini", "RA Kartini"],
    // A slip is forgiven from six letters on, of the shorter name, wherever in it.
    ["Hasnah", "Hasnoh"],
    ["Hasnah", "Hasna h"],
    ["Rahman", "Rahmann"],
    ["Rahman", "Rhaman"],
    ["Rahman", "Xahman"],
  ])("%s is %s", (a, b) => expect(same(a, b)).toBe(true));

  test.each([
    ["Siti Rahmawati", "Siti Rahmadani"],
    ["Budi", "Budu"],
    ["Hasna", "Hasno"],
    ["Hasna", "Hasnah"],
    ["Rahman", "Rahmnn a"],
    ["Rahman", "Rohmin"],
    ["Siti", "Siti Rahmawati"],
    // What only resembles a title or a degree is part of the name.
    ["Hadi.Susilo", "Susilo"],
    ["Susilo, M. Tono", "Susilo"],
    ["M. Sidik", "Sidik"],
    ["", ""],
    ["Ibu", "Bapak"],
  ])("%s is not %s", (a, b) => expect(same(a, b)).toBe(false));

  test("not of another village, nor where the roster names none", () => {
    expect(same("Siti Rahmawati", "Siti Rahmawati", "21.01.10.2002")).toBe(false);
    expect(isPlainlySame({ name: "Siti", placeCode: null }, { name: "Siti", placeCode: null })).toBe(false);
  });
});
