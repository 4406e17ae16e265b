// To those who answer for personal data: the wishes to be forgotten.

import { ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import type { erasures as Indonesian } from "../id/erasures.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { howMany } from "./how-many.js";

export const erasures: typeof Indonesian = {
  list: (rows, counts) =>
    paragraphs(
      bold("Requests to erase data"),
      rich`Open: ${bold(String(counts.unfinished))} · done: ${bold(String(counts.finished))}. The limit is ${ERASURE_BOUND_HOURS} hours from the request.`,
      lines(
        ...rows.map(({ number, asked, due, hoursLeft, finished }) =>
          finished === null
            ? rich`${hoursLeft < 0 ? "🔴" : "⏳"} ${bold(`Number ${number}`)}: asked ${asked}, due ${due} (${hoursLeft < 0 ? `${howMany(-hoursLeft, "hour", "hours")} late` : `${howMany(hoursLeft, "hour", "hours")} left`})`
            : rich`✅ ${bold(`Number ${number}`)}: asked ${asked}, done ${finished}`,
        ),
      ),
    ),
};
