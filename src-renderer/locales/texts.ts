/** The shape of a namespace with every text free: what a translation must have, key for key. */
export type TextsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : TextsOf<T[K]> }
