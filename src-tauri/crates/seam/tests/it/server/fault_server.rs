//! The fault server: plays a script, one behaviour per request, and records what it received.
//!
//! Owns: the listener, the script, the counts. Refuses: TLS; for a client that asks for it, any answer is a failed
//! handshake, which is a useful fault.

use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

use super::behaviour::{Behaviour, Step};
use super::request::{Inbox, Request};

/// A server on a free port of loopback. It ends when it is dropped.
#[derive(Debug)]
pub struct FaultServer {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    script: VecDeque<Behaviour>,
    connections: usize,
    requests: Vec<Request>,
}

impl FaultServer {
    /// Starts it. Each request takes the next behaviour of the script; the last one is repeated for ever.
    pub async fn start(script: impl IntoIterator<Item = Behaviour>) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared { script: script.into_iter().collect(), ..Shared::default() }));
        let task = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Self { address, shared, task })
    }

    /// An address where nothing listens: connecting is refused.
    pub async fn nobody() -> io::Result<SocketAddr> {
        TcpListener::bind(("127.0.0.1", 0)).await?.local_addr()
    }

    /// Its socket address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its base address for a client.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were accepted.
    pub fn connections(&self) -> usize {
        lock(&self.shared).connections
    }

    /// How many requests were read to their end.
    pub fn count(&self) -> usize {
        lock(&self.shared).requests.len()
    }

    /// The requests that were read to their end, in order.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.shared).requests.clone()
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        lock(&shared).connections += 1;
        connections.spawn(serve(stream, Arc::clone(&shared)));
    }
}

/// Behaviours on one connection, until one ends it or the client goes away.
async fn serve(mut stream: TcpStream, shared: Arc<Mutex<Shared>>) {
    let mut inbox = Inbox::default();
    let mut is_new = true;
    // A behaviour belongs to a request: clients open connections that they do not use.
    while !inbox.is_empty() || (is_new && speaks_first(&shared)) || has_more(&stream).await {
        is_new = false;
        let Some(behaviour) = next_behaviour(&shared) else { return };
        for step in behaviour.0 {
            match play(step, &mut stream, &mut inbox, &shared).await {
                Ok(true) => {}
                Ok(false) | Err(_) => return,
            }
        }
    }
}

/// Whether the next behaviour does not wait for a request.
fn speaks_first(shared: &Mutex<Shared>) -> bool {
    let first = lock(shared).script.front().and_then(|behaviour| behaviour.0.first().cloned());
    !matches!(first, None | Some(Step::AwaitFirstByte | Step::ReadHead | Step::Read))
}

async fn has_more(stream: &TcpStream) -> bool {
    matches!(stream.peek(&mut [0]).await, Ok(1..))
}

fn next_behaviour(shared: &Mutex<Shared>) -> Option<Behaviour> {
    let script = &mut lock(shared).script;
    if script.len() > 1 { script.pop_front() } else { script.front().cloned() }
}

/// Plays one step; `false` when it ended the connection.
async fn play(step: Step, stream: &mut TcpStream, inbox: &mut Inbox, shared: &Mutex<Shared>) -> io::Result<bool> {
    match step {
        Step::AwaitFirstByte => Ok(has_more(stream).await),
        Step::ReadHead => inbox.read_head(stream).await.map(|_| true),
        Step::Read => {
            let request = inbox.read_request(stream).await?;
            lock(shared).requests.push(request);
            Ok(true)
        }
        Step::Write(bytes) => stream.write_all(&bytes).await.map(|()| true),
        Step::Drip { bytes, every } => {
            for byte in bytes {
                stream.write_all(&[byte]).await?;
                tokio::time::sleep(every).await;
            }
            Ok(true)
        }
        Step::WriteForEver(bytes) => loop {
            stream.write_all(&bytes).await?;
        },
        Step::Wait(time) => {
            tokio::time::sleep(time).await;
            Ok(true)
        }
        Step::Hang => std::future::pending().await,
        Step::Reset => stream.set_zero_linger().map(|()| false),
        Step::Close => stream.shutdown().await.map(|()| false),
    }
}
