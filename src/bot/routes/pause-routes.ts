// Pauses: of oneself, and of those one looks after.
import { beginPause, lengthenPause, showPause, stopPause, takePauseBack } from "../pauses/pause-handlers.js";
import {
  askEndPlacePause,
  beginPlacePause,
  lengthenPlacePause,
  showPlacePause,
  showPlacePauses,
  stopPlacePause,
  takePlacePauseBack,
} from "../pauses/place-pause-handlers.js";
import type { Routes } from "./route.js";

export const PAUSE_ROUTES = {
  pause: { who: "known", run: showPause },
  new_pause: { who: "known", run: beginPause },
  longer_pause: { who: "known", run: lengthenPause },
  end_pause: { who: "known", run: stopPause },
  undo_pause: { who: "known", run: takePauseBack },
  place_pauses: { who: "admin", run: (ctx) => showPlacePauses(ctx) },
  new_place_pause: { who: "admin", run: (ctx) => beginPlacePause(ctx) },
  place_pause: { who: "admin", run: showPlacePause },
  longer_place_pause: { who: "admin", run: lengthenPlacePause },
  ask_end_place_pause: { who: "admin", run: askEndPlacePause },
  end_place_pause: { who: "admin", run: stopPlacePause },
  undo_place_pause: { who: "admin", run: takePlacePauseBack },
} satisfies Partial<Routes>;
