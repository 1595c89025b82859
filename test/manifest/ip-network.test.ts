import fc from 'fast-check';
import { isWithin, overlap, parseCidr, parseIp } from '../../src/manifest/ip-network';

test.each(['10.0.0.1', '255.255.255.255', '::1', 'fd00::2', '::ffff:10.0.0.1'])(
  '%s is an address',
  (text) => {
    expect(parseIp(text)).toBeDefined();
  },
);

test.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '0x0a.0.0.1',
  '10.0.0.1/8',
  'fe80::1%eth0',
  'a',
])('%j is no address', (text) => {
  expect(parseIp(text)).toBeUndefined();
});

test.each(['10.0.0.0/8', '0.0.0.0/0', '10.0.0.1/32', 'fd00::/112'])('%s is a network', (text) => {
  expect(parseCidr(text)).toBeDefined();
});

test.each([
  '10.0.0.0',
  '10.0.0.0/33',
  '10.0.0.0/08',
  '10.0.0.0/',
  '/8',
  'fd00::/129',
  '10.0.0.0/8/8',
])('%j is no network', (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test('a network knows its addresses, and whether it was written by its first', () => {
  expect(parseCidr('10.233.64.5/18')).toMatchObject({ prefix: 18, isAligned: false });
  expect(parseCidr('10.233.64.0/18')).toMatchObject({ isAligned: true });
});

const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));

test('an address lies within its own network, and two networks of it overlap', () => {
  fc.assert(
    fc.property(octets, fc.nat(32), fc.nat(32), (address, one, other) => {
      const text = address.join('.');
      const [first, second] = [parseCidr(`${text}/${one}`)!, parseCidr(`${text}/${other}`)!];
      expect(isWithin(parseIp(text)!, first)).toBe(true);
      expect(overlap(first, second)).toBe(true);
    }),
  );
});

test('IPv4 and IPv6 never overlap', () => {
  expect(overlap(parseCidr('0.0.0.0/0')!, parseCidr('::/0')!)).toBe(false);
});
