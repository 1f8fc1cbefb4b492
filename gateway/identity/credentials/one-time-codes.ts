import { Secret, TOTP } from 'otpauth';

/** How long a code is shown, in seconds: what authenticator apps expect. */
const period = 30;

/** How many codes before and after the present one count: clocks differ, and people type slowly. */
const window = 1;

/** The secret that an authenticator app makes its codes from. */
export interface OneTimeCodeSecret {
  /** For typing it in. */
  base32: string;
  /** For the QR code. */
  uri: string;
}

/** A secret of 20 bytes for an account, in the forms that an authenticator app takes. */
export function oneTimeCodeSecret(bytes: Uint8Array, account: string): OneTimeCodeSecret {
  const code = codes(new Secret({ buffer: Uint8Array.from(bytes.subarray(0, 20)).buffer }).base32, account);
  return { base32: code.secret.base32, uri: code.toString() };
}

/**
 * The step that a code belongs to, counted from 1970; `undefined` when it is none of this secret and moment. Whoever keeps the last step that was used
 * lets no code work twice.
 */
export function stepOf(code: string, base32: string, now: Temporal.Instant): number | undefined {
  const timestamp = now.epochMilliseconds;
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = codes(base32).validate({ token, timestamp, window });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta;
}

function codes(base32: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Qonaq', label, secret: Secret.fromBase32(base32), period });
}
