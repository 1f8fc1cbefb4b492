/** How much one operation may ask for. */
export interface OperationLimits {
  /** Words and signs of its text. */
  tokens: number;
  /** How deep its fields are nested. */
  depth: number;
  /** How deep its fields and fragments are nested, in each other. */
  nesting: number;
  aliases: number;
  directives: number;
  /** Fields of its first level: each is read, or written, by itself. */
  rootFields: number;
  /** Fields and fragments, each fragment counted as often as it is spread. */
  selections: number;
  /** Values that it may fetch, as `compileCost` reckons. */
  cost: number;
}

/** How much a gateway lets its callers ask for. */
export interface Limits extends OperationLimits {
  /** How long a request to the graph may take, in milliseconds. */
  deadline: number;
  /** Requests of one account in a minute, for each process of the gateway. */
  requestsPerAccount: number;
  /** Requests from one address in a minute, of those that come without a good token. */
  requestsPerAddress: number;
}

/** The limits unless somebody says otherwise: several times what the operations that are shipped for clients need. */
export const usualLimits: Limits = {
  tokens: 5_000,
  depth: 20,
  nesting: 100,
  aliases: 50,
  directives: 50,
  rootFields: 20,
  selections: 5_000,
  cost: 20_000,
  deadline: 30_000,
  requestsPerAccount: 1_200,
  requestsPerAddress: 2_400,
};
