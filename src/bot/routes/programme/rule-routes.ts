// The office's rules: for admins; the use cases narrow it to those of the whole country.
import {
  askRulesBack,
  openRules,
  sendRulesFile,
  showVersion,
  showVersions,
  takeRulesBackTo,
  takeRulesFile,
} from "../../rules/rules-handlers.js";
import type { Routes } from "../route.js";

export const RULE_ROUTES = {
  rules: { who: "admin", run: openRules },
  rules_file: { who: "admin", run: sendRulesFile },
  send_rules: { who: "admin", run: takeRulesFile },
  rules_versions: { who: "admin", run: showVersions },
  rules_version: { who: "admin", run: showVersion },
  ask_rules_back: { who: "admin", run: askRulesBack },
  rules_back: { who: "admin", run: takeRulesBackTo },
} satisfies Partial<Routes>;
