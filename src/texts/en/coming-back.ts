// To somebody who had blocked the bot and is here again.
import type { PostKind } from "../../domain/messages/post-kind.js";
import type { comingBack as Indonesian } from "../id/coming-back.js";
import { lines, paragraphs, rich } from "../rich.js";

const KINDS: Record<PostKind, [one: string, many: string]> = {
  operator_alarm: ["technical notice", "technical notices"],
  account: ["message about your account", "messages about your account"],
  account_question: ["question about an account", "questions about an account"],
  answer: ["answer", "answers"],
  question: ["question", "questions"],
  cover: ["message about covering", "messages about covering"],
  untended: ["message about a class without trainer", "messages about classes without trainer"],
  role_change: ["change of role", "changes of role"],
  practice_gone: ["message about practice data", "messages about practice data"],
  schedule_change: ["schedule change", "schedule changes"],
  plans_asked: ["request for work plans", "requests for work plans"],
  plans_unasked: ["withdrawn request for work plans", "withdrawn requests for work plans"],
  deadline_change: ["change of a deadline", "changes of a deadline"],
  pause_begun: ["message about your pause", "messages about your pause"],
  pause_over: ["message about the end of a pause", "messages about the end of a pause"],
  pause_told: ["message about a pause", "messages about pauses"],
  session_reminder: ["session reminder", "session reminders"],
  online_link: ["link to an online session", "links to online sessions"],
  class_day: ["message about a class day", "messages about class days"],
  overdue_alert: ["follow-up alert", "follow-up alerts"],
  daily_summary: ["daily summary", "daily summaries"],
  admission_request: ["request to join a library", "requests to join a library"],
  colleague: ["message about a colleague", "messages about colleagues"],
  approval_request: ["request for approval", "requests for approval"],
  escalation: ["question left unanswered", "questions left unanswered"],
  trainer_message: ["message of your trainer", "messages of your trainer"],
  class_message: ["message of your trainer to the class", "messages of your trainer to the class"],
  nudge: ["message from your trainer", "messages from your trainer"],
  plan_reminder: ["work plan reminder", "work plan reminders"],
  snoozed_reminder: ["postponed reminder", "postponed reminders"],
  week_of_province: ["weekly word of where things stand", "weekly updates on the programme"],
  feedback_invitation: ["request for feedback", "requests for feedback"],
  story_told: ["message about a story of change", "messages about stories of change"],
  story_typed: ["text of a voice message", "texts of voice messages"],
  story_withdrawn: ["consent to a story taken back", "consents to stories taken back"],
  story_of_others: ["story from another library", "stories from other libraries"],
  draft_nudge: ["reminder of an unfinished form", "reminders of unfinished forms"],
  announcement_change: ["correction of an announcement", "corrections of announcements"],
  read_reminder: ["request to read an announcement", "requests to read an announcement"],
  call_list: ["list of people to telephone", "lists of people to telephone"],
  announcement: ["announcement", "announcements"],
};

export const comingBack: typeof Indonesian = {
  kinds: Object.fromEntries(Object.entries(KINDS).map(([kind, [one]]) => [kind, one])) as Record<PostKind, string>,
  offer: (missed) =>
    paragraphs(
      lines(
        "Good to see you again! 😊 While we were out of touch, some messages did not reach you:",
        ...missed.map(({ kind, count }) => rich`• ${count} ${KINDS[kind][count === 1 ? 0 : 1]}`),
      ),
      "Shall I send them now?",
    ),
  bring: "Yes, send them",
  leave: "No need",
  brought: (count) =>
    count === 1 ? rich`All right, one message is on its way.` : rich`All right, ${count} messages are on their way.`,
  nothingLeft: () => rich`Those messages were sent already or no longer matter. There is nothing for you to do.`,
  left: () => rich`All right, I will not send them. New messages will reach you as usual.`,
};
