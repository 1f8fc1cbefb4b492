import { beforeAll, describe, expect, test } from '@jest/globals';
import { attach, registerPerson, smallPdf } from '../../support/counter.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { product } from './scenarios.ts';

// A§6: what acceptance depends on is told of each document when it is attached; what is missing or impossible is said at once.

const attaching = `mutation Attach($input: AttachDocumentInput!) { attachDocument(input: $input) { document {
  kind issuingCountry stateSeal issuedOn expiresOn originalShown attestation attestedOn languages detailsToTranslate translation
  provesCitizenshipOf experienceMonths appointedOn } } }`;

let consul: GraphClient;
let applicantId: string;
beforeAll(async () => {
  consul = product.as('consul');
  applicantId = await registerPerson(consul);
});

async function tell(told: Record<string, unknown>, language = 'en') {
  const uploadId = await consul.upload(smallPdf);
  return consul.send(attaching, { input: { applicantId, uploadId, ...told } }, language);
}

async function problems(told: Record<string, unknown>): Promise<string[]> {
  const { errors } = await tell(told);
  return (errors[0]?.extensions.problems ?? []).map(({ code, path }) => [code, ...path].join(' '));
}

describe('a document keeps what was told of it', () => {
  test('everything', async () => {
    const told = {
      kind: 'MARRIAGE_CERTIFICATE',
      issuingCountry: 'D',
      stateSeal: true,
      issuedOn: '2015-06-01',
      expiresOn: '2030-06-01',
      originalShown: true,
      attestation: 'APOSTILLE',
      attestedOn: '2026-01-15',
      languages: ['de', 'en'],
      detailsToTranslate: ['PATRONYMIC', 'BIRTH_PLACE'],
      translation: 'TRANSLATOR_CERTIFIED',
      provesCitizenshipOf: 'KAZ',
      experienceMonths: 40,
      appointedOn: '2020-02-29',
    };
    expect((await tell(told)).data.attachDocument.document).toEqual(told);
  });

  test('and of what was left out, that nothing is known', async () => {
    expect((await tell({ kind: 'APPLICATION_FORM' })).data.attachDocument.document).toEqual({
      kind: 'APPLICATION_FORM',
      issuingCountry: null,
      stateSeal: null,
      issuedOn: null,
      expiresOn: null,
      originalShown: false,
      attestation: 'NONE',
      attestedOn: null,
      languages: null,
      detailsToTranslate: [],
      translation: 'NONE',
      provesCitizenshipOf: null,
      experienceMonths: null,
      appointedOn: null,
    });
  });

  test('languages by the shortest of their codes', async () => {
    const told = { kind: 'MARRIAGE_CERTIFICATE', issuingCountry: 'DEU', languages: ['kaz', 'RUS', 'deu'] };
    expect((await tell(told)).data.attachDocument.document).toMatchObject({
      issuingCountry: 'D',
      languages: ['kk', 'ru', 'de'],
    });
  });
});

describe('what is missing or impossible', () => {
  test('is said all at once, with the paragraph', async () => {
    expect(
      await problems({
        kind: 'MARRIAGE_CERTIFICATE',
        stateSeal: true,
        issuedOn: '2026-03-03',
        expiresOn: '2026-03-01',
        attestedOn: '2026-03-04',
        languages: ['kz'],
        uploadId: '01964631-f000-7000-8000-00000000ffff',
      }),
    ).toEqual([
      'DOCUMENT_ISSUED_IN_FUTURE issuedOn',
      'DOCUMENT_DATES_ORDER expiresOn',
      'DOCUMENT_ATTESTED_IN_FUTURE attestedOn',
      'DOCUMENT_FACT_MISSING attestation',
      'DOCUMENT_FACT_MISSING issuingCountry',
      'LANGUAGE_UNKNOWN languages 0',
      'DOCUMENT_UNKNOWN uploadId',
    ]);
    const { errors } = await tell({ kind: 'IT_PORTFOLIO' });
    expect(errors[0]!.extensions.problems).toMatchObject([
      { code: 'DOCUMENT_FACT_MISSING', path: ['experienceMonths'], reference: 'A§6' },
    ]);
  });

  test('is said in the language that was asked for', async () => {
    const said = await Promise.all(
      ['kk', 'ru', 'en'].map(async (language) => {
        const { errors } = await tell({ kind: 'BIRTH_CERTIFICATE' }, language);
        return errors[0]!.extensions.problems![0]!.message;
      }),
    );
    expect(said).toEqual([
      'Мұндай құжат үшін бұл да көрсетіледі.',
      'Для такого документа это тоже указывается.',
      'This is to be told of such a document.',
    ]);
  });

  test('is not made up: a birth certificate without a seal, a passport of which nothing is told', async () => {
    expect(await problems({ kind: 'BIRTH_CERTIFICATE', stateSeal: false })).toEqual([]);
    expect(await problems({ kind: 'IDENTITY_DOCUMENT' })).toEqual([]);
    expect(await attach(consul, applicantId, 'APPOINTMENT_ACT')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
