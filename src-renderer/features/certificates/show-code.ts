/** `K7QF-2M9X-ABCD`, as it is printed. */
export const showCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code
