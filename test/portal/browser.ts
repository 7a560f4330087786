type Answer = { readonly status: number; readonly body: never; readonly headers: Headers }

export type Browser = {
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer & { readonly text: string }>
  /** Bytes to an operation that takes a file. */
  send(operation: string, bytes: Uint8Array, fileName: string): Promise<Answer>
  /** An operation; gives its result or throws what it was refused with. */
  call(operation: string, input?: unknown): Promise<never>
}

/** What keeps cookies between requests, as a browser does. `always`: headers of every request. */
export function openBrowser(address: string, always: Readonly<Record<string, string>> = {}): Browser {
  const cookies = new Map<string, string>()
  async function ask(path: string, init: RequestInit) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...always, ...(cookie && { cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (json && text ? JSON.parse(text) : null) as never,
    }
  }
  const post: Browser['post'] = (path, body = {}, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: address, ...headers },
    })
  return {
    post,
    get: (path, headers = {}) => ask(path, { headers }),
    send: (operation, bytes, fileName) =>
      ask(`/api/files/${operation.replace('.', '/')}`, {
        method: 'POST',
        body: new Uint8Array(bytes),
        headers: {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(fileName),
          origin: address,
        },
      }),
    call: async (operation, input) => {
      const { status, body } = await post(`/api/${operation.replace('.', '/')}`, input)
      if (status !== 200)
        throw Object.assign(new Error(`${operation}: ${status} ${JSON.stringify(body)}`), { refusal: body })
      return body
    },
  }
}
