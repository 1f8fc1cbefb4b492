/** What the pages use of the package, which has no types of its own. */
declare module 'ncalayer-js-client' {
  interface Client {
    wsConnection: { close(): void } | null;
    connect(): Promise<string>;
    /** @param data base64 */
    basicsSignCMS(
      storages: unknown,
      data: string,
      signing: unknown,
      signer: unknown,
      language: string,
    ): Promise<string>;
  }
  interface ClientClass {
    new (url?: string, allowKmdHttpApi?: boolean): Client;
    readonly basicsStorageAll: unknown;
    readonly basicsCMSParamsDetachedNoTSP: unknown;
    readonly basicsSignerSignAny: unknown;
    readonly basicsSignerSignPerson: unknown;
    readonly basicsSignerSignOrg: unknown;
  }
  const client: { NCALayerClient: ClientClass };
  export default client;
}
