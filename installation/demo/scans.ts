import sharp from 'sharp';
import { closeDocument, openDocument, type Imprint } from '../../subgraphs/kit/forms/document.ts';
import { colours, drawRule, drawText, type Style } from '../../subgraphs/kit/forms/draw.ts';
import { wrap } from '../../subgraphs/kit/forms/fonts.ts';
import { markSpecimen } from '../../subgraphs/kit/forms/specimen.ts';
import { day } from '../../subgraphs/kit/forms/rows.ts';
import type { SamplePerson } from './sample-people.ts';

/** The day that every sample was "scanned"; fixed, so that a sample always has the same bytes. */
const scannedOn = Temporal.PlainDate.from('2026-01-05');

const small: Style = { typeface: 'sans', size: 5.5, colour: colours.caption };
const printed: Style = { typeface: 'sansBold', size: 8, colour: colours.ink };
const plain: Style = { typeface: 'serif', size: 10, colour: colours.ink };
const caption: Style = { typeface: 'sans', size: 8.5, colour: colours.caption };
const heading: Style = { typeface: 'serifBold', size: 17, colour: colours.ink };

/** Where text lies on an A4 page, points. */
const text = { left: 62, width: 471 } as const;

/** Size of a passport's data page (ICAO 9303-4: 125 × 88 mm) and of the zone at its foot, points. */
const passportPage = { width: 354, height: 249, zone: 66 } as const;

/** A data page of a passport as a consul's scanner would give it: a PDF, marked SPECIMEN. */
export function samplePassportScan({ passport, zone }: SamplePerson): Promise<Buffer> {
  const { width, height } = passportPage;
  const document = openDocument(imprint('Passport', passport.number), { size: [width, height] });
  const zoneTop = height - passportPage.zone;
  drawGuilloche(document, width, zoneTop);
  drawPortrait(document, 18, 40, 82, 108);

  drawText(document, { ...printed, size: 9.5, colour: colours.accent }, passport.state, { left: 18 }, 24);
  drawText(document, { ...printed, size: 9.5, colour: colours.accent }, 'PASSPORT', { right: width - 18 }, 24);
  drawRule(document, 'strong', 18, 32, width - 36);

  const field = (label: string, value: string, left: number, line: number) => {
    drawText(document, small, label, { left }, 44 + line * 21);
    drawText(document, printed, value, { left }, 53.5 + line * 21);
  };
  const [first, second, third] = [114, 190, 262];
  field('Type', 'P', first, 0);
  field('Code of issuing state', passport.issuer, second, 0);
  field('Passport No.', passport.number, third, 0);
  field('Surname', passport.surname, first, 1);
  field('Given names', passport.givenName, first, 2);
  field('Nationality', passport.nationalityName, first, 3);
  field('Date of birth', day(passport.birthDate), second, 3);
  field('Sex', passport.sex, third, 3);
  field('Place of birth', passport.birthPlace, first, 4);
  field('Personal No.', passport.optionalData || '—', second, 4);
  field('Date of issue', day(passport.issuedOn), first, 5);
  field('Date of expiry', day(passport.expiresOn), second, 5);
  field('Authority', passport.authority, third, 5);

  document
    .save()
    .rotate(-22, { origin: [width / 2, 100] })
    .fillOpacity(0.22);
  const mark: Style = { typeface: 'sansBold', size: 62, colour: '#b3261e' };
  drawText(document, mark, 'SPECIMEN', { centre: width / 2 }, 122);
  document.restore();

  document.rect(0, zoneTop, width, passportPage.zone).fill('#fbfaf6');
  const machine: Style = { typeface: 'mono', size: 12, colour: '#111111' };
  zone.forEach((line, index) => drawText(document, machine, line, { centre: width / 2 }, zoneTop + 28 + index * 20));
  return closeDocument(document);
}

/** A portrait photo of 35×45 mm, printed at 300 dots an inch: nobody's picture. */
export function samplePortrait(): Promise<Buffer> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="413" height="531">
    <rect width="413" height="531" fill="#e3e6e4"/>
    <ellipse cx="206" cy="223" rx="83" ry="106" fill="#a9b2b3"/>
    <ellipse cx="206" cy="541" rx="165" ry="180" fill="#a9b2b3"/>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg().toBuffer();
}

/** The application (A-form 1), filled in and still to be signed. */
export function sampleApplicationForm({ passport, ...person }: SamplePerson): Promise<Buffer> {
  const document = openDocument(imprint('Өтініш', passport.number));
  markSpecimen(document);
  const fullName = [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ');

  const addressee = [
    ['кімге', 'Қазақстан Республикасының консулы'],
    ['кімнен', fullName],
    ['азаматы(шасы)', person.citizenship],
  ] as const;
  addressee.forEach(([label, value], index) => {
    drawText(document, caption, label, { left: 262 }, 84 + index * 18);
    drawText(document, plain, value, { left: 330 }, 84 + index * 18);
  });
  drawText(document, heading, 'Өтініш', { centre: 297.5 }, 168);
  const request = `${fullName} үшін жеке сәйкестендіру нөмірін беруді сұраймын.`;
  let y = drawParagraph(document, { ...plain, size: 10.5 }, request, 196);

  const rows = [
    ['Аты, латын транскрипциясында', passport.givenName],
    ['Аты, кириллица транскрипциясында', person.givenName],
    ['Тегі, латын транскрипциясында', passport.surname],
    ['Тегі, кириллица транскрипциясында', person.surname],
    ['Әкесінің аты (бар болған жағдайда)', person.patronymic ?? '—'],
    ['Туған күні', day(passport.birthDate)],
    ['Жынысы', passport.sex === 'F' ? 'әйел' : 'ер'],
    ['Азаматтығы', person.citizenship],
    ['Ұлты', '—'],
    ['Келген елі', person.address.country],
    ['Жеке басын куәландыратын құжат түрі', 'шетелдік паспорт'],
    ['Жеке басын куәландыратын құжат нөмірі', passport.number],
    ['Жеке басын куәландыратын құжатты берген күні', day(passport.issuedOn)],
    ['Жеке басын куәландыратын құжаттың қолданылу мерзімі', day(passport.expiresOn)],
    ['Жеке басын куәландыратын құжатты берген ел', person.citizenship],
    ['Туған жері', person.birthPlace],
    ['Ел', person.address.country],
    ['Облыс', person.address.region],
    ['Аудан', person.address.district],
    ['Мекенжайы', person.address.line],
  ] as const;
  y += 10;
  for (const [label, value] of rows) {
    drawText(document, caption, label, { left: text.left }, y);
    drawText(document, plain, value, { left: 330 }, y);
    drawRule(document, 'hair', text.left, y + 5.5, text.width);
    y += 17.5;
  }
  y += 6;
  for (const paragraph of consent) y = drawParagraph(document, { ...plain, size: 8.5 }, paragraph, y) + 4;
  drawRule(document, 'hair', 330, 792, 203);
  drawText(document, caption, '(қолы, күні)', { centre: 431 }, 804);
  return closeDocument(document);
}

/** Any other paper of the demo: a title and lines of text, marked as a specimen. */
export function sampleCertificate(title: string, lines: string[]): Promise<Buffer> {
  const document = openDocument(imprint(title, lines.join(' ')));
  markSpecimen(document);
  let y = drawParagraph(document, heading, title, 150);
  drawRule(document, 'strong', text.left, y - 6, text.width);
  y += 24;
  for (const line of lines) y = drawParagraph(document, { ...plain, size: 11.5 }, line, y) + 8;
  return closeDocument(document);
}

/** The consent of A-form 1, in its words. */
const consent = [
  'Мен жоғарыда көрсетілген дербес деректерді Қазақстан Республикасының шет елдегі мекемесі, Қазақстан Республикасының Ішкі істер министрлігі (БСН 960340000514) мен "Азаматтарға арналған үкімет" Мемлекеттік корпорациясы (БСН 160440007161) жүзеге асыратын мақсаттар мен міндеттерді орындау үшін "Сәйкестендіру нөмірлерінің ұлттық тізілімдер туралы" Қазақстан Республикасының Заңында белгіленген кезеңге, дербес деректерді өңдеу процесінде оларды трансшекаралық беруге, осы мемлекеттік қызметті көрсету мақсатында дербес деректерді үшінші тұлғаларға беруге, жинау мен өңдеуге өз келісімімді беремін.',
  'Ақпараттық жүйелерде заңмен қорғалатын құпиядан тұратын мәліметтерді пайдалануға келісемін.',
];

function imprint(title: string, subject: string): Imprint {
  return { title, subject, date: scannedOn };
}

/** Draws a text from a first baseline down; gives the baseline for what follows. */
function drawParagraph(document: PDFKit.PDFDocument, style: Style, paragraph: string, baseline: number): number {
  const lines = wrap(document, style, paragraph, text.width);
  const leading = style.size * 1.45;
  lines.forEach((line, index) => drawText(document, style, line, { left: text.left }, baseline + index * leading));
  return baseline + lines.length * leading;
}

/** Fine curves over a tinted ground, as passports have. */
function drawGuilloche(document: PDFKit.PDFDocument, width: number, height: number): void {
  document.rect(0, 0, width, height).fill('#f3f1e8');
  for (let wave = 0; wave < 26; wave++) {
    const y = (wave - 2) * (height / 20);
    document.moveTo(0, y);
    for (let x = 0; x < width; x += width / 3) {
      document.bezierCurveTo(x + width / 9, y - 34, x + (2 * width) / 9, y + 34, x + width / 3, y);
    }
  }
  document.lineWidth(0.35).stroke('#cfdcd6');
}

/** A grey head and shoulders: nobody's picture. */
function drawPortrait(document: PDFKit.PDFDocument, x: number, y: number, width: number, height: number): void {
  document.save().rect(x, y, width, height).clip();
  document.rect(x, y, width, height).fill('#e3e6e4');
  document.ellipse(x + width / 2, y + height * 0.42, width * 0.2, height * 0.2).fill('#a9b2b3');
  document.ellipse(x + width / 2, y + height * 1.02, width * 0.4, height * 0.34).fill('#a9b2b3');
  document.restore();
}
