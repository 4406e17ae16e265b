// The ways in which somebody sees other people's data. Each leaves a line of who looked, at what, and when.

export const LOOKS = [
  "person.view", // a person's page
  "plan.view", // a plan's page, or a form about it that names its people
  "contact.view", // phone numbers
  "report.view", // a report by its number
  "people.list",
  "overdue.list",
  "summary.view",
  "summary.send", // a trainer's daily summary left
  "overdue.send", // … the morning's list of late plans
  "news.list",
  "staff.list", // trainers and admins
  "staff.view", // one of them, with their phone number
  "staff.export", // … of many, with their phone numbers and invitations, as a file
  "admission.list", // who waits to be let into a library
  "admission.view",
  "class.view", // who has not joined yet
  "class.picture", // everybody of a class with their lights
  "question.list",
  "question.view",
  "duplicates.list", // who may be one person
  "duplicates.view", // … two of them beside each other
  "story.view", // a story of change
  "story.list", // … those of somebody, or those that were proposed or chosen
  "feedback.view", // what some said of their class with their name
  "feedback.export", // … as a file
  "announcement.preview", // copies with the words of some of its receivers
  "announcement.receivers", // by name, receivers whose delivery is unknown
  "announcement.names", // … by name, all whom it was for
  "announcement.calls", // … whom it did not reach
  "post.list", // … of any message, for operators
  "audit.list", // who did what
] as const;
export type LookName = (typeof LOOKS)[number];

/** The same screen shown again within this time is one look. The first screen of a list and its second are two. */
export const SAME_LOOK_MILLISECONDS = 60_000;
