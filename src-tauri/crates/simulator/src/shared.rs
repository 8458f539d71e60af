//! The state that requests, control methods and webhook deliveries share.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

use crate::control;
use crate::world::World;

pub struct Shared {
    world: Mutex<World>,
    released: Notify,
    changed: Notify,
}

impl Shared {
    pub fn new(world: World) -> Self {
        Self { world: Mutex::new(world), released: Notify::new(), changed: Notify::new() }
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends when held answers are released. A release between this call and the first poll counts.
    pub fn released(&self) -> impl Future<Output = ()> + '_ {
        self.released.notified()
    }

    /// Ends when the world may have changed.
    pub async fn changed(&self) {
        self.changed.notified().await;
    }

    pub fn notify_change(&self) {
        self.changed.notify_one();
    }

    pub fn release(&self) {
        control::release(&mut self.world());
        self.release_held();
        self.notify_change();
    }

    /// Releases held answers and changes nothing in the world.
    pub fn release_held(&self) {
        self.released.notify_waiters();
    }
}
