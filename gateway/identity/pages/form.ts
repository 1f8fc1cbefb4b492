import type { Language } from '../../../subgraphs/kit/errors/languages.ts';
import { markup } from '../../../subgraphs/kit/pages/markup.ts';
import type { Content, Markup } from '../../../subgraphs/kit/pages/markup.ts';

/** A field in which somebody types. */
export interface Field {
  /** By which it is sent, and found in the page. */
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  /** Only digits are typed. */
  digits?: boolean;
  value?: string | undefined;
  hint?: string;
  /** What is wrong with what was typed last. */
  wrong?: string | undefined;
  /** The element that says what is wrong with several fields together. */
  wrongElsewhere?: string | undefined;
  kind?: 'REQUIRED' | 'OPTIONAL' | 'FIXED';
  /** Whether typing begins here. */
  focus?: boolean;
}

/** A field with its label, its hint and what is wrong with it, which a screen reader reads with it. */
export function field(field: Field): Markup {
  const { name, label, type = 'text', autocomplete, digits, value, hint, wrong, wrongElsewhere, focus } = field;
  const kind = field.kind ?? 'REQUIRED';
  const descriptions = [wrongElsewhere, wrong && `${name}-wrong`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return markup`<div class="field">
<label for="${name}">${label}</label>
${hint && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
${wrong && markup`<p class="wrong" id="${name}-wrong">${wrong}</p>`}
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${[
    value !== undefined && markup` value="${value}"`,
    digits && markup` inputmode="numeric"`,
    type === 'text' && markup` autocapitalize="none" spellcheck="false"`,
    descriptions && markup` aria-describedby="${descriptions}"`,
    (wrong ?? wrongElsewhere) && markup` aria-invalid="true"`,
    kind === 'REQUIRED' && markup` required`,
    kind === 'FIXED' && markup` readonly`,
    focus && markup` autofocus`,
  ]}>
</div>`;
}

/** A form by one of the methods. What answers to it speaks the language that the form was in. */
export function form(action: string, method: string, language: Language, content: Content): Markup {
  return markup`<form method="post" action="${action}">
<input type="hidden" name="method" value="${method}">
<input type="hidden" name="lang" value="${language}">
${content}
</form>`;
}
