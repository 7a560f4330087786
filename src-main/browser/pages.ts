/** The few pages the browser host makes itself, in both languages since nobody has signed in yet. */
const page = (title: string, lines: readonly string[]): string => `<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.5rem;color:#1d2427}
h1{font-size:1.25rem;color:#0f5c6e}</style></head>
<body><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`

export const pages = {
  needsToken: page('Akademi bu tarayıcıda açılmadı', [
    'Akademi yalnızca başlatıldığında yazdığı adresle ve yalnızca bir tarayıcıda açılır. Programı yeniden başlatıp yazdığı adresi açın.',
    'Akademi opens only with the address it printed at start, and in one browser only. Start it again and open the address it prints.',
  ]),
  tokenUsed: page('Bu adres kullanıldı', [
    'Başlangıç adresi bir kez kullanılabilir ve kullanıldı. Aynı tarayıcıdaysanız sekmeye dönün; değilse Akademi’yi yeniden başlatın.',
    'The start address works once and has been used. In the same browser, go back to its tab; otherwise start Akademi again.',
  ]),
  notFound: page('Sayfa bulunamadı', [
    'Bu adreste bir şey yok. Akademi’nin ana sayfasına dönün.',
    'There is nothing at this address. Go back to Akademi’s first page.',
  ]),
} as const
