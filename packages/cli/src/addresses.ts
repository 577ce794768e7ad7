import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** This computer's IPv4 addresses on its networks, those of a home or office network first. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.values(interfaces)
    .flatMap((addresses = []) => addresses)
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .toSorted((a, b) => rank(a) - rank(b))
}

// 172.17.… is where Docker puts its own bridge, which no phone can reach
function rank(address: string) {
  if (address.startsWith('192.168.')) return 0
  if (address.startsWith('10.')) return 1
  return address.startsWith('172.17.') ? 3 : 2
}

/**
 * What to print when the server is ready: the address alone on the first line, then those for others.
 * `serverUrl` is where it listens, or PUBLIC_URL where that is set.
 */
export async function addressesToPrint(
  serverUrl: string,
  { others, withCode }: { others: string[]; withCode: boolean },
): Promise<string[]> {
  const url = new URL(serverUrl)
  const everywhere = url.hostname === '0.0.0.0' || url.hostname === '[::]'
  const forOthers = everywhere ? others.map((address) => at(url, address)) : [url.origin]
  const here = everywhere ? at(url, '127.0.0.1') : url.origin
  const lines = [`Foreword is ready at ${here}`]
  if (everywhere) lines.push(...forOthers.map((address) => `For others on this network: ${address}`))
  const [first] = forOthers
  if (withCode && first !== undefined && others.length > 0) lines.push(await qrCode(first))
  return lines
}

function at(url: URL, host: string) {
  return `${url.protocol}//${host}${url.port && `:${url.port}`}`
}

async function qrCode(address: string) {
  const { renderUnicodeCompact } = await import('uqr')
  return renderUnicodeCompact(address)
}
