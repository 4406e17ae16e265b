// The buttons of the office's rules.
import { count, page, type Shape } from "../messages/id-shape.js";

export const RULE_ACTIONS = {
  rules: [], // what is in force
  rules_file: [], // … as a workbook
  send_rules: [], // the form that takes it back
  rules_versions: [page],
  rules_version: [count], // its number
  ask_rules_back: [count], // of which version; 0: of the program itself
  rules_back: [count, count], // … · the one in force when it was shown
} as const satisfies Record<string, readonly Shape[]>;
