//! Marks work abandoned by dead processes as *not sent* or *not known*.

use domain::cause::{NotSentWhy, UnknownWhy};
use domain::code::CodeEntry;
use domain::event::{EventBody, Secrets};
use domain::lifecycle::State;

use crate::error::Error;
use crate::failpoints::failpoint;
use crate::ports::{Clock, SeamApi};
use crate::process_lock;
use crate::record::Latchbook;

impl<S: SeamApi, C: Clock> Latchbook<S, C> {
    /// An intent that no process will send was not sent; a request whose answer no process awaits is not known. Living
    /// processes are left alone, except for an intent that this one gave up, for example because the record was busy
    /// when it was due. Safe to repeat, also while another process does the same: each step is a compare-and-set.
    pub async fn recover(&self) -> Result<(), Error> {
        for state in [State::Intent, State::Sending] {
            let left = self.record.read(move |read| Ok(read.codes_in(state)?)).await?;
            for entry in left {
                self.settle_if_abandoned(entry).await?;
            }
        }
        Ok(())
    }

    async fn settle_if_abandoned(&self, entry: CodeEntry) -> Result<(), Error> {
        let (id, now) = (entry.intent.id, self.clock.now());
        let own = self.owner.name().to_owned();
        // Checked after the intent was read: by then its process was at work on it, or had given it up.
        let is_at_work = self.owner.is_at_work();
        failpoint!("recovering");
        let settled = self
            .record
            .on_thread(move |store| {
                let folder = store.path().parent().map(std::path::Path::to_owned).unwrap_or_default();
                store.write(|write| {
                    let Some(entry) = write.code(id)? else { return Ok(()) };
                    let body = match entry.code.state {
                        State::Intent => EventBody::NotSent { why: NotSentWhy::Stopped.into() },
                        State::Sending => EventBody::Unknown { why: UnknownWhy::Stopped },
                        State::NotSent
                        | State::Refused
                        | State::Unknown
                        | State::Accepted
                        | State::Setting
                        | State::Set
                        | State::Failed
                        | State::Gone
                        | State::Ended => return Ok(()),
                    };
                    let is_abandoned = if entry.code.owner == own {
                        entry.code.state == State::Intent && !is_at_work
                    } else {
                        !process_lock::is_alive(&folder, &entry.code.owner)
                    };
                    if is_abandoned {
                        write.append(id, &body, &Secrets::default(), now)?;
                    }
                    Ok(())
                })
            })
            .await;
        match settled {
            // Another process was faster.
            Err(Error::Record(store::Error::Impossible(..))) => Ok(()),
            done => done,
        }
    }
}
