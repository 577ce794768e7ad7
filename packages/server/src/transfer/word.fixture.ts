import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What Word does to a file, done to its real parts: words replaced, a paragraph split off, comments and replies added. */
export class WordCopy {
  private readonly files: Record<string, Uint8Array>

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes)
  }

  static async of(file: Blob): Promise<WordCopy> {
    return new WordCopy(new Uint8Array(await file.arrayBuffer()))
  }

  part(path: string): string {
    const found = this.files[path]
    if (!found) throw new Error(`the file has no ${path}`)
    return strFromU8(found)
  }

  /** Fails when the words are not there exactly once: then the test would edit something else. */
  replace(path: string, from: string, to: string): this {
    const text = this.part(path)
    if (text.split(from).length !== 2)
      throw new Error(`“${from}” stands ${text.split(from).length - 1} times in ${path}`)
    this.files[path] = strToU8(text.replace(from, () => to))
    return this
  }

  words(from: string, to: string): this {
    return this.replace('word/document.xml', from, to)
  }

  /** A new paragraph behind the one that holds these words. */
  paragraphAfter(words: string, text: string): this {
    const document = this.part('word/document.xml')
    const end = document.indexOf('</w:p>', document.indexOf(words)) + '</w:p>'.length
    this.files['word/document.xml'] = strToU8(
      `${document.slice(0, end)}<w:p><w:r><w:t>${text}</w:t></w:r></w:p>${document.slice(end)}`,
    )
    return this
  }

  /** A comment by somebody in Word; `on` are words that stand in one run, `replyTo` the words of another comment. */
  comment(author: string, text: string, at: { on: string } | { replyTo: string }): this {
    const comments = this.part('word/comments.xml')
    const number = 900 + (comments.match(/<w:comment /g)?.length ?? 0)
    const paraId = `0000${number.toString(16).padStart(4, '0')}`.toUpperCase()
    const xml = `<w:comment w:id="${number}" w:author="${author}" w:date="2027-03-04T10:00:00Z"><w:p w14:paraId="${paraId}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`
    this.files['word/comments.xml'] = strToU8(comments.replace('</w:comments>', `${xml}</w:comments>`))
    const parent = 'replyTo' in at ? paragraphOf(comments, at.replyTo) : null
    const row = `<w15:commentEx w15:paraId="${paraId}"${parent ? ` w15:paraIdParent="${parent}"` : ''} w15:done="0"/>`
    this.replace('word/commentsExtended.xml', '</w15:commentsEx>', `${row}</w15:commentsEx>`)
    if ('on' in at) {
      const open = `</w:t></w:r><w:commentRangeStart w:id="${number}"/><w:r><w:t xml:space="preserve">`
      const close = `</w:t></w:r><w:commentRangeEnd w:id="${number}"/><w:r><w:commentReference w:id="${number}"/></w:r><w:r><w:t xml:space="preserve">`
      this.words(at.on, `${open}${at.on}${close}`)
    }
    return this
  }

  /** Words put in place of others with tracking on, as Word writes that down. */
  tracked(author: string, from: string, to: string): this {
    const by = `w:author="${author}" w:date="2027-03-04T10:00:00Z"`
    const text = (name: string, words: string) =>
      `<w:r><w:${name} xml:space="preserve">${words}</w:${name}></w:r>`
    const struck = `<w:del w:id="901" ${by}>${text('delText', from)}</w:del>`
    const put = `<w:ins w:id="902" ${by}>${text('t', to)}</w:ins>`
    return this.words(from, `</w:t></w:r>${struck}${put}<w:r><w:t xml:space="preserve">`)
  }

  /** A paragraph put in with tracking on, behind the one that holds these words. */
  trackedParagraphAfter(author: string, words: string, text: string): this {
    const by = `w:id="903" w:author="${author}" w:date="2027-03-04T10:00:00Z"`
    const document = this.part('word/document.xml')
    const end = document.indexOf('</w:p>', document.indexOf(words)) + '</w:p>'.length
    const put = `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}><w:r><w:t>${text}</w:t></w:r></w:ins></w:p>`
    this.files['word/document.xml'] = strToU8(`${document.slice(0, end)}${put}${document.slice(end)}`)
    return this
  }

  /** Word counts comments anew when it saves, and keeps only the ids of their paragraphs. */
  renumbered(): this {
    for (const path of ['word/document.xml', 'word/comments.xml']) {
      const text = this.part(path).replace(
        /(<w:comment(?:RangeStart|RangeEnd|Reference)? w:id=")(\d+)"/g,
        (_, start: string, id: string) => `${start}${Number(id) + 40}"`,
      )
      this.files[path] = strToU8(text)
    }
    return this
  }

  bytes(path: string, bytes: Uint8Array): this {
    if (!this.files[path]) throw new Error(`the file has no ${path}`)
    this.files[path] = bytes
    return this
  }

  without(path: string): this {
    delete this.files[path]
    return this
  }

  file(name = 'back.docx'): File {
    return new File([zipSync(this.files)], name)
  }
}

function paragraphOf(comments: string, words: string): string {
  const before = comments.slice(0, comments.indexOf(words))
  const ids = [...before.matchAll(/w14:paraId="([0-9A-F]+)"/g)]
  const id = ids.at(-1)?.[1]
  if (!id) throw new Error(`no comment says “${words}”`)
  return id
}
