// To those who were trainers or admins and press what was theirs.
import type { formerStaff as Indonesian } from "../id/former-staff.js";
import { listed } from "../lists.js";
import { bold, paragraphs, rich } from "../rich.js";

const roleNames = { trainer: "trainer", admin: "admin" };

export const formerStaff: typeof Indonesian = {
  join: "I take part in a class",
  over: ({ roles, contact }) =>
    paragraphs(
      rich`You are no longer ${bold(
        listed(
          "en",
          roles.map((role) => (role === "admin" ? "an " : "a ") + roleNames[role]),
        ),
      )}, so this is no longer yours and nothing was changed. Somebody else looks after these participants now.`,
      rich`If this is a mistake, please contact ${contact}.`,
    ),
  notYours: (contact) =>
    rich`This is not, or no longer, a class, region or task of yours, so nothing was changed. If that is a mistake, please contact ${contact}.`,
};
