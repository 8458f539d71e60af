//! PINs shown to the host or copied, one at a time and only on request.

use std::time::Duration;

use domain::Pin;
use domain::ids::IntentId;
use wire::{CommandError, ErrorCode};
use words::say;
use zeroize::Zeroizing;

use crate::error::{CommandResult, no_pin};
use crate::shell::Shell;

/// Refuses with [`ErrorCode::NeedsYes`] while PINs are concealed.
pub fn ensure_revealed(shell: &Shell) -> CommandResult<()> {
    if shell.settings().conceal {
        return Err(CommandError::new(ErrorCode::NeedsYes, say!("shell-concealed")));
    }
    Ok(())
}

/// The PIN of one code.
///
/// # Errors
/// [`ErrorCode::NotReady`] if there is no PIN yet.
pub async fn pin(shell: &Shell, id: IntentId) -> CommandResult<Pin> {
    let pin = shell.opened()?.look_up(move |at| ops::detail::pin(at, id)).await?;
    pin.ok_or_else(no_pin)
}

/// Copies text that holds a PIN, for the time in the settings.
pub async fn copy(shell: &Shell, text: &str) -> CommandResult<()> {
    let time = Duration::from_secs(u64::from(shell.settings().clipboard_seconds));
    shell.clipboard.copy_secret(Zeroizing::new(text.to_owned()), time).await
}
