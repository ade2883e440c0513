/** A path of this page, or nothing: what follows a sign-in must not lead elsewhere. */
export function safePath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) && !value.startsWith('/login') ? value : undefined;
}
