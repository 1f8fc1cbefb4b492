/** What type-graphql was told of the classes, as far as it is of use here. */
interface TypeGraphQLMetadata {
  fields: { name: string; schemaName: string; simple?: boolean }[];
  fieldResolvers: FieldMethod[];
}

/** A method that finds a field. */
export interface FieldMethod {
  kind: 'internal' | 'external';
  target: new () => object;
  methodName: string;
  schemaName: string;
  getObjectType?: () => new () => object;
  params?: { kind: string; index: number; propertyName?: string }[];
  middlewares?: unknown[];
}

/** What type-graphql keeps of all classes of this process. */
export function typeGraphQLMetadata(): TypeGraphQLMetadata {
  return (globalThis as unknown as { TypeGraphQLMetadataStorage: TypeGraphQLMetadata }).TypeGraphQLMetadataStorage;
}
