// The invitations of many as one workbook: a line a person, each with a text that is ready for WhatsApp.

import type { CellOut, WorkbookOut } from "../../domain/files/workbook.js";
import { action, type Ids } from "../../domain/messages/action.js";
import { writePhone } from "../../domain/people/phone.js";
import { startLink } from "../../domain/registration/start-link.js";
import { dayIn } from "../../domain/time/calendar.js";
import { type InvitationLine, listInvitations } from "../../use-cases/index.js";
import type { BotContext, KnownContext } from "../context.js";
import { refuse } from "../kit/refuse.js";
import { send, show } from "../kit/show.js";
import { invitationToForward } from "./staff/staff-screens.js";

export async function sendInvitations(ctx: KnownContext, [wave, provinceCode]: Ids<"invitations">): Promise<void> {
  const { actor, texts, world } = ctx;
  const waveId = wave === 0 ? null : wave;
  const wanted = { waveId, provinceCode: waveId === null ? null : provinceCode };
  const { purpose } = texts.staffDesk.invitations;
  const outcome = await listInvitations(world, actor, { ...wanted, purpose });
  if (outcome.kind === "not_allowed") return refuse(ctx);
  const { lines, others } = outcome;
  const counts = { waiting: lines.filter(({ link }) => link !== null).length, total: lines.length, others };
  const buttons = [[{ label: texts.posters.back, data: backTo(wanted) }]];
  if (lines.length === 0) return show(ctx, { ...texts.staffDesk.invitations.none(others), buttons });
  const bytes = await world.workbooks.write(workbookOf(ctx, lines));
  const name = `${texts.staffDesk.invitations.fileName}.xlsx`;
  await send(ctx, {
    ...texts.staffDesk.invitations.file(counts),
    attachment: { kind: "document", name, base64: Buffer.from(bytes).toString("base64") },
    buttons,
  });
}

function workbookOf(ctx: BotContext, lines: readonly InvitationLine[]): WorkbookOut {
  const { columns, sheet } = ctx.texts.staffDesk.invitations;
  const widths = { name: 28, phone: 18, classes: 36, standing: 22, link: 52, until: 14, text: 80 };
  return {
    sheets: [
      {
        name: sheet,
        columns: (Object.keys(widths) as (keyof typeof widths)[]).map((key) => ({
          ...{ heading: columns[key], width: widths[key] },
          ...(key === "until" && { holds: "day" as const }),
        })),
        rows: lines.map((line) => rowOf(ctx, line)),
      },
    ],
  };
}

function rowOf({ texts, world }: BotContext, { link, ...record }: InvitationLine): CellOut[] {
  const { person, classes } = record;
  const { standing } = texts.staffDesk.invitations;
  return [
    person.name,
    person.phone === null ? null : writePhone(person.phone),
    classes.map(({ name }) => name).join(", "),
    link === null ? standing.joined : standing.waiting,
    link === null ? null : startLink(world.settings.botUsername, link.token),
    link === null ? null : { day: dayIn(person.zone ?? "Asia/Jakarta", new Date(link.expiresAt.getTime() - 1)) },
    link === null ? null : invitationToForward(texts, world, record, link).text,
  ];
}

function backTo({ waveId, provinceCode }: { waveId: number | null; provinceCode: string | null }): string {
  if (waveId === null) return action("staff", 0);
  return provinceCode === null ? action("wave", waveId, 0) : action("wave_province", waveId, provinceCode, 0);
}
