// What every start asks the core for, asked by the shell before the page's own scripts are there. `tauri.ts` takes the answers.
globalThis.__early = Object.fromEntries(
  ["get_settings", "get_status", "get_today"].map((name) => {
    const answer = globalThis.__TAURI_INTERNALS__.invoke(name);
    // Whoever takes it hears of a failure; one that nobody takes is none.
    answer.catch(() => undefined);
    return [name, answer];
  }),
);
