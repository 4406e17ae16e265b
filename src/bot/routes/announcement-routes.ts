// Announcements: writing one, where it stands, and what can be done about it.
import {
  approve,
  askStop,
  composeAnnouncement,
  exportReceivers,
  goOn,
  openAnnouncements,
  pause,
  reject,
  resend,
  review,
  sendAgain,
  showAnnouncement,
  showAnnouncementDetails,
  stop,
  takeAsArrived,
} from "../announcements/announcement-handlers.js";
import type { Routes } from "./route.js";

export const ANNOUNCEMENT_ROUTES = {
  announcements: { who: "admin", run: openAnnouncements },
  announce: { who: "admin", run: composeAnnouncement },
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
} satisfies Partial<Routes>;
