// What a clerk reads on the buttons of places to choose from: namesakes are told apart by what they lie in.
import { expect, test } from "vitest";
import { labelsOf } from "../../../src/bot/programme/roster/place-labels.js";
import type { OfferedPlace } from "../../../src/ports/programme/roster-files.js";

const place = (code: string, name: string, ...within: string[]): OfferedPlace => ({
  ...{ code, name, within, level: "village", parentCode: code.slice(0, 8), kind: "desa", searchName: name },
});

test("by their kecamatan", () => {
  const places = [
    place("15.04.02.2013", "Pelayangan", "Muara Tembesi", "Kab. Batanghari", "Jambi"),
    place("15.04.03.2021", "Pelayangan", "Muara Bulian", "Kab. Batanghari", "Jambi"),
  ];
  expect(labelsOf(places)).toEqual(["Pelayangan, Muara Tembesi", "Pelayangan, Muara Bulian"]);
});

test("by their kabupaten where the kecamatan has the same name too", () => {
  const places = [
    place("31.01.01.1001", "Kebon Jeruk", "Kebon Jeruk", "Kota Jakarta Barat", "DKI Jakarta"),
    place("12.01.01.2001", "Kebon Jeruk", "Kebon Jeruk", "Kab. Nias", "Sumatera Utara"),
  ];
  expect(labelsOf(places)).toEqual(["Kebon Jer…, Kota Jakarta Barat", "Kebon Jeruk, Kab. Nias"]);
});

test("of places of different names the name stays whole, and the region is cut", () => {
  const places = [
    place("15.04.01.2016", "Simpang Rantau Gedang", "Mersam"),
    place("15.04.01.2017", "Simpang Rantau Gadang", "Maro Sebo Ulu"),
  ];
  expect(labelsOf(places)).toEqual(["Simpang Rantau Gedang, Mersam", "Simpang Rantau Gadang, Maro S…"]);
});

test("by their codes where nothing else differs", () => {
  const places = [place("15.04.01.2016", "Suka Maju", "Mersam"), place("15.04.01.2019", "Suka Maju", "Mersam")];
  expect(labelsOf(places)).toEqual(["Suka Maju (15.04.01.2016)", "Suka Maju (15.04.01.2019)"]);
});
