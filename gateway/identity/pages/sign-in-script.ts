import type { Language } from '../../../subgraphs/kit/errors/languages.ts';
import { signWithNcaLayer } from '../../pages/sign-with-ncalayer.ts';

// Runs in the browser. The rest of the code runs on the server, whose types know no page.

interface PageElement {
  hidden: boolean;
  disabled: boolean;
  value: string;
  textContent: string;
  dataset: Record<string, string | undefined>;
  form: { requestSubmit(): void };
  addEventListener(event: 'click', listener: () => void): void;
}

declare const document: {
  documentElement: { lang: string };
  querySelector(selector: string): PageElement;
};

const box = document.querySelector('[data-challenge]');
const button = document.querySelector('[data-challenge] button');
const status = document.querySelector('[data-challenge] [role=status]');
const signature = document.querySelector('#signature');

button.addEventListener('click', () => void sign());
// An older browser can't speak base64: there the signature is pasted.
box.hidden = !('fromBase64' in Uint8Array);

async function sign(): Promise<void> {
  button.disabled = true;
  status.textContent = box.dataset.waiting!;
  const challenge = Uint8Array.fromBase64(box.dataset.challenge!);
  const signing = await signWithNcaLayer(challenge, 'EITHER', document.documentElement.lang as Language);
  button.disabled = false;
  if (signing.ok) {
    signature.value = signing.cms.toBase64();
    signature.form.requestSubmit();
  } else {
    const { notRunning, cancelled, failed } = box.dataset;
    status.textContent = { NOT_RUNNING: notRunning, CANCELLED: cancelled, FAILED: failed }[signing.reason]!;
  }
}
