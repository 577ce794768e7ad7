import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { addressesToPrint, lanAddresses } from './addresses.ts'

const ip4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: `${address}/24`,
})

test('the home or office network comes first, and what nobody can reach not at all', () => {
  const interfaces = {
    lo: [ip4('127.0.0.1', true)],
    docker0: [ip4('172.17.0.1')],
    vpn: [ip4('10.8.0.2')],
    unplugged: [ip4('169.254.7.7')],
    wlan0: [ip4('192.168.1.20')],
  }
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.8.0.2', '172.17.0.1'])
})

test('on this computer only: one line, no code', async () => {
  expect(await addressesToPrint('http://127.0.0.1:3000', { others: [], withCode: false })).toEqual([
    'Foreword is ready at http://127.0.0.1:3000',
  ])
})

test('on the network: one line for here, one for others, and a code that a phone can read', async () => {
  const lines = await addressesToPrint('http://0.0.0.0:3000', { others: ['192.168.1.20'], withCode: true })
  expect(lines.slice(0, 2)).toEqual([
    'Foreword is ready at http://127.0.0.1:3000',
    'For others on this network: http://192.168.1.20:3000',
  ])
  expect(lines[2]).toMatch(/█|▀|▄/)
})

test('PUBLIC_URL is what people are given', async () => {
  const lines = await addressesToPrint('https://foreword.example.com', {
    others: ['10.0.0.2'],
    withCode: true,
  })
  expect(lines[0]).toBe('Foreword is ready at https://foreword.example.com')
  expect(lines).toHaveLength(2)
})
