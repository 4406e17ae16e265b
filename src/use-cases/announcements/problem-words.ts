// What has to be changed before an announcement may be sent, in words.
import type { LocalTime } from "../../domain/announcements/local-time.js";
import type { RichText } from "../../domain/messages/message.js";
import { zoneLabels } from "../../domain/time/zone.js";
import type { Texts } from "../../texts/index.js";
import type { AnnouncementProblem } from "./announcement-problem.js";

export function problemWords(texts: Texts, problem: AnnouncementProblem): RichText {
  const words = texts.announcement.problems;
  switch (problem.kind) {
    case "empty":
    case "wordless":
    case "album_with_button":
    case "nobody":
      return words[problem.kind]();
    case "too_late":
      return words.too_late(timeWords(texts, problem.localTime), zoneLabels(problem.zones));
    case "rest_day":
    case "at_night":
      return words.bad_time(problem.kind, problem.hours);
    case "no_approver":
      return words.no_approver(problem.above);
    case "approvers_unreachable":
      return words.approvers_unreachable(problem.above, problem.names);
    case "too_long":
      return words.too_long(problem);
    case "too_long_filled":
      return words.too_long_filled(problem);
    case "unknown_variable":
      return words.unknown_variable(problem.written);
    case "missing_words":
      return words.missing_words(problem.variable, problem.count, problem.example);
  }
}

export function timeWords(texts: Texts, at: LocalTime): string {
  return texts.announcement.draft.whenAsk.words(at);
}
