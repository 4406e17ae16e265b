// Announcements: writing one, where it stands, and what can be done about it.
import * as calls from "../announcements/afterwards/call-handlers.js";
import * as corrections from "../announcements/afterwards/correction-handlers.js";
import { noteRead } from "../announcements/afterwards/read-handlers.js";
import * as receivers from "../announcements/afterwards/receiver-handlers.js";
import {
  exportReceivers,
  exportWorkbook,
  resend,
  sendAgain,
  showAnnouncementDetails,
  takeAsArrived,
} from "../announcements/afterwards-handlers.js";
import {
  askStop,
  changeOne,
  composeAnnouncement,
  goOn,
  openAnnouncements,
  pause,
  showAnnouncement,
  showDrafts,
  stop,
} from "../announcements/announcement-handlers.js";
import { approve, reject, review } from "../announcements/approval-handlers.js";
import type { Routes } from "./route.js";

export const ANNOUNCEMENT_ROUTES = {
  announcements: { who: "admin", run: openAnnouncements },
  announce: { who: "admin", run: composeAnnouncement },
  announcement_drafts: { who: "admin", run: showDrafts },
  change_announcement: { who: "admin", run: changeOne },
  announcement: { who: "admin", run: showAnnouncement },
  announcement_details: { who: "admin", run: showAnnouncementDetails },
  pause_announcement: { who: "admin", run: pause },
  resume_announcement: { who: "admin", run: goOn },
  ask_stop_announcement: { who: "admin", run: askStop },
  stop_announcement: { who: "admin", run: stop },
  review_announcement: { who: "admin", run: review },
  approve_announcement: { who: "admin", run: approve },
  reject_announcement: { who: "admin", run: reject },
  resend_announcement: { who: "admin", run: resend },
  announcement_again: { who: "admin", run: sendAgain },
  announcement_arrived: { who: "admin", run: takeAsArrived },
  export_announcement: { who: "admin", run: exportReceivers },
  read_announcement: { who: "known", run: noteRead },
  receivers: { who: "admin", run: receivers.chooseReceivers },
  receivers_in: { who: "admin", run: receivers.showReceivers },
  export_receivers: { who: "admin", run: exportWorkbook },
  ask_read_again: { who: "admin", run: receivers.askToReadAgain },
  read_again: { who: "admin", run: receivers.readAgain },
  call_lists: { who: "trainer", run: calls.showCallLists },
  call_list: { who: "trainer", run: calls.showCallList },
  call: { who: "trainer", run: calls.showCall },
  called: { who: "trainer", run: calls.called },
  call_sheet: { who: "trainer", run: calls.callSheet },
  tell_trainers: { who: "admin", run: calls.tellOfCalls },
  amend: { who: "admin", run: corrections.amend },
  ask_withdraw: { who: "admin", run: corrections.askWithdraw },
  withdraw: { who: "admin", run: corrections.withdraw },
  correction: { who: "admin", run: corrections.showCorrection },
  review_correction: { who: "admin", run: corrections.review },
  approve_correction: { who: "admin", run: corrections.approve },
  reject_correction: { who: "admin", run: corrections.reject },
} satisfies Partial<Routes>;
