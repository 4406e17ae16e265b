// The cohort of 2024: its four waves, and the five classes that are told of one by one.
import { addDays, type Day } from "../../../src/domain/time/calendar.js";

/**
 * "In 4 waves, 19 May to 14 June" (press, Jambi 2024): four weeks, Sunday to Friday. All days of the seed are told as they
 * were in 2024; `--start` moves them together.
 */
export const WAVES: readonly { number: number; startsOn: Day; endsOn: Day }[] = [
  { number: 1, startsOn: "2024-05-19", endsOn: "2024-05-24" },
  { number: 2, startsOn: "2024-05-26", endsOn: "2024-05-31" },
  { number: 3, startsOn: "2024-06-02", endsOn: "2024-06-07" },
  { number: 4, startsOn: "2024-06-09", endsOn: "2024-06-14" },
];

/** The people that one office or one kabupaten sends. Without a regency they come from the province. */
export interface Delegation {
  regency?: string;
  office?: number;
  villages?: number;
  tbm?: number;
}

export interface PressClass {
  provinceCode: string;
  wave: number;
  startsOn: Day;
  endsOn: Day;
  venue: string;
  trainers: number;
  delegations: readonly Delegation[];
}

/** The class in which the demo begins, the evening before its first day. */
export const DEMO_CLASS: PressClass = {
  // 22 people, 3 to 7 June (press, Kepulauan Riau 2024). Where they came from is not told.
  provinceCode: "21",
  wave: 3,
  startsOn: "2024-06-03",
  endsOn: "2024-06-07",
  venue: "Aula Dinas Perpustakaan dan Kearsipan Provinsi, Tanjung Pinang",
  trainers: 1,
  delegations: [
    { regency: "Kab. Bintan", villages: 6 },
    { regency: "Kab. Karimun", villages: 4, tbm: 1 },
    { regency: "Kab. Lingga", villages: 4 },
    { regency: "Kota Batam", villages: 2, tbm: 1 },
    { regency: "Kota Tanjung Pinang", office: 1, villages: 1 },
    { office: 2 },
  ],
};

export const PRESS_CLASSES: readonly PressClass[] = [
  DEMO_CLASS,
  {
    // Four days in May (press, Jambi 2024); the number of people and the exact days are ours.
    provinceCode: "15",
    wave: 1,
    startsOn: "2024-05-19",
    endsOn: "2024-05-22",
    venue: "Hotel Batanghari Indah, Kota Jambi",
    trainers: 2,
    delegations: [
      { regency: "Kab. Muaro Jambi", office: 1, villages: 6 },
      { regency: "Kab. Batanghari", villages: 6 },
      { regency: "Kab. Bungo", villages: 5, tbm: 1 },
      { regency: "Kab. Tebo", villages: 5 },
      { regency: "Kota Jambi", villages: 3, tbm: 1 },
      { office: 2 },
    ],
  },
  {
    // 35 people: province office 2, six offices 4 each, village libraries 9 (press, Lampung 2022).
    provinceCode: "18",
    wave: 2,
    startsOn: "2024-05-27",
    endsOn: "2024-05-31",
    venue: "Gedung Perpustakaan Provinsi Lampung, Bandar Lampung",
    trainers: 2,
    delegations: [
      { office: 2 },
      { regency: "Kab. Lampung Utara", office: 4, villages: 2 },
      { regency: "Kab. Tanggamus", office: 4, villages: 2 },
      { regency: "Kab. Tulang Bawang Barat", office: 4, villages: 2 },
      { regency: "Kab. Pesawaran", office: 4, villages: 2 },
      { regency: "Kota Bandar Lampung", office: 4, villages: 1 },
      { regency: "Kota Metro", office: 4 },
    ],
  },
  {
    // 43 people: Barito Kuala 7, Tanah Bumbu 11, Hulu Sungai Tengah 9, Hulu Sungai Utara 13, province 3 (press, Kalsel 2021).
    provinceCode: "63",
    wave: 4,
    startsOn: "2024-06-10",
    endsOn: "2024-06-13",
    venue: "Hotel Sungai Martapura, Banjarmasin",
    trainers: 2,
    delegations: [
      { regency: "Kab. Barito Kuala", office: 1, villages: 6 },
      { regency: "Kab. Tanah Bumbu", office: 1, villages: 9, tbm: 1 },
      { regency: "Kab. Hulu Sungai Tengah", office: 1, villages: 8 },
      { regency: "Kab. Hulu Sungai Utara", office: 1, villages: 11, tbm: 1 },
      { office: 3 },
    ],
  },
  {
    // No press: a class of ours, so that the third time zone has one.
    provinceCode: "81",
    wave: 2,
    startsOn: "2024-05-27",
    endsOn: "2024-05-31",
    venue: "Hotel Teluk Baguala, Ambon",
    trainers: 2,
    delegations: [
      { regency: "Kab. Maluku Tengah", villages: 8 },
      { regency: "Kab. Seram Bagian Barat", villages: 5, tbm: 1 },
      { regency: "Kab. Buru", villages: 4 },
      { regency: "Kota Ambon", office: 1, villages: 2, tbm: 1 },
      { office: 2 },
    ],
  },
];

/** The day on which the other classes of a wave begin: its Monday, when people have travelled on Sunday. */
export function mondayOf(wave: { startsOn: Day }): Day {
  return addDays(wave.startsOn, 1);
}

export function sizeOf(delegations: readonly Delegation[]): number {
  return delegations.reduce((sum, { office = 0, villages = 0, tbm = 0 }) => sum + office + villages + tbm, 0);
}
