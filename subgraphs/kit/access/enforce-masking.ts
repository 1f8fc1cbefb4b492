import { defaultFieldResolver, getNamedType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { Fault } from '../errors/fault.ts';
import { describeProblems } from '../errors/messages.ts';
import type { Context } from '../subgraph/context.ts';
import { isMasked, maskedValue } from './masking.ts';
import type { Masking } from './masking.ts';

describeProblems({
  ASKS_FOR_MASKED: {
    kk: 'Жасырылған деректер бойынша іздеуге және сүзуге болмайды.',
    ru: 'По скрытым данным нельзя искать и отбирать.',
    en: 'What is masked cannot be searched or filtered by.',
  },
});

type Path = GraphQLResolveInfo['path'];
type Subjects = (row: unknown) => readonly string[] | undefined;

/** Whose an object of an answer is, by its place in the answer: what stands in it finds it there. */
const subjectsAt = new WeakMap<Path, readonly string[]>();

/**
 * Makes a schema mask what is declared personal data, for who reads it masked and as far as it isn't disclosed to them; and refuse them a filter by it.
 *
 * @param written the same schema with the declarations in it.
 */
export function enforceMasking(schema: GraphQLSchema, written: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const declared = written.getType(type.name);
    if (!isObjectType(declared)) continue;
    const subjects = declared.extensions.subjects as Subjects | undefined;
    for (const field of Object.values(type.getFields())) {
      const declaredField = declared.getFields()[field.name];
      if (declaredField) maskField(field as Field, declaredField as Field, subjects);
    }
  }
}

/** Whether a field holds what is masked, or may be asked by it. Where an operation names none of these, who reads masked is answered as everybody is. */
export function masks({ extensions }: Declared): boolean {
  return extensions.masks === true;
}

/** How each field of a schema that is declared personal data is masked, by its name as `Type.field`; fields of inputs and arguments too. */
export function maskings(written: GraphQLSchema): Map<string, Masking> {
  const found = new Map<string, Masking>();
  const note = (name: string, declared: Declared) => {
    const masking = maskingOf(declared);
    if (masking) found.set(name, masking);
  };
  for (const type of Object.values(written.getTypeMap())) {
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      requireHideable(type.name, field as Field);
      for (const arg of field.args) note(`${type.name}.${field.name}.${arg.name}`, arg);
    }
  }
  return found;
}

type Field = GraphQLField<unknown, Context, Record<string, unknown>>;

/** What carries declarations. */
interface Declared {
  extensions: Readonly<Record<string, unknown>>;
}

function maskingOf({ extensions }: Declared): Masking | undefined {
  return extensions.masking as Masking | undefined;
}

function requireHideable(type: string, field: Field): void {
  if (maskingOf(field) === 'hidden' && isNonNullType(field.type) && String(field.type) !== 'String!')
    throw new Error(`${type}.${field.name} is to be hidden, so it has to be nullable`);
}

function maskField(field: Field, declared: Field, subjects: Subjects | undefined): void {
  const masking = maskingOf(declared);
  const asksForMasked = asksBy(declared);
  const holdsObjects = isObjectType(getNamedType(declared.type));
  if (!masking && !asksForMasked && !(subjects && holdsObjects)) return;
  field.extensions = { ...field.extensions, masks: Boolean(masking ?? asksForMasked) };
  const resolve = field.resolve ?? defaultFieldResolver;
  const nullable = !isNonNullType(declared.type);
  field.resolve = (source, args, context, info): unknown => {
    if (!isMasked(context.viewer)) return resolve(source, args, context, info);
    if (asksForMasked?.(args)) throw new Fault('FORBIDDEN', { message: 'ASKS_FOR_MASKED' });
    noteSubjects(info.path.prev, subjects?.(source));
    const value: unknown = resolve(source, args, context, info);
    return masking ? masked(value, masking, nullable, context, info.path) : value;
  };
}

function noteSubjects(path: Path | undefined, subjects: readonly string[] | undefined): void {
  if (path && subjects) subjectsAt.set(path, subjects);
}

async function masked(
  value: unknown,
  masking: Masking,
  nullable: boolean,
  context: Context,
  path: Path,
): Promise<unknown> {
  const disclosed = await context.disclosed();
  return subjectsOf(path)?.some((id) => disclosed.has(id)) ? value : maskedValue(await value, masking, nullable);
}

/** Whose the object is that something stands in: its own declaration says so, or that of the nearest one around it. */
function subjectsOf(path: Path): readonly string[] | undefined {
  for (let at = path.prev; at; at = at.prev) {
    const subjects = subjectsAt.get(at);
    if (subjects) return subjects;
  }
  return undefined;
}

/** Tells of given arguments whether they ask by what is masked; nothing where none can. */
function asksBy({ args }: Field): ((given: Record<string, unknown>) => boolean) | undefined {
  const checks = args.map((arg) => ({ name: arg.name, asks: asksOf(arg) })).filter(({ asks }) => asks);
  if (checks.length === 0) return undefined;
  return (given) => checks.some(({ name, asks }) => asks!(given[name]));
}

type Asks = (given: unknown) => boolean;

function asksOf(input: Declared & { type: GraphQLInputType }): Asks | undefined {
  if (maskingOf(input)) return (given) => given != null;
  const type = getNamedType(input.type);
  if (!isInputObjectType(type)) return undefined;
  const fields = Object.values(type.getFields()).filter((field) => maskingOf(field));
  if (fields.length === 0) return undefined;
  return (given) => fields.some(({ name }) => (given as Record<string, unknown> | null | undefined)?.[name] != null);
}
