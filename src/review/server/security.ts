import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refused } from '../refused.js';

/** What keeps other pages and other programs of this machine's browser out. */
export interface Gate {
  /** The port that the server listens on. */
  readonly port: number;
  /** Stands in every address. */
  readonly token: string;
}

/** Nothing is loaded from elsewhere, no script stands in the page, no other page may show this one. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * The path behind the token. Refuses a request with another Host (a name that an attacker's name server points here), from another
 * page, or without the token.
 */
export function passed({ method, url = '/', headers }: IncomingMessage, { port, token }: Gate): string {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? ''))
    throw refused(403, 'foreign-host', 'The request is for another host.', '请求的主机不符。');
  const origins = hosts.map((host) => `http://${host}`);
  const { origin } = headers;
  const mustTell = method !== 'GET' && method !== 'HEAD';
  if (origin === undefined ? mustTell : !origins.includes(origin)) throw foreignOrigin();
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignOrigin();
  const [, given = '', ...rest] = (url.split('?')[0] ?? '').split('/');
  if (!isSame(given, token))
    throw refused(403, 'no-token', 'The address is not the one that the command printed.', '地址与命令所示不符。');
  return `/${rest.join('/')}`;
}

const foreignOrigin = () =>
  refused(403, 'foreign-origin', 'The request comes from another page.', '请求来自其他网页。');

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
