// /audit: the account, page by page, by whom and about whom, with the filters below it.

import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message } from "../../domain/messages/message.js";
import type { AuditFilter, AuditPlace } from "../../domain/own-data/audit-filter.js";
import { NO_FILTER, writeAuditFilter } from "../../domain/own-data/audit-filter.js";
import { AUDITED_KINDS } from "../../domain/own-data/audited.js";
import { type KnownActor, zoneOf } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import { listAudit, MOST_COUNTED } from "../../use-cases/index.js";
import { refusal } from "../kit/refuse.js";
import { menuButtons } from "../talk/main-menu.js";
import type { BotWorld } from "../world.js";

export async function auditScreen(
  world: BotWorld,
  actor: KnownActor,
  texts: Texts,
  filter: AuditFilter,
  at: AuditPlace,
): Promise<Message> {
  const listed = await listAudit(world, actor, filter, at);
  if (listed.kind === "not_allowed") return refusal({ actor, texts, world });
  const { lines, untilId, newer, older, count, names } = listed;
  const words = texts.audit;
  const text = words.page({
    ...{ lines, count, isMore: count >= MOST_COUNTED, zone: zoneOf(actor.person) },
    filter: { kind: filter.kind, day: filter.day, who: filter.whoId === null ? undefined : names.who },
    whom: filter.whom === null ? undefined : names.whom,
  });
  const [first, last] = [lines[0], lines.at(-1)];
  const to = (lineId: number, isNewer: boolean) => action("audit", filter, { untilId, lineId, isNewer });
  const pages: Button[] = [
    ...(newer && first !== undefined ? [{ label: words.newer, data: to(first.id, true) }] : []),
    ...(older && last !== undefined ? [{ label: words.older, data: to(last.id, false) }] : []),
  ];
  const kinds = [...AUDITED_KINDS, null].map(
    (kind): Button => ({
      label: words.kinds[kind ?? "all"],
      data: action("audit", { ...filter, kind }),
      ...(kind === filter.kind && { tone: "primary" }),
    }),
  );
  const find = (["who", "whom", "day"] as const).map((what) => ({
    label: words.find[what],
    data: action("audit_find", what, filter),
  }));
  const files = (["xlsx", "csv"] as const).map((format) => ({
    label: words.files[format],
    data: action("export_audit", format, filter),
  }));
  const isFiltered = writeAuditFilter(filter) !== writeAuditFilter(NO_FILTER);
  return {
    ...text,
    buttons: [
      ...(pages.length === 0 ? [] : [pages]),
      ...rowsThatFit(kinds, 3),
      ...rowsThatFit(find, 3),
      ...(isFiltered ? [[{ label: words.noFilter, data: action("audit", NO_FILTER) }]] : []),
      ...(lines.length === 0 ? [] : rowsThatFit(files, 2)),
      ...menuButtons(actor, texts),
    ],
  };
}
