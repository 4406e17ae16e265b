// The buttons of announcements: the desk, approval, the receivers, corrections.
import { flag, mark, numberOf, oneOf, page, perhaps, place, type Shape } from "../messages/id-shape.js";
import { RECEIVER_LISTS } from "./receiver-list.js";

const announcementId = numberOf("announcement");
const correctionId = numberOf("correction");
const receiverId = numberOf("receiver");
const outboxId = numberOf("outbox");

export const ANNOUNCEMENT_ACTIONS = {
  announcements: [], // the last few
  announce: [], // a new one
  announcement: [announcementId], // where it stands
  change_announcement: [announcementId], // its words, audience and time, until it has left everywhere
  announcement_drafts: [page], // those begun by the one who asks
  announcement_details: [announcementId],
  pause_announcement: [announcementId],
  resume_announcement: [announcementId],
  ask_stop_announcement: [announcementId], // sure?
  stop_announcement: [announcementId],
  review_announcement: [announcementId], // for the second admin
  approve_announcement: [announcementId, mark], // … · what was seen of the hash
  reject_announcement: [announcementId, perhaps(mark)], // … ; buttons of long ago carry none
  resend_announcement: [announcementId], // what could not be delivered
  announcement_again: [announcementId, outboxId], // nobody knows whether it arrived, so it is sent once more
  announcement_arrived: [announcementId, outboxId], // taken as arrived
  export_announcement: [announcementId],
  read_announcement: [announcementId], // below an announcement: its receiver has read it
  receivers: [announcementId], // what became of each, by cause: lists of names
  receivers_in: [announcementId, oneOf(...RECEIVER_LISTS), perhaps(place), page], // one list · province or regency
  export_receivers: [announcementId], // … all of them as a workbook
  ask_read_again: [announcementId], // those who have not read it: sure?
  read_again: [announcementId],
  call_lists: [], // of a trainer: announcements that did not reach some of theirs
  call_list: [announcementId, page, perhaps(place)], // whom to tell another way · province or regency
  call: [receiverId, page, perhaps(place)], // one of them · on which page of the list
  called: [receiverId, flag("undo"), page, perhaps(place)], // … was told another way
  call_sheet: [announcementId, oneOf("pdf", "xlsx")],
  tell_trainers: [announcementId], // that there are people to tell
  amend: [announcementId], // other words in place of what was sent
  ask_withdraw: [announcementId], // takes it away: sure?
  withdraw: [announcementId],
  correction: [correctionId], // where it stands
  review_correction: [correctionId], // for the second admin
  approve_correction: [correctionId, mark], // … · what was seen of the hash
  reject_correction: [correctionId],
} as const satisfies Record<string, readonly Shape[]>;
