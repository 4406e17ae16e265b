// All that a workbook of rules changes, or all that is wrong with it, as a file: where it is more than a message holds.
import type { CellOut, SheetOut } from "../../domain/files/workbook.js";
import type { Message, RichText } from "../../domain/messages/message.js";
import type { Texts } from "../../texts/index.js";
import type { RulesPreview } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

type Told = Partial<Pick<RulesPreview, "faults" | "differences" | "effects">>;

/** `shown`: the message that tells as much of it as it holds. */
export async function rulesDetails(
  { world, texts }: { world: BotWorld; texts: Texts },
  { faults = [], differences = [], effects = [] }: Told,
  shown: RichText,
): Promise<Message[]> {
  const { details } = texts.rules;
  const { ruleWords } = texts;
  const lists: [name: string, lines: string[]][] =
    faults.length > 0
      ? [[details.faults, faults.map(ruleWords.fault)]]
      : [
          [details.differences, differences.map(ruleWords.difference)],
          [details.effects, effects.map(ruleWords.effect)],
        ];
  if (lists.every(([, lines]) => lines.every((line) => shown.text.includes(line)))) return [];
  const sheets = lists
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]): SheetOut => {
      const rows = lines.map((line): CellOut[] => [line]);
      return { name, columns: [{ heading: name, width: 120 }], rows };
    });
  const bytes = await world.workbooks.write({ sheets });
  const base64 = Buffer.from(bytes).toString("base64");
  return [{ ...details.caption(), attachment: { kind: "document", name: details.file, base64 } }];
}
