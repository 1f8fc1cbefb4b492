import { isAbstractType, isObjectType, Kind, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { masks } from '../access/enforce-masking.ts';
import { requirementOf } from '../access/requirements.ts';
import type { Requirement } from '../access/requirements.ts';

/** A text that was found to be a valid document, with what is known of it. */
export interface ValidDocument {
  document: DocumentNode;
  operations: readonly OperationDefinitionNode[];
  fragments: Record<string, FragmentDefinitionNode>;
  /** All that its fields ask of a viewer. */
  requirements: readonly Requirement[];
  /** Whether any of its fields is masked to somebody. */
  masks: boolean;
  /** The variables on which it skips or includes fields. */
  conditions: readonly string[];
}

/** How many documents are kept: the gateway sends the same few texts again and again. */
const keptDocuments = 1_000;

/** How much text of documents is kept, in characters. */
const keptText = 4_000_000;

/** Reads documents for a schema and keeps those that were asked last. Throws an AggregateError of what makes one invalid. */
export function documentsFor(schema: GraphQLSchema): (text: string) => ValidDocument {
  const kept = new LRUCache<string, ValidDocument>({
    max: keptDocuments,
    maxSize: keptText,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const document = validDocument(schema, text);
    kept.set(text, document);
    return document;
  };
}

function validDocument(schema: GraphQLSchema, text: string): ValidDocument {
  const document = parse(text, { maxTokens: 10_000 });
  const faults = validate(schema, document, undefined, { maxErrors: 20 });
  if (faults.length > 0) throw new AggregateError(faults);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return {
    document,
    operations,
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    ...guardsIn(schema, document),
    conditions: conditionsIn(document),
  };
}

/** What the fields that a document names ask of a viewer, and whether any masks, whichever types its objects turn out to have. */
function guardsIn(schema: GraphQLSchema, document: DocumentNode): Pick<ValidDocument, 'requirements' | 'masks'> {
  const requirements = new Set<Requirement>();
  let masked = false;
  const info = new TypeInfo(schema);
  const Field = () => {
    const [parent, name] = [info.getParentType()!, info.getFieldDef()!.name];
    const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    for (const type of types.filter(isObjectType)) {
      const field = type.getFields()[name];
      if (!field) continue;
      const requirement = requirementOf(schema, type, field);
      if (requirement) requirements.add(requirement);
      masked ||= masks(field);
    }
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return { requirements: [...requirements], masks: masked };
}

function conditionsIn(document: DocumentNode): string[] {
  const found = new Set<string>();
  const Directive = ({ name, arguments: [given] = [] }: DirectiveNode) => {
    if ((name.value === 'skip' || name.value === 'include') && given?.value.kind === Kind.VARIABLE)
      found.add(given.value.name.value);
  };
  visit(document, { Directive });
  return [...found];
}
