import { write } from '../../../subgraphs/kit/errors/languages.ts';
import type { Language, Message } from '../../../subgraphs/kit/errors/languages.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Markup } from '../../../subgraphs/kit/pages/markup.ts';
import { form } from './form.ts';

/** What the signature form needs. */
export interface SignatureForm {
  /** Where the form is sent. */
  action: string;
  /** The bytes to sign, base64. */
  challenge: string;
  /** Where the same bytes can be downloaded. */
  challengeUrl: string;
}

/** Path of the script that lets NCALayer sign. */
export const signInScriptPath = '/identity/assets/sign-in.js';

/**
 * A form that sends a signature: by NCALayer where it runs, or made with another program and pasted.
 *
 * @param wrong the element that says what was wrong with the last one.
 */
export function signatureForm(
  { action, challenge, challengeUrl }: SignatureForm,
  language: Language,
  wrong?: string,
): Markup {
  const say = (message: Message) => write(message, language);
  return form(
    action,
    'signature',
    language,
    markup`<div data-challenge="${challenge}" data-waiting="${say(texts.waiting)}" data-not-running="${say(texts.notRunning)}" data-cancelled="${say(texts.cancelled)}" data-failed="${say(texts.failed)}" hidden>
<button type="button" class="second">${say(texts.sign)}</button>
<p role="status"></p>
</div>
<details>
<summary>${say(texts.otherProgram)}</summary>
<ol>
<li><a href="${challengeUrl}" download>${say(texts.download)}</a></li>
<li>${say(texts.signFile)}</li>
<li>${say(texts.paste)}</li>
</ol>
<label for="signature">${say(texts.signature)}</label>
<textarea id="signature" name="signature" rows="5" autocomplete="off" autocapitalize="none" spellcheck="false" required${wrong && markup` aria-describedby="${wrong}" aria-invalid="true"`}></textarea>
<button class="second">${say(texts.send)}</button>
</details>`,
  );
}

const texts = {
  sign: { kk: 'NCALayer арқылы қол қою', ru: 'Подписать через NCALayer', en: 'Sign with NCALayer' },
  waiting: {
    kk: 'NCALayer терезесінде кілтіңізді таңдаңыз.',
    ru: 'Выберите ключ в окне NCALayer.',
    en: 'Choose your key in the window of NCALayer.',
  },
  notRunning: {
    kk: 'NCALayer бұл компьютерде іске қосылмаған. Оны іске қосып, қайталап көріңіз. Браузер осы құрылғыдағы бағдарламаларға рұқсат сұраса, рұқсат беріңіз.',
    ru: 'NCALayer на этом компьютере не запущен. Запустите его и повторите. Если браузер спросит о доступе к программам на этом устройстве, разрешите.',
    en: 'NCALayer is not running on this computer. Start it and try again. If the browser asks about access to programs on this device, allow it.',
  },
  cancelled: {
    kk: 'Сіз қол қоюдан бас тарттыңыз. Ештеңе жіберілген жоқ.',
    ru: 'Вы отменили подписание. Ничего не отправлено.',
    en: 'You cancelled the signing. Nothing was sent.',
  },
  failed: {
    kk: 'NCALayer қол қоя алмады. Кілт қол қоюға арналғанын және мерзімі өтпегенін тексеріп, қайталап көріңіз.',
    ru: 'NCALayer не смог подписать. Проверьте, что ключ предназначен для подписи и его срок не истёк, и повторите.',
    en: 'NCALayer could not sign. Check that the key is one for signing and has not expired, and try again.',
  },
  otherProgram: {
    kk: 'Басқа бағдарламамен қол қою',
    ru: 'Подписать другой программой',
    en: 'Sign with another program',
  },
  download: {
    kk: 'Қол қойылатын файлды жүктеп алыңыз.',
    ru: 'Скачайте файл для подписи.',
    en: 'Download the file to sign.',
  },
  signFile: {
    kk: 'Файлға қол қойыңыз: қолтаңба бөлек файлда (detached CMS), уақыт белгісі қажет емес.',
    ru: 'Подпишите его: подпись отдельно от файла (detached CMS), метка времени не нужна.',
    en: 'Sign it: the signature apart from the file (detached CMS); no time-stamp is needed.',
  },
  paste: {
    kk: 'Қолтаңбаны base64 түрінде осында қойыңыз.',
    ru: 'Вставьте подпись сюда в виде base64.',
    en: 'Paste the signature here, as base64.',
  },
  signature: { kk: 'Қолтаңба (CMS, base64)', ru: 'Подпись (CMS, base64)', en: 'Signature (CMS, base64)' },
  send: { kk: 'Қолтаңбаны жіберу', ru: 'Отправить подпись', en: 'Send the signature' },
} satisfies Record<string, Message>;
