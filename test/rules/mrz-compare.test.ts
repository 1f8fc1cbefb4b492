import { describe, expect, test } from '@jest/globals';
import { compareZones, type VisualZone } from '../../subgraphs/applicants/rules/mrz-compare.ts';
import { readMrz, type TravelDocumentZone } from '../../subgraphs/applicants/rules/mrz.ts';
import { passportLines } from '../support/mrz.ts';
import { demo, passport } from '../support/read-mrz.ts';

describe('the machine-readable and the visual zone', () => {
  const zoneOf = (lines: readonly string[]): TravelDocumentZone => {
    const result = readMrz(lines, demo);
    if (!result.ok) throw new Error('the lines of the test are wrong');
    return result.value;
  };
  const visual: VisualZone = {
    birthDate: Temporal.PlainDate.from('1974-08-12'),
    sex: 'FEMALE',
    nationality: 'UTO',
    documentNumber: 'L898902C3',
    expiryDate: Temporal.PlainDate.from('2012-04-15'),
  };

  test('agree', () => {
    expect(compareZones(zoneOf(passport), visual)).toEqual([]);
  });

  test('disagree on each field that both hold, all told at once', () => {
    const other: VisualZone = {
      birthDate: Temporal.PlainDate.from('1974-08-13'),
      sex: 'MALE',
      nationality: 'D',
      documentNumber: 'L898902C4',
      expiryDate: Temporal.PlainDate.from('2112-04-15'),
    };
    expect(compareZones(zoneOf(passport), other)).toEqual([
      { field: 'birthDate', machineReadable: '1974-08-12', visual: '1974-08-13' },
      { field: 'sex', machineReadable: 'FEMALE', visual: 'MALE' },
      { field: 'nationality', machineReadable: 'UTO', visual: 'D' },
      { field: 'documentNumber', machineReadable: 'L898902C3', visual: 'L898902C4' },
      { field: 'expiryDate', machineReadable: '2012-04-15', visual: '2112-04-15' },
    ]);
  });

  test('agree on a number that the visual zone writes with signs or small letters, not with a Cyrillic letter in it', () => {
    expect(compareZones(zoneOf(passport), { ...visual, documentNumber: 'l 898-902 c3' })).toEqual([]);
    expect(compareZones(zoneOf(passport), { ...visual, documentNumber: 'L898902СC3' })).toHaveLength(1);
  });

  test('agree on Germany, whose ISO code stands in the visual zone', () => {
    expect(compareZones(zoneOf(passportLines({ nationality: 'D' })), { ...visual, nationality: 'DEU' })).toEqual([]);
  });

  test('agree on somebody of a hundred years or more: the machine-readable zone has no century', () => {
    const zone = zoneOf(passportLines({ birthDate: '200812' }));
    const born = (date: string) => compareZones(zone, { ...visual, birthDate: Temporal.PlainDate.from(date) });
    expect([born('2020-08-12'), born('1920-08-12')]).toEqual([[], []]);
    expect(born('1820-08-12')).toHaveLength(1);
  });

  test('disagree only on the parts of a date of birth that the machine-readable zone knows', () => {
    const zone = zoneOf(passportLines({ birthDate: '7408<<' }));
    expect(compareZones(zone, visual)).toEqual([]);
    expect(compareZones(zoneOf(passportLines({ birthDate: '74<<<<' })), visual)).toEqual([]);
    expect(compareZones(zone, { ...visual, birthDate: Temporal.PlainDate.from('1974-09-12') })).toEqual([
      { field: 'birthDate', machineReadable: '1974-08-XX', visual: '1974-09-12' },
    ]);
  });
});
