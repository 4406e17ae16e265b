// What can be done about an announcement that people have: the rows of buttons below its details.
import { audienceSize, type LedgerEntry, type Tally } from "../../../domain/announcements/announcement.js";
import { UNREACHED } from "../../../domain/announcements/receiver-list.js";
import { action } from "../../../domain/messages/action.js";
import type { Button } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";
import type { CorrectionView, Reading } from "../../../use-cases/index.js";

export interface Afterwards {
  /** It was taken back or stopped: nobody is to read it any more, and nobody to be told it another way. */
  isOff: boolean;
  tally: Tally;
  /** How many of each entry were told another way. */
  contacted: Partial<Record<LedgerEntry, number>>;
  /** The last correction, where there is one. */
  latest: CorrectionView | null;
  /** Null where nobody is asked to say that they read it. */
  reading: Reading | null;
}

export function afterwardsRows(
  { announcement: words }: Texts,
  id: number,
  { isOff, tally, contacted, latest, reading }: Afterwards,
): Button[][] {
  const { corrections, receivers, calls } = words;
  if (audienceSize(tally) === 0) return [];
  const unreached = UNREACHED.reduce((sum, entry) => sum + tally[entry] - (contacted[entry] ?? 0), 0);
  const asks = !isOff && reading !== null && reading.askedAt === null && reading.unread > 0;
  return [
    !isOff && unreached > 0 ? [{ label: calls.menu(unreached), data: action("call_list", id, 0) }] : [],
    asks ? [{ label: receivers.askRead(reading.unread), data: action("ask_read_again", id) }] : [],
    [
      ...(tally.sent > 0
        ? [
            { label: corrections.amend, data: action("amend", id) },
            { label: corrections.withdraw, data: action("ask_withdraw", id) },
          ]
        : []),
    ],
    latest === null ? [] : [{ label: corrections.open, data: action("correction", latest.correction.id) }],
    [{ label: receivers.open, data: action("receivers", id) }],
    [
      { label: receivers.excel, data: action("export_receivers", id) },
      { label: receivers.csv, data: action("export_announcement", id) },
    ],
  ].filter(({ length }) => length > 0);
}
