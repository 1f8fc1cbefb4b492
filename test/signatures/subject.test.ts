import { beforeAll, describe, expect, test } from '@jest/globals';
import { extendedKeyUsage, nameParts } from '../../installation/demo/authority-certificates.ts';
import type { Name } from '../../installation/demo/authority-certificates.ts';
import { readCertificate } from '../../subgraphs/kit/signatures/certificate.ts';
import { holderOf } from '../../subgraphs/kit/signatures/subject.ts';
import { testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

let authority: TestAuthority;

beforeAll(async () => {
  authority = await testAuthority('GOST');
});

const { commonName, surname, serialNumber, country, givenName, organisation, organisationalUnit } = nameParts;

const holder = (subject: Name, ...oids: string[]) =>
  holderOf(readCertificate(authority.certify({ subject, extensions: [extendedKeyUsage(...oids)] }).certificate));

describe('the holder of a certificate', () => {
  test('is read as the National Certification Authority writes it: the given name in CN, the patronymic in GN', () => {
    const read = holder(
      [
        [commonName, 'ТЕСТОВ ТЕСТ'],
        [surname, 'ТЕСТОВ'],
        [serialNumber, 'IIN123456789012'],
        [country, 'KZ'],
        [givenName, 'ТЕСТОВИЧ'],
      ],
      '1.3.6.1.5.5.7.3.4',
      '1.2.398.3.3.4.1.1',
    );
    expect(read).toEqual({
      iin: '123456789012',
      surname: 'ТЕСТОВ',
      givenName: 'ТЕСТ',
      patronymic: 'ТЕСТОВИЧ',
      bin: null,
      organisation: null,
      holders: ['NATURAL_PERSON'],
      certificateSerial: '7a0fedcba987',
    });
  });

  test('may have a surname of two words, several given names, and no patronymic', () => {
    const read = holder([
      [commonName, 'ВАН ДЕР БЕРГ АННА МАРИЯ'],
      [surname, 'ВАН ДЕР БЕРГ'],
    ]);
    expect(read).toMatchObject({ surname: 'ВАН ДЕР БЕРГ', givenName: 'АННА МАРИЯ', patronymic: null, iin: null });
  });

  test('may have a surname only', () => {
    const read = holder([
      [commonName, 'СУКАРНО'],
      [surname, 'СУКАРНО'],
    ]);
    expect(read).toMatchObject({ surname: 'СУКАРНО', givenName: null });
  });

  test('may act for an organisation, beside other units', () => {
    const read = holder([
      [organisation, 'МИНИСТРЛІК'],
      [organisationalUnit, 'ДЕПАРТАМЕНТ'],
      [organisationalUnit, 'BIN000040000000'],
    ]);
    expect(read).toMatchObject({ organisation: 'МИНИСТРЛІК', bin: '000040000000' });
  });

  test.each([
    ['1.2.398.3.3.4.1.1', 'NATURAL_PERSON'],
    ['1.2.398.3.3.4.1.2', 'ORGANISATION'],
    ['1.2.398.3.3.4.1.2.1', 'FIRST_HEAD'],
    ['1.2.398.3.3.4.1.2.2', 'RIGHT_TO_SIGN'],
    ['1.2.398.3.3.4.1.2.3', 'RIGHT_TO_SIGN_FINANCIAL'],
    ['1.2.398.3.3.4.1.2.4', 'HUMAN_RESOURCES'],
    ['1.2.398.3.3.4.1.2.5', 'EMPLOYEE'],
  ])('of %s is %s', (oid, kind) => {
    expect(holder([[country, 'KZ']], oid, '1.2.398.3.3.4.9').holders).toEqual([kind]);
  });

  test.each([
    ['of eleven digits', [[serialNumber, 'IIN12345678901']]],
    ['of other digits', [[serialNumber, 'IIN12345678901x']]],
    ['with something after it', [[serialNumber, 'IIN1234567890123']]],
    ['without its prefix', [[serialNumber, '123456789012']]],
    ['of an organisation', [[serialNumber, 'BIN123456789012']]],
    [
      'that stands twice',
      [
        [serialNumber, 'IIN123456789012'],
        [serialNumber, 'IIN123456789013'],
      ],
    ],
  ] as [string, Name][])('has no IIN %s', (_name, subject) => {
    expect(holder(subject).iin).toBeNull();
  });
});
