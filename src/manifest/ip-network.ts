import ipaddr from 'ipaddr.js';

/** An IP address as a number. */
export interface IpAddress {
  /** IP version. */
  readonly family: 4 | 6;
  /** The address as one number. */
  readonly value: bigint;
}

/** A network such as `10.233.64.0/18`. */
export interface IpNetwork {
  /** IP version. */
  readonly family: 4 | 6;
  /** Its first address as one number. */
  readonly first: bigint;
  /** Its last address as one number. */
  readonly last: bigint;
  /** Prefix length: 0 to 32, or 0 to 128. */
  readonly prefix: number;
  /** Whether the address before the slash is the network's own first address. */
  readonly isAligned: boolean;
}

/** Bits of an address. */
const bits = { 4: 32, 6: 128 } as const;

/** Reads an address in its usual written form, or gives undefined: no octal, no zone, no prefix. */
export function parseIp(text: string): IpAddress | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) {
    return { family: 4, value: toNumber(ipaddr.IPv4.parse(text).toByteArray()) };
  }
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return undefined;
  return { family: 6, value: toNumber(ipaddr.IPv6.parse(text).toByteArray()) };
}

/** Reads a network with its prefix length, or gives undefined. */
export function parseCidr(text: string): IpNetwork | undefined {
  const [, before = '', digits = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseIp(before);
  const prefix = Number(digits);
  if (address === undefined || prefix > bits[address.family]) return undefined;
  const size = 1n << BigInt(bits[address.family] - prefix);
  const first = address.value - (address.value % size);
  const isAligned = first === address.value;
  return { family: address.family, first, last: first + size - 1n, prefix, isAligned };
}

/** An address or a network as the API server reads it: it takes leading zeros for decimal ones. */
export function withoutLeadingZeros(text: string): string {
  return text.replace(/(^|[./])0+(?=\d)/g, '$1');
}

/** Tells whether an address lies within a network. */
export function isWithin({ family, value }: IpAddress, network: IpNetwork): boolean {
  return family === network.family && network.first <= value && value <= network.last;
}

/** Tells whether two networks have an address in common. */
export function overlap(a: IpNetwork, b: IpNetwork): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** Tells whether networks together hold every address of an IP version. */
export function holdAll(networks: readonly IpNetwork[]): boolean {
  return ([4, 6] as const).some((version) => {
    let next = 0n;
    const own = networks.filter(({ family }) => family === version);
    for (const { first, last } of own.sort((a, b) => (a.first < b.first ? -1 : 1))) {
      if (first > next) return false;
      if (last >= next) next = last + 1n;
    }
    return next === 1n << BigInt(bits[version]);
  });
}

function toNumber(bytes: readonly number[]): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
