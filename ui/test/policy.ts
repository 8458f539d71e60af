/** The window's policy in a test: what it would refuse is gathered here. Styles are vite's own in a test, so their part is left out. */
import { POLICY } from "../csp.ts";

export const refused: string[] = [];

document.addEventListener("securitypolicyviolation", (event) => {
  refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
});

const meta = document.createElement("meta");
meta.httpEquiv = "Content-Security-Policy";
meta.content = POLICY.split("; ")
  .filter((part) => part.startsWith("img-src") || part.startsWith("object-src") || part.startsWith("form-action"))
  .concat("style-src-attr 'none'", "style-src-elem 'self' 'unsafe-inline'", "script-src-attr 'none'")
  .join("; ");
document.head.append(meta);
