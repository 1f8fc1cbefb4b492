import { createHmac } from 'node:crypto';

/**
 * The secret of a webhook, in the form of Standard Webhooks. It is derived from the installation's key, so no secret is kept with the webhook: whoever needs another
 * one registers another webhook.
 *
 * @param key base64url, 32 bytes.
 */
export function webhookSecret(key: string, webhookId: string): string {
  const derived = createHmac('sha256', Buffer.from(key, 'base64url')).update(`webhook ${webhookId}`).digest('base64');
  return `whsec_${derived}`;
}
