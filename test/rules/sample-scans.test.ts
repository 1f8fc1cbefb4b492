import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { passportZone } from '../../installation/demo/machine-readable-zone.ts';
import { deBruijn, eriksson, mustermann, samplePeople } from '../../installation/demo/sample-people.ts';
import {
  sampleApplicationForm,
  sampleCertificate,
  samplePassportScan,
  samplePortrait,
} from '../../installation/demo/scans.ts';
import { readPdf } from '../support/pdf.ts';
import { german, passport, reading } from '../support/read-mrz.ts';

describe('the sample scans of the demo', () => {
  test('the machine-readable zone is composed as in the specimens of ICAO, Germany and the Netherlands', () => {
    expect(passportZone({ ...eriksson.passport, expiresOn: Temporal.PlainDate.from('2012-04-15') })).toEqual(passport);
    expect(passportZone({ ...mustermann.passport, expiresOn: Temporal.PlainDate.from('2017-10-31') })).toEqual(german);
    expect(passportZone({ ...deBruijn.passport, expiresOn: Temporal.PlainDate.from('2024-03-09') })).toEqual([
      'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<',
      'SPECI20142NLD6503101F2403096999999990<<<<<84',
    ]);
  });

  test('the renewed passports are read without a fault and are valid for years', () => {
    expect(samplePeople.map(({ zone }) => reading(zone).expiryDate)).toEqual([
      '2034-04-15',
      '2033-10-31',
      '2034-03-09',
    ]);
  });

  test.each(samplePeople.map((each) => [each.passport.surname, each] as const))(
    '%s: the passport page shows its zone and is a specimen',
    async (_, each) => {
      const [page] = await readPdf(await samplePassportScan(each));
      expect(page!.left).toContain(each.zone.join(' '));
      expect(page!.aslant).toEqual(['SPECIMEN']);
    },
  );

  test('the portrait photo is one of 35×45 mm at 300 dots an inch (B§4)', async () => {
    const photo = await sharp(await samplePortrait()).metadata();
    expect(photo).toMatchObject({ format: 'jpeg', width: 413, height: 531 });
  });

  test('the application form is filled with the person and marked', async () => {
    const [page] = await readPdf(await sampleApplicationForm(mustermann));
    expect(page!.left).toContain('Мустерманн Эрика үшін жеке сәйкестендіру нөмірін беруді сұраймын.');
    expect(page!.right).toContain('C01X0006H');
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
  });

  test('any other paper has its title and lines, is marked, and has the same bytes each time', async () => {
    const print = () => sampleCertificate('Неке қию туралы куәлік', ['Зенит қаласы', '№ 7']);
    const [page] = await readPdf(await print());
    expect(page!.left).toContain('Неке қию туралы куәлік Зенит қаласы № 7');
    expect(page!.aslant).toEqual(['ҮЛГІ', 'ОБРАЗЕЦ', 'SPECIMEN']);
    expect((await print()).equals(await print())).toBe(true);
  });
});
