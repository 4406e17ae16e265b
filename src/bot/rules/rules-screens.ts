// The screens of the office's rules: what is in force, the versions there were, and the way back to one of them.
import { action } from "../../domain/messages/action.js";
import type { Button, Message } from "../../domain/messages/message.js";
import { pageOf, ROWS_A_PAGE } from "../../domain/paging.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { shortDay, shortDayAndTime } from "../../texts/dates.js";
import type { Texts } from "../../texts/index.js";
import type { RulesVersionView, RulesView } from "../../use-cases/index.js";
import { confirmScreen } from "../kit/confirm.js";
import { listScreen } from "../kit/list-screen.js";

export function toRules({ rules }: Texts): Button[] {
  return [{ label: rules.back, data: action("rules") }];
}

export function toDownload({ rules }: Texts): Button[] {
  return [{ label: rules.download, data: action("rules_file") }];
}

export function rulesPage(texts: Texts, { versions, differences }: RulesView, zone: Zone): Message {
  const { rules } = texts;
  const [newest] = versions;
  const now = newest === undefined ? null : { ...newest, at: shortDayAndTime(texts.language, zone, newest.at) };
  return {
    ...rules.home(now, differences.length),
    buttons: [
      toDownload(texts),
      [{ label: rules.send, data: action("send_rules") }],
      ...(newest === undefined ? [] : [[{ label: rules.history, data: action("rules_versions", 0) }]]),
      [{ label: texts.programme.back, data: action("programme") }],
    ],
  };
}

export function versionsPage(texts: Texts, { versions }: RulesView, wanted: number, zone: Zone): Message {
  const { rules } = texts;
  const { shown, page, last } = pageOf(versions, ROWS_A_PAGE, wanted);
  const entries = shown.map(({ number, at }): Button[] => [
    {
      label: rules.version(number, shortDay(texts.language, dayIn(zone, at))),
      data: action("rules_version", number),
    },
  ]);
  const shipped = page === last ? [[{ label: rules.shipped, data: action("ask_rules_back", 0) }]] : [];
  return listScreen(texts, rules.versions(), {
    rows: [...entries, ...shipped],
    pages: { at: { page, last }, to: (at) => action("rules_versions", at) },
    back: toRules(texts),
  });
}

export function versionPage(
  texts: Texts,
  version: RulesVersionView,
  { isInForce, zone }: { isInForce: boolean; zone: Zone },
): Message {
  const { rules } = texts;
  const { number, at, differences } = version;
  const back = [{ label: rules.takeBack, data: action("ask_rules_back", number) }];
  return {
    ...rules.one({ ...version, at: shortDayAndTime(texts.language, zone, at) }, differences),
    buttons: [...(isInForce ? [] : [back]), toRules(texts)],
  };
}

export function askBackPage(
  texts: Texts,
  { number, inForce, ...change }: { number: number; inForce: number } & Parameters<Texts["rules"]["ask"]>[1],
): Message {
  const { rules } = texts;
  return confirmScreen(rules.ask(number, change), {
    yes: { label: rules.yes, data: action("rules_back", number, inForce) },
    no: { label: rules.no, data: action("rules") },
  });
}
