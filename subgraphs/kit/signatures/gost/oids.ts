/** The object identifiers of Kazakhstan's GOST algorithms with 512 bits: the ones that are verified. */
export const gostOids = {
  /** Public key of GOST 34.10-2015, 512 bits. */
  key: '1.2.398.3.10.1.1.2.2',
  /** Its curve, which is id-tc26-gost-3410-12-512-paramSetA. */
  parameters: '1.2.398.3.10.1.1.2.2.1',
  /** GOST 34.11-2015, 512 bits: Streebog. */
  digest: '1.2.398.3.10.1.3.3',
  /** Signature of GOST 34.10-2015 over that digest. */
  signature: '1.2.398.3.10.1.1.2.3.2',
} as const;

/** The names of the algorithms that older or shorter keys use: they are not verified, and the refusal says which it was. */
export const unsupportedGostAlgorithms: Readonly<Record<string, string>> = {
  '1.2.398.3.10.1.1.1.1': 'GOST 34.310-2004',
  '1.2.398.3.10.1.1.1.2': 'GOST 34.310-2004 with GOST 34.311-95',
  '1.2.398.3.10.1.3.1': 'GOST 34.311-95',
  '1.2.398.3.10.1.1.2.1': 'GOST 34.10-2015, 256 bits',
  '1.2.398.3.10.1.1.2.3.1': 'GOST 34.10-2015 with GOST 34.11-2015, 256 bits',
  '1.2.398.3.10.1.3.2': 'GOST 34.11-2015, 256 bits',
};
