import { styleSource } from '../../pages/style.ts';
import { style } from './style.ts';

/** What a sign-in page may reach beyond its own style. */
export interface PageReach {
  /** Whether it runs the script of the signature form, which speaks to NCALayer on the person's computer. */
  signing: boolean;
  /** Where a form may lead to besides here, such as `https://frontend.example`: Chromium holds the redirects that follow a form to this, too. */
  formActionOrigins: readonly string[];
}

/** The header `Content-Security-Policy` of a sign-in page. */
export function contentPolicy({ signing, formActionOrigins }: PageReach): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource(style)}`,
    ...(signing ? ["script-src 'self'", 'connect-src wss://127.0.0.1:13579'] : []),
    "base-uri 'none'",
    ["form-action 'self'", ...formActionOrigins].join(' '),
    "frame-ancestors 'none'",
  ].join('; ');
}
