/** The policy of the window, repeated in the page so that a browser holds to it too. */
export const POLICY = [
  "default-src 'self'",
  "connect-src 'self' ipc: http://ipc.localhost",
  "img-src 'self' data:",
  "style-src 'self'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
