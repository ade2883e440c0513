/** A webhook that is not what it says it is, or is too old. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

/** The headers that a webhook is signed with (https://www.standardwebhooks.com). */
export interface WebhookHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

const TOLERANCE_S = 300;

/**
 * Makes sure that a webhook was sent by the platform, and not more than five minutes ago. `body` is the text as it came, not
 * parsed and written again. While a secret is being replaced give both.
 */
export async function verifyWebhook(secrets: string | string[], headers: WebhookHeaders, body: string): Promise<void> {
  const at = Number(headers['webhook-timestamp']);
  if (!Number.isInteger(at) || Math.abs(Date.now() / 1000 - at) > TOLERANCE_S) throw new WebhookRefused('its time is not within five minutes');
  const content = new TextEncoder().encode(`${headers['webhook-id']}.${at}.${body}`);
  const signatures = headers['webhook-signature'].split(' ').filter((one) => one.startsWith('v1,'));
  for (const secret of [secrets].flat()) {
    const key = await crypto.subtle.importKey('raw', bytesOf(secret.replace(/^whsec_/, '')), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    for (const signature of signatures) {
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = bytesOf(signature.slice(3));
      } catch {
        continue; // no base64: nobody's signature
      }
      if (await crypto.subtle.verify('HMAC', key, bytes, content)) return;
    }
  }
  throw new WebhookRefused('no signature is of a secret that was given');
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
