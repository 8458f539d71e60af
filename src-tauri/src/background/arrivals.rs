//! Today's arrivals in the tray.

use wire::StayLineView;

use crate::shell::Shell;

/// The most arrivals that the tray lists.
const MOST: usize = 5;

/// Shows the tray with the next arrivals, or removes it, as the settings say.
pub async fn refresh_tray(shell: &Shell) {
    let arrivals = match shell.settings().tray {
        true => Some(arrivals(shell).await),
        false => None,
    };
    // A tray that cannot be shown must not fail anything else.
    let _ = shell.on_desktop(move |desktop| desktop.show_tray(arrivals)).await;
}

/// Doors and times of today's arrivals. No names: anyone may see a tray.
async fn arrivals(shell: &Shell) -> Vec<String> {
    let Ok(session) = shell.opened() else { return Vec::new() };
    let today = session.today().await;
    let line = |stay: &StayLineView| format!("{}  {}", stay.at.get(11..16).unwrap_or_default(), stay.door);
    today.map(|today| today.arriving.iter().take(MOST).map(line).collect()).unwrap_or_default()
}
