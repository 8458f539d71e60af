/** Issuing, as the scenario says that it goes. */
import type { CodeView, DoorView, IssuedView, IssueRequest } from "../../wire";
import { NOW } from "./civil";
import { makeCode } from "./codes";
import { previewOf } from "./draft";
import type { Scenario } from "./scenario";
import type { World } from "./world";

const STATES = { set: "set", setting: "setting", unknown: "unknown", refused: "refused", unrecorded: "unknown", changed: "set" } as const;

function codeOf(world: World, request: IssueRequest, door: DoorView, scenario: Scenario): CodeView | null {
  const preview = previewOf(request.draft, door);
  const chosen = preview.preview?.chosen;
  if (!chosen || !preview.from || !preview.to) return null;
  const intent = (world.codes[0]?.intent_id ?? 0) + 1;
  const pattern = makeCode(intent, intent + 60, world.doors, scenario.names);
  const { slot_id, entry, exit, starts_at, ends_at } = chosen;
  const window = { slot_id, slot_name: chosen.name, entry, exit, starts_at, ends_at };
  const state = STATES[scenario.issue];
  const sure = state === "set" || state === "setting";
  return {
    ...pattern, ...window, promised: window, intent_id: intent, door: door.name, door_id: door.door_id, label: preview.label, zone: door.zone ?? "",
    stay: { from: preview.from, to: preview.to }, stay_key: request.draft.stay_key, state, made_at: NOW, changed_at: NOW,
    pin_masked: state === "set" ? "••••••" : null, access_code_id: sure ? `ac-${intent}` : null,
    message: { set: "The code is ready and works in its window.", setting: "The code is being set. It is watched until it is ready; the window may be closed.", unknown: "Seam's answer got lost. A code may exist. Nothing is sent again by itself; check with Seam.", refused: "Seam refused the request. Nothing was made." }[state],
  };
}

export function issueIn(world: World, request: IssueRequest, door: DoorView, scenario: Scenario): IssuedView {
  const code = codeOf(world, request, door, scenario);
  if (!code || scenario.issue === "changed")
    return { outcome: "objected", objection: { code: "slot_changed", message: "The door's slots changed since this was shown. Look at the new preview; nothing was sent.", risks: [], checks: [], existing: null } };
  world.codes.unshift(code);
  const stay = world.stays.find((one) => one.stay_id === request.stay_id);
  if (stay) stay.intent_id = code.intent_id;
  if (scenario.issue === "unrecorded") {
    world.unrecorded.push({ code, access_code_id: `ac-${code.intent_id}`, pin: "583201", message: "Seam made the code, but the disk is full and the answer could not be recorded. Write down what stands here." });
    return { outcome: "unrecorded" };
  }
  return { outcome: "code", code };
}
