import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Two commands started at once in one folder prepare it one after the other. Resolves when it is our turn,
 * to a function that ends it. A turn whose process is gone is over.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function takeTurn(root, say) {
  const file = join(root, '.foreword-preparing')
  const mine = `${file}.${process.pid}`
  // written whole before it gets the name that counts, so nobody reads half a number
  writeFileSync(mine, String(process.pid))
  try {
    for (let waits = 0; !taken(mine, file); waits++) {
      const holder = holderOf(file)
      if (holder !== undefined && !isAlive(holder)) setAside(file, holder)
      else {
        if (waits === 0)
          say(`Another command (process ${holder ?? 'unknown'}) prepares this folder. Waiting for it.`)
        await delay(200)
      }
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => rmSync(file, { force: true })
}

/** @param {string} mine @param {string} file */
function taken(mine, file) {
  try {
    linkSync(mine, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

// of two that find the same dead holder only one can move its file away; the other might else remove a live one
/** @param {string} file @param {number} holder */
function setAside(file, holder) {
  const aside = `${file}.gone.${process.pid}`
  try {
    renameSync(file, aside)
    if (holderOf(aside) !== holder) renameSync(aside, file)
    else rmSync(aside, { force: true })
  } catch {
    // another was quicker
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
