/** Finds elements by their accessible role and name. */

export type Role =
  /** One that is not disabled. */
  | "enabled button"
  | "alert"
  | "button"
  | "cell"
  | "checkbox"
  | "combobox"
  | "dialog"
  | "grid"
  | "gridcell"
  | "heading"
  | "img"
  | "link"
  | "listitem"
  | "main"
  | "menuitem"
  | "navigation"
  | "option"
  | "radio"
  | "region"
  | "row"
  | "searchbox"
  | "slider"
  | "status"
  | "switch"
  | "tab"
  | "table"
  | "textbox";

const NATIVE: Partial<Record<Role, string>> = {
  button: "button, summary, input[type=submit], input[type=button]",
  cell: "td",
  checkbox: "input[type=checkbox]:not([role])",
  combobox: "select",
  dialog: "dialog[open]",
  "enabled button": "button:not(:disabled, [aria-disabled=true])",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  listitem: "li",
  main: "main",
  navigation: "nav",
  radio: "input[type=radio]",
  region: "section[aria-label], section[aria-labelledby]",
  row: "tr",
  searchbox: "input[type=search]",
  slider: "input[type=range]",
  status: "output",
  table: "table",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=email], input[type=number]",
};

/** The body of a function of role, name and a pattern's flags; returns the elements, in the page's order. */
export const FIND = `
  const [role, name, flags] = arguments;
  const native = ${JSON.stringify(NATIVE)}[role];
  const own = '[role="' + role + '"]';
  const modal = document.querySelector("dialog:modal");
  const words = (element) => (element?.innerText ?? element?.textContent ?? "").trim().replace(/\\s+/g, " ");
  const named = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\\s+/).map((id) => words(document.getElementById(id))).join(" ");
    const label = element.getAttribute("aria-label");
    if (label) return label.trim();
    if (element.labels?.length) return [...element.labels].map(words).join(" ");
    return words(element) || element.title || element.placeholder || element.value || "";
  };
  const fits = (element) => {
    if (name === null) return true;
    const own = named(element);
    return flags === null ? own.toLowerCase() === name.toLowerCase() : new RegExp(name, flags).test(own);
  };
  const usable = (element) =>
    element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest("[inert]") && (!modal || modal.contains(element));
  return [...document.querySelectorAll(native ? native + "," + own : own)].filter((e) => usable(e) && fits(e));
`;
