/** The guide's own frame; its chapters lie in docs/guide. */
export const help = {
  title: 'Kılavuz',
  open: 'Kılavuzu aç',
  search: 'Kılavuzda ara',
  contents: 'İçindekiler',
  around: 'Önceki ve sonraki bölüm',
  results: 'Arama sonuçları',
  found_one: '{{count, number}} yerde geçiyor',
  found_other: '{{count, number}} yerde geçiyor',
  none: 'Kılavuzda “{{text}}” geçmiyor',
  noneHint: 'Daha kısa bir sözcük deneyin; büyük küçük harf ve Türkçe harfler fark etmez.',
} as const
