import { NoAnswer } from './errors.js';

/** One server-sent event. */
export interface ServerEvent {
  id: string;
  event: string;
  data: string;
}

export interface Position {
  /** The id of the last whole event. */
  id: string | undefined;
  /** How long to wait before coming back, if the server says. */
  retryMs: number | undefined;
}

/** The events of one connection; `position` is kept up to date for the next one. */
export async function* read(body: ReadableStream<Uint8Array>, position: Position, silenceMs: number): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let event = { id: position.id ?? '', event: '', data: [] as string[] };
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silenceMs);
      // What has no blank line after it was not sent whole.
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      // A line break may be cut in two.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') {
          take(line, event, position);
          continue;
        }
        if (event.data.length > 0) {
          position.id = event.id;
          yield { id: event.id, event: event.event || 'message', data: event.data.join('\n') };
        }
        event = { id: event.id, event: '', data: [] };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function take(line: string, event: { id: string; event: string; data: string[] }, position: Position): void {
  const colon = line.indexOf(':');
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (field === 'data') event.data.push(value);
  else if (field === 'event') event.event = value;
  else if (field === 'id' && !value.includes('\0')) event.id = value;
  else if (field === 'retry' && /^\d+$/.test(value)) position.retryMs = Number(value);
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`the stream was silent for ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
