// An article as the review page draws it: plain data, text and marks only, so that nothing of an article can run.
// How it is made of a document: web/build-article.ts.

/** Marks of a piece, to be joined by `|`. */
export const markFlag = {strong: 1, emphasis: 2, delete: 4, link: 8, code: 16, object: 32} as const

/** Some text with the same marks, outside findings or all inside one. */
export interface Piece {
  readonly text: string
  /** `markFlag` values joined; absent for none. */
  readonly marks?: number
  /** Id of the item whose words these are. */
  readonly item?: number
}

/** A run of prose. */
export interface Leaf {
  readonly type: 'leaf'
  readonly role: 'paragraph' | 'heading' | 'cell' | 'line' | 'aside'
  /** Of a heading, 1 to 6. */
  readonly depth?: number
  /** Of an aside: what it is, such as a front matter key or “image description”. */
  readonly label?: string
  readonly pieces: readonly Piece[]
}

/** A part of an article. */
export type ArticleNode =
  | Leaf
  | {
      readonly type: 'list'
      /** Number of the first item; absent for bullets. */
      readonly start?: number
      readonly items: readonly (readonly ArticleNode[])[]
    }
  | {
      readonly type: 'quote' | 'note'
      readonly label?: string
      readonly nodes: readonly ArticleNode[]
    }
  | {readonly type: 'table'; readonly rows: readonly (readonly ArticleNode[])[]}
  /** Shown as it is written: code, HTML, formulas. */
  | {readonly type: 'raw'; readonly label: string; readonly text: string}
  | {readonly type: 'rule'}

/** A whole article; each node is a block that stands by itself. */
export type Article = readonly ArticleNode[]
