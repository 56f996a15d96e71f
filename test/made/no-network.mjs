/**
 * Loaded into a process before its program: whatever asks for the network fails, and leaves a note in the file that `NETWORK_NOTES` names.
 * Plain JavaScript, so that threads load it as well, which have no loader for anything else.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function refuse() {
  const error = new Error('the network was asked for');
  appendFileSync(process.env['NETWORK_NOTES'] ?? '', `${error.stack}\n`);
  throw error;
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...input) {
  const [target] = input.flat();
  const isPipe = typeof target === 'string' || Boolean(target?.path); // which is no network
  return isPipe ? Reflect.apply(connect, this, input) : refuse();
};
dgram.createSocket = refuse;
for (const module of [http, https]) Object.assign(module, { request: refuse, get: refuse });
for (const resolver of [dns, dns.promises]) Object.assign(resolver, { lookup: refuse, resolve: refuse });
globalThis.fetch = refuse;
syncBuiltinESMExports();
