// All that a workbook of rules changes, or all that is wrong with it, as a file: where it is more than a message holds.
import type { CellOut, SheetOut } from "../../domain/files/workbook.js";
import type { Message } from "../../domain/messages/message.js";
import type { Texts } from "../../texts/index.js";
import { isReadWhole, type RULE_ROOM } from "../../texts/workbooks/rule-room.js";
import type { RulesPreview } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

export async function rulesDetails(
  { world, texts }: { world: BotWorld; texts: Texts },
  { faults, differences, effects }: RulesPreview,
): Promise<Message[]> {
  const { details } = texts.rules;
  const { ruleWords } = texts;
  const lists: [name: string, lines: string[], room: keyof typeof RULE_ROOM][] =
    faults.length > 0
      ? [[details.faults, faults.map(ruleWords.fault), "faults"]]
      : [
          [details.differences, differences.map(ruleWords.difference), "differences"],
          [details.effects, effects.map(ruleWords.effect), "effects"],
        ];
  if (lists.every(([, lines, room]) => isReadWhole(lines, room))) return [];
  const sheets = lists.map(([name, lines]): SheetOut => {
    const rows = lines.map((line): CellOut[] => [line]);
    return { name, columns: [{ heading: name, width: 120 }], rows };
  });
  const bytes = await world.workbooks.write({ sheets });
  const base64 = Buffer.from(bytes).toString("base64");
  return [{ ...details.caption(), attachment: { kind: "document", name: details.file, base64 } }];
}
