import { isCustomScalarType, isEnumType } from '@apollo/federation-internals';
import type { EnumType, ScalarType } from '@apollo/federation-internals';

/** Compiles the check of scalars and enums. A custom scalar may be anything, and needs none. */
export function compileLeafCheck(type: ScalarType | EnumType): ((value: unknown) => boolean) | undefined {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.values.map(({ name }) => name));
    return (value) => values.has(value);
  }
  if (isCustomScalarType(type)) return undefined;
  return checks[type.name];
}

const checks: Record<string, (value: unknown) => boolean> = {
  Boolean: (value) => typeof value === 'boolean',
  Float: (value) => Number.isFinite(value),
  ID: (value) => typeof value === 'string' || isWhole(value),
  Int: isWhole,
  String: (value) => typeof value === 'string',
};

/** Whole numbers are those that are written without a point or an exponent. */
function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 1e21;
}
