// What stands on a class's poster and in the text that goes with its link: for participants in Indonesia, so in their language,
// also where the one who prints it speaks another.

import type { PosterSheet } from "../../../domain/files/paper.js";
import type { Day } from "../../../domain/time/calendar.js";
import { type Zone, zoneLabel } from "../../../domain/time/zone.js";
import { longDay, plainDay } from "../../dates.js";
import { listed } from "../../lists.js";
import { bold, lines, paragraphs, rich } from "../../rich.js";

export interface PosterWords {
  name: string;
  venue: string;
  zone: Zone;
  startsOn: Day;
  endsOn: Day;
  link: string;
  lastDay: Day;
  trainers: readonly string[];
}

/** As many names as somebody reads who looks for one. */
const MOST_TRAINERS = 5;

export function posterSheet(words: PosterWords): PosterSheet {
  return {
    heading: "Pendaftaran peserta",
    className: words.name,
    facts: [
      { about: "days", text: daysOf(words) },
      { about: "place", text: words.venue },
    ],
    link: words.link,
    linkLine: `${words.link.replace("https://", "")} · berlaku sampai ${plainDay("id", words.lastDay)}`,
    steps: [
      "Arahkan kamera ponsel ke kotak di atas, lalu buka tautannya. Belum ada Telegram? Pasang dulu dari Play Store.",
      "Di Telegram, tekan Mulai.",
      "Baca penjelasannya, tekan Setuju, lalu jawab beberapa pertanyaan singkat.",
    ],
    help: `Ada kesulitan? Mohon tanyakan kepada ${helpersOf(words.trainers)}.`,
  };
}

/** To be forwarded as it is, into the WhatsApp group of a class. */
export function joiningText(words: Omit<PosterWords, "trainers">) {
  return paragraphs(
    rich`Bapak/Ibu peserta ${bold(words.name)},`,
    lines(rich`🗓 ${daysOf(words)}`, rich`📍 ${words.venue}`),
    "Mohon mendaftar lewat tautan ini. Buka di ponsel yang ada Telegram-nya, tekan Mulai, lalu jawab beberapa pertanyaan singkat:",
    words.link,
    rich`Tautan berlaku sampai ${plainDay("id", words.lastDay)}. Terima kasih.`,
  );
}

function daysOf({ startsOn, endsOn, zone }: Pick<PosterWords, "startsOn" | "endsOn" | "zone">): string {
  const days = startsOn === endsOn ? [startsOn] : [startsOn, endsOn];
  return `${days.map((day) => longDay("id", day)).join(" – ")} (${zoneLabel(zone)})`;
}

function helpersOf(trainers: readonly string[]): string {
  if (trainers.length === 0) return "panitia kelas";
  const named = trainers.slice(0, MOST_TRAINERS);
  return listed("id", trainers.length > MOST_TRAINERS ? [...named, "pelatih lainnya"] : named);
}
