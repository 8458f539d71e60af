/** Eight doors: two that are well, and one of each kind that is not. */
import type { CapacityView, CheckView, DoorView, SlotView } from "../../wire";
import { doorName, type Names } from "./names";

export const WEST = "America/Vancouver";

export function slot(id: string, name: string, check_in: string, check_out: string, more: Partial<SlotView> = {}): SlotView {
  return {
    slot_id: id, name, prefix: Number(id.replace(/\D/g, "")) || null, check_in, check_out,
    check_in_said: `${check_in}:00`, check_out_said: `${check_out}:00`,
    is_24_hour: false, is_biweekly: false, is_one_shot: false, is_master: false, offset_only: false, usable: true, reason: null, ...more,
  };
}

const cannot = (code: string, message: string) => ({
  usable: false,
  reason: { code, message, said: null, request_id: null, retry_after_seconds: null },
});

export const SLOTS: readonly SlotView[] = [
  slot("sl_1", "Guest 4 PM – 10 AM", "16:00", "10:00"),
  slot("sl_2", "Guest 3 PM – 11 AM", "15:00", "11:00"),
  slot("sl_3", "24 h noon", "12:00", "12:00", { is_24_hour: true }),
  slot("sl_4", "Day 7 – 19", "07:00", "19:00"),
  slot("sl_5", "Biweekly clean", "09:00", "17:00", { is_biweekly: true }),
  slot("sl_6", "One-shot", "00:00", "23:59", { is_one_shot: true, ...cannot("one_shot", "Seam does not support one-shot slots.") }),
  slot("sl_7", "Master", "00:00", "23:59", { is_master: true, ...cannot("master", "A master slot is for staff keys and is never used for a stay.") }),
];

interface Kind {
  zone: string | null;
  site: string;
  capable: string;
  slots: number;
  limit: number | null;
  source: string | null;
  live: number;
  in_flight?: number;
  elsewhere: number;
  gone?: boolean;
  provider?: string;
}

const KINDS: readonly Kind[] = [
  { zone: WEST, site: "Harbour House", capable: "yes", slots: 7, limit: 50, source: "seam", live: 39, elsewhere: 2 },
  { zone: WEST, site: "Harbour House", capable: "yes", slots: 4, limit: 50, source: "seam", live: 12, elsewhere: 0 },
  { zone: WEST, site: "Harbour House", capable: "yes", slots: 3, limit: 20, source: "host", live: 16, in_flight: 1, elsewhere: 1 },
  { zone: "America/Los_Angeles", site: "Cedar Lake", capable: "yes", slots: 0, limit: 50, source: "seam", live: 0, elsewhere: 0 },
  { zone: "Europe/Madrid", site: "Calle Mayor", capable: "yes", slots: 4, limit: null, source: null, live: 6, elsewhere: 0, provider: "dormakaba_oracode_iho" },
  { zone: "America/Mexico_City", site: "Casa Azul", capable: "yes", slots: 3, limit: 10, source: "seam", live: 8, elsewhere: 2 },
  { zone: null, site: "Cedar Lake", capable: "unknown", slots: 2, limit: 50, source: "seam", live: 0, elsewhere: 0 },
  { zone: "America/Denver", site: "Cedar Lake", capable: "no", slots: 3, limit: 50, source: "seam", live: 1, elsewhere: 0, gone: true },
];

const roomOf = (left: number | null) => (left === null ? "unknown" : left <= 0 ? "full" : left <= 3 ? "scarce" : "plenty");

const PERHAPS = "The door “Old Barn” left Seam on 19 Nov. “Garden Suite” is there now under a new id, and Oracode has the same door id for both. Is it the same lock?";

export function makeDoors(names: Names): DoorView[] {
  return KINDS.map((kind, index) => {
    const used = kind.live + (kind.in_flight ?? 0) + kind.elsewhere;
    const left = kind.limit === null ? null : kind.limit - used;
    const name = doorName(index, names);
    return {
      door_id: `door-${index + 1}`, name, apart: null, known_as: null,
      // The door that is gone is perhaps the second one under a new id.
      perhaps_same: index === 1 ? [{ gone_id: "door-8", door_id: "door-2", why: "oracode_id", message: PERHAPS }] : [],
      zone: kind.zone, site: kind.site, offline_capable: kind.capable,
      slots: kind.slots, usable_slots: Math.min(kind.slots, 5), warnings: warningsOf(kind),
      last_read_at: "2026-11-23T16:58", managed: true, gone: kind.gone ?? false, gone_since: kind.gone ? "2026-11-19T08:12" : null,
      provider: kind.provider ?? "dormakaba_oracode", model: "Oracode 660", account: "Harbour Stays",
      zone_sources: kind.zone ? [{ source: "metadata", zone: kind.zone }, { source: "slots", zone: kind.zone }] : [],
      live: kind.live, in_flight: kind.in_flight ?? 0, elsewhere: kind.elsewhere, limit: kind.limit, limit_source: kind.source,
      used, left, room: roomOf(left), next_free: used > 0 ? "2026-11-24T10:00" : null,
    };
  });
}

function warningsOf(kind: Kind): DoorView["warnings"] {
  if (kind.gone)
    return [{ code: "device_removed", level: "fail", who: "installer", message: "The door is no longer in the Seam account. Its codes stay in the record.", said: "Device was removed from the third-party account." }];
  if (kind.zone === null)
    return [{ code: "no_zone", level: "fail", who: "installer", message: "Seam names no time zone for this door, so no code can be issued.", said: null }];
  if (kind.slots === 0)
    return [{ code: "no_slots", level: "fail", who: "installer", message: "The door has no predefined time slots. The installer sets them in Oracode.", said: null }];
  return [];
}

export function capacityOf(door: DoorView): CapacityView {
  const { live, in_flight, elsewhere, limit, limit_source, used, left, room, next_free } = door;
  return {
    door_id: door.door_id, door: door.name, next_free,
    places: { live, in_flight, elsewhere, limit, limit_source, used, left, room, next_free },
    lasts_to: left !== null && left < 15 && left > 0 ? "2027-01-18" : null,
    message:
      limit === null
        ? `${used} places are taken; Seam does not say how many there are.`
        : left === 0
          ? "The door is full. The next place frees on Tue 24 Nov, 10:00."
          : `${left} places are free.${left !== null && left < 15 ? " At this pace they last to about 18 Jan." : ""}`,
  };
}

const check = (check: string, level: CheckView["level"], message: string, mend: string | null = null, who: CheckView["who"] = null): CheckView => ({ check, level, message, mend, who });

export function checksOf(door: DoorView): CheckView[] {
  const found: CheckView[] = [];
  if (door.gone) found.push(check("present", "fail", "The door vanished from Seam on 19 Nov.", "Ask the installer whether it was moved or removed.", "installer"));
  if (!door.zone) found.push(check("zone", "fail", "No time zone is known.", "Ask Seam to set the device's location.", "seam"));
  if (door.slots === 0) found.push(check("slots", "fail", "There are no time slots.", "Ask the installer for a slot 16:00 to 10:00 and a 24-hour slot.", "installer"));
  if (door.offline_capable !== "yes")
    found.push(check("offline", door.offline_capable === "no" ? "fail" : "warn", door.offline_capable === "no" ? "The door cannot program offline codes." : "Seam does not say whether the door can program offline codes.", "Ask Seam.", "seam"));
  if (door.room === "full") found.push(check("capacity", "fail", "The door is full.", "Wait until a code ends.", "host"));
  if (door.room === "scarce") found.push(check("capacity", "warn", `Only ${door.left} places are free.`, "Keep them for stays that need them.", "host"));
  if (door.limit === null) found.push(check("limit", "warn", "Seam does not say how many codes the door holds.", "Enter the figure from the installer at the door.", "host"));
  if (door.zone) found.push(check("zone", "pass", `The zone is ${door.zone}; all sources agree.`));
  if (door.slots > 0) found.push(check("slots", "pass", `${door.usable_slots} slots can serve a stay.`));
  found.push(check("reading", "pass", "The door was read completely 4 minutes ago."));
  return found;
}
