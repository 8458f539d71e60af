/** The page's address: everything after the `#`, as `#/doors/ID/codes?state=set`. */

export interface Route {
  /** The first part: `today`, `doors`… Empty at the start. */
  page: string;
  /** The parts after it, decoded. */
  rest: string[];
  query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page = "", ...rest] = path.split("/").map(decode);
  return { page, rest: rest.filter((part) => part !== ""), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let here = $state.raw(parseRoute(typeof location === "undefined" ? "" : location.hash));

/** The route that is shown. Reactive. */
export function route(): Route {
  return here;
}

type Query = Record<string, string | number | null | undefined>;

/** The address of a page: `href(["doors", id], { day })`. `null` values are left out. */
export function href(path: readonly (string | number)[], query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  const tail = pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : "";
  return `#/${path.map((part) => encodeURIComponent(String(part))).join("/")}${tail}`;
}

/** Goes to a page. If that page is already shown, it starts again. */
export function go(path: readonly (string | number)[], query: Query = {}): void {
  const to = href(path, query);
  if (location.hash === to) here = parseRoute(to);
  else location.hash = to;
}

/** Changes the address without a step in the history: for filters and tabs. */
export function replace(path: readonly (string | number)[], query: Query = {}): void {
  history.replaceState(history.state, "", href(path, query));
  here = parseRoute(location.hash);
}

/** Follows the address. Returns a function that stops it. */
export function followRoute(): () => void {
  const read = () => (here = parseRoute(location.hash));
  // A link to the current page does not change the address.
  const again = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#/"]');
    if (link && link.hash === location.hash) read();
  };
  read();
  window.addEventListener("hashchange", read);
  document.addEventListener("click", again);
  return () => {
    window.removeEventListener("hashchange", read);
    document.removeEventListener("click", again);
  };
}
