import { describe, expect, test } from '@jest/globals';
import { allCountries, canonicalCountryCode, country, isCountryCode } from '../../subgraphs/kit/countries/countries.ts';

describe('the codes of ICAO 9303-3', () => {
  test('name a state in Kazakh, Russian and English', () => {
    expect(country('KAZ')?.name).toEqual({ kk: 'Қазақстан', ru: 'Казахстан', en: 'Kazakhstan' });
    expect(country('TUR')?.name).toEqual({ kk: 'Түркия', ru: 'Турция', en: 'Türkiye' });
  });

  test('call Germany D, and the ISO code DEU is none of them', () => {
    expect(country('D')).toMatchObject({ code: 'D', name: { kk: 'Германия', ru: 'Германия', en: 'Germany' } });
    expect(country('DEU')).toBeUndefined();
    expect(canonicalCountryCode('DEU')).toBe('D');
  });

  test('call Kosovo RKS, whatever other systems call it', () => {
    expect(country('RKS')?.name.en).toBe('Kosovo');
    expect(canonicalCountryCode('XKX')).toBe('RKS');
    expect(['XKX', 'XKK'].map(country)).toEqual([undefined, undefined]);
  });

  test('hold every ISO 3166-1 state but Germany, and 26 of their own beside Germany', () => {
    const own =
      'D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XIM XCC XCE XCO XDC XEC XES XMP XOM XPO XXA XXB XXC XXX UTO';
    const codes = allCountries().map(({ code }) => code);
    expect(codes.filter((code) => own.split(' ').includes(code)).toSorted()).toEqual(own.split(' ').toSorted());
    expect(codes).toHaveLength(248 + 27);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('stand in the order of the codes, each with a name in each language', () => {
    const codes = allCountries().map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted());
    for (const { code, name } of allCountries()) {
      for (const text of [name.kk, name.ru, name.en]) expect(text).not.toBe(code);
      expect(name.kk).toMatch(/^[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі0-9 (),«»’—-]+$/);
      expect(name.ru).toMatch(/^[А-ЯЁа-яё0-9 (),’—-]+$/);
    }
  });

  test('tell neighbours apart: no two states share a name', () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const names = allCountries().map(({ name }) => name[language]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });

  test('use the names that Kazakhstan uses', () => {
    expect(country('KGZ')?.name.ru).toBe('Кыргызстан');
    expect(country('COD')?.name.kk).toBe('Конго Демократиялық Республикасы');
  });

  test('know stateless persons, and that refugees are not the same', () => {
    expect(
      allCountries()
        .filter(({ stateless }) => stateless)
        .map(({ code }) => code),
    ).toEqual(['XXA']);
  });

  test('know which codes say what a person is and never who issued a document', () => {
    expect(
      allCountries()
        .filter(({ issuesDocuments }) => !issuesDocuments)
        .map(({ code }) => code),
    ).toEqual(['XXA', 'XXB', 'XXC', 'XXX']);
  });

  test('accept Utopia only where specimens are accepted', () => {
    expect(isCountryCode('UTO', { specimens: true })).toBe(true);
    expect(isCountryCode('UTO', { specimens: false })).toBe(false);
    expect(
      allCountries()
        .filter(({ specimen }) => specimen)
        .map(({ code }) => code),
    ).toEqual(['UTO']);
  });

  test('refuse what is no code', () => {
    for (const text of ['', 'kaz', 'KZ', 'KAZ ', 'QQQ', 'toString', '__proto__', 'constructor', '😀']) {
      expect(isCountryCode(text, { specimens: true })).toBe(false);
      expect(canonicalCountryCode(text)).toBe(text);
    }
  });
});
