// A self-signed certificate for names of this machine, made on the spot: X.509 v3 (RFC 5280) written as DER by hand.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

function length(n: number): Buffer {
	if (n < 128) return Buffer.from([n]);
	const bytes = Buffer.from(n.toString(16).padStart(n > 255 ? 4 : 2, '0'), 'hex');
	return Buffer.concat([Buffer.from([128 + bytes.length]), bytes]);
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
	const inside = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([tag]), length(inside.length), inside]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (at: Date): Buffer =>
	der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`, 'latin1'));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = '550403';
const subjectAltName = '551d11';
const day = 86_400_000;

/** Key and certificate as PEM, good for a day (or long over), for host names. */
export function selfSigned(names: readonly string[], { over = false } = {}): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const who = sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(names[0] ?? 'localhost')))));
	const now = Date.now();
	const [from, to] = over ? [now - 9 * day, now - 8 * day] : [now - day, now + day];
	const alternatives = sequence(...names.map((name) => der(0x82, Buffer.from(name, 'latin1'))));
	const toSign = sequence(
		der(0xa0, der(0x02, Buffer.from([2]))),
		der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
		ecdsaWithSha256,
		who,
		sequence(utcTime(new Date(from)), utcTime(new Date(to))),
		who,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(0xa3, sequence(sequence(oid(subjectAltName), der(0x04, alternatives)))),
	);
	const signature = der(0x03, Buffer.from([0]), sign('sha256', toSign, privateKey));
	const lines = sequence(toSign, ecdsaWithSha256, signature)
		.toString('base64')
		.match(/.{1,64}/g)!;
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
	};
}
