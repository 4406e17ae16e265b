// The invitations of many as one workbook: a line a person, each with a text that is ready for WhatsApp.

import { action, type Ids } from "../../domain/messages/action.js";
import { startLink } from "../../domain/registration/start-link.js";
import { dayIn } from "../../domain/time/calendar.js";
import { type InvitationOnSheet, invitationsWorkbook } from "../../texts/files/workbooks/invitations-workbook.js";
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
  const bytes = await world.workbooks.write(
    invitationsWorkbook(
      texts,
      lines.map((line) => lineOf(ctx, line)),
    ),
  );
  const name = `${texts.staffDesk.invitations.fileName}.xlsx`;
  await send(ctx, {
    ...texts.staffDesk.invitations.file(counts),
    attachment: { kind: "document", name, base64: Buffer.from(bytes).toString("base64") },
    buttons,
  });
}

function lineOf({ texts, world }: BotContext, { link, ...record }: InvitationLine): InvitationOnSheet {
  const { person, classes } = record;
  const { name, phone } = person;
  const said = { name, phone, classes: classes.map(({ name: ofClass }) => ofClass) };
  if (link === null) return { ...said, waiting: null };
  return {
    ...said,
    waiting: {
      link: startLink(world.settings.botUsername, link.token),
      until: dayIn(person.zone ?? "Asia/Jakarta", new Date(link.expiresAt.getTime() - 1)),
      text: invitationToForward(texts, world, record, link).text,
    },
  };
}

function backTo({ waveId, provinceCode }: { waveId: number | null; provinceCode: string | null }): string {
  if (waveId === null) return action("staff", 0);
  return provinceCode === null ? action("wave", waveId, 0) : action("wave_province", waveId, provinceCode, 0);
}
