// The small changes that a slip of the hand could make to a file: read from its syntax tree, none of them in types.
import { parseAst } from "vitest/node";

export interface Mutation {
  /** What was done, in words. */
  kind: string;
  start: number;
  end: number;
  replacement: string;
  /** The named function in which it lies, as V8 calls it; null at the top of a file. */
  within: string | null;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const OPPOSITE: Record<string, [kind: string, operator: string][]> = {
  "===": [["flip", "!=="]],
  "!==": [["flip", "==="]],
  "<": [["bound", "<="]],
  "<=": [["bound", "<"]],
  ">": [["bound", ">="]],
  ">=": [["bound", ">"]],
  "+": [["sign", "-"]],
  "-": [["sign", "+"]],
  "&&": [["and-or", "||"]],
  "||": [["and-or", "&&"]],
};

/** Calls whose loss leaves the rest of a chain standing. */
const LINKS = ["filter", "slice", "sort", "toSorted", "reverse", "trim", "toLowerCase"];

/** Wrappers of types around something that runs. */
const SEEN_THROUGH = ["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"];

export function mutationsIn(source: string): Mutation[] {
  const found: Mutation[] = [];
  const textOf = ({ start, end }: Node) => source.slice(start, end);
  const add = (kind: string, { start, end }: Pick<Node, "start" | "end">, replacement: string, within: string | null) =>
    found.push({ kind, start, end, replacement, within });

  function visit(node: Node, within: string | null, parent: Node | null): void {
    if (node.type.startsWith("TS") && !SEEN_THROUGH.includes(node.type)) return;
    if (node.type === "ImportDeclaration") return;
    mutate(node, within, parent);
    const inside = nameOf(node, parent) ?? within;
    for (const child of childrenOf(node)) visit(child, inside, node);
  }

  function mutate(node: Node, within: string | null, parent: Node | null): void {
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression": {
        const [left, right] = [node.left as Node, node.right as Node];
        // Between texts a minus changes nothing that could be: types notice it.
        const isText = [left, right].some((side) => typeof side.value === "string" || side.type === "TemplateLiteral");
        for (const [kind, operator] of isText ? [] : (OPPOSITE[node.operator as string] ?? [])) {
          add(kind, node, `${textOf(left)} ${operator} ${textOf(right)}`, within);
        }
        if (node.type === "LogicalExpression" && node.operator !== "??")
          add("drop a condition", node, textOf(left), within);
        return;
      }
      case "IfStatement": {
        const test = node.test as Node;
        add("flip", test, `!(${textOf(test)})`, within);
        if (node.alternate === null && isGuard(node.consequent as Node)) add("drop a guard", node, "", within);
        return;
      }
      case "ConditionalExpression":
        add("flip", node.test as Node, `!(${textOf(node.test as Node)})`, within);
        return;
      case "ExpressionStatement": {
        const { expression } = node as unknown as { expression: Node };
        if (expression.type === "AwaitExpression") {
          add("drop an await", expression, `void ${textOf(expression.argument as Node)}`, within);
        }
        if (typeof node.directive !== "string") add("drop a statement", node, ";", within);
        return;
      }
      case "TemplateLiteral":
        if (parent?.type === "TaggedTemplateExpression") return;
        for (const piece of node.expressions as Node[]) {
          const [start, end] = [source.lastIndexOf("${", piece.start), source.indexOf("}", piece.end) + 1];
          add("drop a piece of a template", { start, end }, "", within);
        }
        return;
      case "CallExpression": {
        const callee = node.callee as Node;
        const name = (callee.property as Node | undefined)?.name as string | undefined;
        if (callee.type === "MemberExpression" && name !== undefined && LINKS.includes(name)) {
          add(`drop .${name}()`, node, textOf(callee.object as Node), within);
        }
        return;
      }
      case "Literal":
        if (typeof node.value === "number" && parent?.type !== "Property") {
          add("off by one", node, String(node.value + 1), within);
        }
        if (typeof node.value === "boolean") add("flip", node, String(!node.value), within);
        return;
    }
  }

  visit(parseAst(source, { lang: "ts" }) as unknown as Node, null, null);
  return found;
}

function isGuard(node: Node): boolean {
  const inside = node.type === "BlockStatement" ? (node.body as Node[]) : [node];
  return inside.length === 1 && /^(Return|Continue|Throw)/.test(inside[0]?.type ?? "");
}

function nameOf(node: Node, parent: Node | null): string | null {
  if (node.type === "FunctionDeclaration") return ((node.id as Node | null)?.name as string | undefined) ?? null;
  if (!["ArrowFunctionExpression", "FunctionExpression"].includes(node.type) || parent === null) return null;
  const named = parent.type === "VariableDeclarator" ? parent.id : parent.key;
  return ((named as Node | undefined)?.name as string | undefined) ?? null;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof (child as Node | null)?.type === "string");
}
