/** The items to choose from: commands of the page, doors, codes. */
import { run } from "../frame/actions.svelte";
import { NAVIGATION } from "../frame/pages";
import { SHORTCUTS } from "../frame/shortcuts";
import { core } from "$lib/core";
import { go } from "$lib/route.svelte";
import { changeSettings } from "$lib/settings.svelte";
import type { CodeLineView, DoorView } from "$lib/wire";
import { tell } from "$lib/toasts.svelte";
import { t, word, type Key } from "$lib/words";
import type { IconName } from "$shared/icons";

/** What a found code is wanted for. */
export type CodeAction = "open" | "reveal" | "copy";

export type Group = "commands" | "doors" | "codes";

export interface Item {
  id: string;
  group: Group;
  icon: IconName;
  label: string;
  /** More details, also searched. */
  more?: string;
  keys?: string;
  /** Its action, or the code whose PIN is shown in the palette itself. */
  run: (() => void) | CodeLineView;
}

const ICONS: Record<string, IconName> = {
  issue: "plus", sync: "sync", conceal: "eye-off", search: "search", print: "print", undo: "left", settings: "settings", "zoom-in": "plus", "zoom-out": "minus", "zoom-reset": "search",
};

const command = (id: string, icon: IconName, label: Key, act: () => void): Item => ({ id, group: "commands", icon, label: word(label), run: act });

export function commandItems(): Item[] {
  const byKey = SHORTCUTS.filter(({ what }) => what !== "palette" && what !== "settings").map(({ what, keys, label }): Item => ({
    id: what, group: "commands", icon: ICONS[what] ?? "palette", label: word(label), keys, run: () => run(what),
  }));
  const pages = NAVIGATION.map(({ page, label, icon }): Item => ({
    id: `page ${page}`, group: "commands", icon, label: t("palette.go", { page: word(label) }), run: () => go([page]),
  }));
  return [
    ...byKey,
    ...pages,
    command("audit", "readiness", "palette.audit", () => go(["readiness"])),
    command("verify", "check-circle", "palette.verify", () => go(["settings", "data"])),
    command("back_up", "download", "palette.back_up", () => go(["settings", "data"])),
    command("light", "settings", "palette.theme_light", () => void changeSettings({ theme: "light" }).catch(() => undefined)),
    command("dark", "settings", "palette.theme_dark", () => void changeSettings({ theme: "dark" }).catch(() => undefined)),
    command("shortcuts", "keyboard", "shortcuts.title", () => run("shortcuts")),
    command("about", "info", "palette.about", () => run("about")),
  ];
}

/** Two for each door: issuing a code first, as the more frequent. */
export function doorItems(doors: readonly DoorView[]): Item[] {
  return doors.flatMap((door): Item[] => [
    ...(door.gone || !door.managed ? [] : [{ id: `issue ${door.door_id}`, group: "doors" as const, icon: "plus" as const, label: t("palette.issue_door", { door: door.name }), more: door.site ?? "", run: () => go(["issue"], { door: door.door_id }) }]),
    { id: `door ${door.door_id}`, group: "doors", icon: "door", label: t("palette.open_door", { door: door.name }), more: door.site ?? "", run: () => go(["doors", door.door_id]) },
  ]);
}

/** For a found code: its page, or its PIN, shown in the palette itself or copied. */
export function codeItem(code: CodeLineView, action: CodeAction): Item {
  const item = { id: `code ${code.intent_id}`, group: "codes" as const, more: code.door };
  const { label } = code;
  switch (action) {
    case "open":
      return { ...item, icon: "ledger", label: t("palette.open_code", { label }), run: () => go(["ledger", code.intent_id]) };
    case "reveal":
      return { ...item, icon: "eye", label: t("palette.reveal_code", { label }), run: code };
    case "copy":
      return { ...item, icon: "copy", label: t("palette.copy_code", { label }), run: () => void copyPin(code) };
  }
}

const copyPin = (code: CodeLineView): Promise<void> =>
  tell(async () => {
    await core.copy_pin({ intent_id: code.intent_id });
    return t("common.copied");
  });
