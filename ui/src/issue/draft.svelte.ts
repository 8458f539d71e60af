/** The issue page's form state and the core's preview of it. Texts as typed: the core reads them. */
import { untrack } from "svelte";
import { core } from "$lib/core";
import { Load } from "$lib/load.svelte";
import { Pace } from "$lib/pace";
import { settings } from "$lib/settings.svelte";
import type { CandidateView, DraftRequest, DraftView, PlannedStayView } from "$lib/wire";

export class Draft {
  door = $state("");
  fromDate = $state("");
  fromTime = $state(settings().check_in);
  toDate = $state("");
  toTime = $state(settings().check_out);
  rounding = $state(settings().rounding);
  prefer = $state(settings().prefer);
  /** The slot that the host chose instead of the first. */
  slot = $state<string | null>(null);
  /** Empty: the default label. */
  label = $state("");
  stayKey = $state("");
  /** The first day of a new choice, whose last day is not chosen yet. */
  firstDay = $state<string | null>(null);
  /** A time is being typed: what it means may only be half of what is meant. */
  typing = $state(false);
  /** The host confirmed by typing that this stay gets another code although there is a first. */
  another = $state(false);
  /** The recorded stay that the code is for. */
  stayId = $state<number | null>(null);

  readonly shown = new Load<DraftView>(() => core.preview_stay({ draft: this.request }));

  get request(): DraftRequest {
    return {
      door_id: this.door,
      from_date: this.fromDate,
      from_time: this.fromTime.trim(),
      to_date: this.toDate,
      to_time: this.toTime.trim(),
      rounding: this.rounding,
      prefer: this.prefer,
      slot_id: this.slot,
      label: this.label.trim() || null,
      stay_key: this.stayKey.trim() || null,
      another: this.another,
    };
  }

  get view(): DraftView | null {
    return this.shown.value;
  }

  /** The window that would be spent. */
  get chosen(): CandidateView | null {
    return chosenOf(this.view);
  }

  /** A question about the newest request is queued. */
  #waits = $state(false);
  #before: DraftView | null = null;

  /**
   * The preview on the page: while a field is half typed, the previous one stays, so that the page does not jump at
   * each key.
   */
  readonly standing: DraftView | null = $derived.by(() => {
    const now = this.view;
    const isHalf = !!now?.fault_field || (this.typing && !chosenOf(now));
    if (!isHalf || this.#before?.preview?.door_id !== this.door) this.#before = now?.preview ? now : null;
    return this.#before ?? now;
  });

  readonly standingChosen: CandidateView | null = $derived(chosenOf(this.standing));

  /** The shown preview does not match the current input. */
  get isFaded(): boolean {
    return this.firstDay !== null || this.standing !== this.view;
  }

  /** The answer is to what is in the form now. */
  get isAnswered(): boolean {
    return !this.#waits && !this.shown.asking && this.shown.error === null;
  }

  /** The shown preview is what would be sent. */
  get isSeen(): boolean {
    return !this.isFaded && this.isAnswered;
  }

  /** A typed time as the core read it. */
  read(time: "from_time" | "to_time"): string | null {
    return this.isAnswered ? (this.view?.[time] ?? null) : null;
  }

  /** Asks again after each change: the first immediately, quick successors at intervals. For a component's script. */
  follow(): void {
    const pace = new Pace();
    $effect(() => {
      if (this.request.door_id !== "") untrack(() => this.#ask(pace));
    });
    $effect(() => pace.stop);
    $effect(() => core.on("changed", ({ what }) => {
      if (this.request.door_id !== "" && what.some((one) => one === "doors" || one === "codes")) this.shown.again();
    }));
  }

  #ask(pace: Pace): void {
    this.#waits = true;
    pace.run(() => {
      this.#waits = false;
      void this.shown.run();
    });
  }

  /** Starts another stay: only the door is kept. */
  begin(): void {
    const { check_in, check_out, rounding, prefer } = settings();
    [this.fromDate, this.fromTime, this.toDate, this.toTime] = ["", check_in, "", check_out];
    [this.rounding, this.prefer] = [rounding, prefer];
    this.label = this.stayKey = "";
    this.stayId = null;
    this.anew();
  }

  /** Takes over civil times such as `2026-12-12T15:45`, or dates alone. */
  take(from: string, to: string): void {
    [this.fromDate, this.fromTime] = split(from, this.fromTime);
    [this.toDate, this.toTime] = split(to, this.toTime);
    this.anew();
  }

  /** Another stay is matched again; choices made for the previous one no longer apply. */
  anew = (): void => {
    this.slot = null;
    this.another = false;
  };

  takeStay(stay: PlannedStayView): void {
    this.door = stay.door_id;
    this.label = stay.label;
    this.stayKey = stay.stay_key ?? "";
    this.stayId = stay.stay_id;
    this.take(stay.from, stay.to);
  }

  /** Why this field's value is invalid. */
  faultOf(field: string): string | null {
    return this.view?.fault_field === field ? (this.view.fault?.message ?? null) : null;
  }
}

function chosenOf(view: DraftView | null): CandidateView | null {
  return view?.preview?.candidates.find((one) => one.slot_id === view.chosen) ?? null;
}

function split(civil: string, time: string): [string, string] {
  return [civil.slice(0, 10), civil.slice(11, 16) || time];
}
