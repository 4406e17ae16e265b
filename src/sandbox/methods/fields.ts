// Reads the parameters of a call strictly. JSON bodies carry types; form bodies carry strings, and JSON inside them.
import { badRequest } from "./errors.js";

export type Params = Readonly<Record<string, unknown>>;
export type JsonObject = Readonly<Record<string, unknown>>;

export function stringField(params: Params, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") badRequest(`field "${name}" must be of type String`);
  return value;
}

export function integerField(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === "") return undefined;
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) badRequest(`field "${name}" must be a valid Number`);
  return number;
}

export function numberField(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === "") return undefined;
  const number = typeof value === "string" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) badRequest(`field "${name}" must be a valid Number`);
  return number;
}

export function booleanField(params: Params, name: string): boolean {
  const value = params[name];
  if (value === undefined || value === null) return false;
  if (value === true || value === "true" || value === "1") return true;
  if (value === false || value === "false" || value === "0" || value === "") return false;
  badRequest(`field "${name}" must be of type Boolean`);
}

export function objectField(params: Params, name: string): JsonObject | undefined {
  const value = parsed(params, name);
  if (value === undefined) return undefined;
  if (!isObject(value)) badRequest(`field "${name}" must be of type Object`);
  return value;
}

export function arrayField(params: Params, name: string): readonly unknown[] | undefined {
  const value = parsed(params, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) badRequest(`field "${name}" must be of type Array`);
  return value;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(params: Params, name: string): unknown {
  const value = params[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    badRequest(`can't parse ${name} JSON object`);
  }
}
