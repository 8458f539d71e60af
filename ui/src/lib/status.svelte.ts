/** The program's status in the frame: mode, counts, jobs under way. */
import { Age, AGE_STEP } from "./age.svelte";
import { core } from "./core";
import { toCommandError } from "./errors";
import { MINUTE } from "./ticks";
import type { CommandError, Job, ProgressEvent, StatusView, SyncView } from "./wire";
import { forgetSteps } from "./undo.svelte";

let kept = $state.raw<StatusView | null>(null);
const age = new Age();
let running = $state.raw<Partial<Record<Job, ProgressEvent>>>({});
let syncFault = $state.raw<CommandError | null>(null);
/** Questions are numbered: the number asked, and the number of the one whose answer is kept. */
let asked = 0;
let answered = 0;

/** The status. Reactive. It is there before the first page is shown. */
export function status(): StatusView {
  if (kept === null) throw new Error("the status is read before the page starts");
  return kept;
}

/** Minutes since the last complete sync; `null` before the first. Reactive. */
export function syncedMinutesAgo(): number | null {
  const then = status().synced_minutes_ago;
  return then === null ? null : then + age.minutes;
}

export function putStatus(next: StatusView): void {
  answered = ++asked;
  keep(next);
}

/** Another record is open, even if it is of the same kind. */
export function enterRecord(next: StatusView): void {
  leaveRecord();
  putStatus(next);
}

let retry: ReturnType<typeof setTimeout> | undefined;

function keep(next: StatusView): void {
  if (kept && kept.mode !== next.mode) leaveRecord();
  kept = next;
  age.begin();
  tryAgainLater();
}

/** Errors and undo steps of one record do not apply to another. */
function leaveRecord(): void {
  syncFault = null;
  forgetSteps();
}

/** Each question also retries a record that could not be opened or written. */
function tryAgainLater(): void {
  clearTimeout(retry);
  if (kept?.record_trouble) retry = setTimeout(() => void readStatus().catch(tryAgainLater), MINUTE);
}

/** Afterwards the status is at least as new as the question, whatever else was asked meanwhile. */
export async function readStatus(): Promise<void> {
  const mine = ++asked;
  const answer = await core.get_status();
  if (mine < answered) return;
  answered = mine;
  keep(answer);
}

/** A job's progress; `undefined` while it does not run. Reactive. */
export function progress(job: Job): ProgressEvent | undefined {
  return running[job];
}

function hear(event: ProgressEvent): void {
  const others = Object.fromEntries(Object.entries(running).filter(([job]) => job !== event.job));
  running = event.ended ? others : { ...others, [event.job]: event };
}

/** Keeps status and jobs up to date with the core. Returns a function that stops it. */
export function followStatus(): () => void {
  let asking = false;
  let once = false;
  // A burst of changes is one more question.
  const again = async (): Promise<void> => {
    once = asking;
    if (asking) return;
    asking = true;
    await readStatus().catch(() => undefined);
    asking = false;
    if (once) void again();
  };
  const stops = [core.on("progress", hear), core.on("changed", () => void again())];
  // Changes before the listeners were added.
  void again();
  stops.push(age.count(() => void again(), AGE_STEP));
  return () => {
    clearTimeout(retry);
    for (const stop of stops) stop();
  };
}

/** Why the last sync failed. Reactive. */
export function syncError(): CommandError | null {
  return syncFault;
}

export function dismissSyncError(): void {
  syncFault = null;
}

/** Whether a sync of the core is under way, or has just ended. */
async function isSyncing(): Promise<boolean> {
  await readStatus().catch(() => undefined);
  return status().jobs.includes("sync") || status().synced_minutes_ago === 0;
}

/** Syncs; `null` if it failed (`syncError` has the reason) or if another sync under way serves as well. */
export async function sync(): Promise<SyncView | null> {
  const { mode } = status();
  syncFault = null;
  try {
    return await core.sync_now();
  } catch (caught) {
    const error = toCommandError(caught);
    const matters = error.code !== "interrupted" && !(error.code === "busy" && (await isSyncing()));
    if (matters && mode === status().mode) syncFault = error;
    return null;
  } finally {
    hear({ job: "sync", done: 0, total: null, at: "", can_stop: true, ended: true });
    void readStatus().catch(() => undefined);
  }
}
