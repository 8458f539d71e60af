//! The TCP connection below HTTP, so that an answer can be cut off in the middle.
//!
//! An HTTP library always completes an answer. Here a handler marks its connection before it answers, and the connection
//! then sends nothing, or only the head and part of the body.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

/// How much of the next answer is sent, and how the connection ends after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// `None`: nothing. Otherwise the head and up to this many bytes of the body.
    pub body: Option<usize>,
    /// With a reset rather than an orderly close.
    pub reset: bool,
    /// Bytes of the blank line after the head that have been sent in a row.
    ended: usize,
}

impl Cut {
    /// Nothing of the answer, then a reset.
    pub const AT_ONCE: Self = Self { body: None, reset: true, ended: 0 };

    /// The head, then up to `body` bytes of the body.
    pub const fn after(body: usize, reset: bool) -> Self {
        Self { body: Some(body), reset, ended: 0 }
    }

    /// How many of these bytes may still be sent, and the cut that applies after them.
    fn measure(mut self, bytes: &[u8]) -> (usize, Self) {
        const BLANK_LINE: &[u8; 4] = b"\r\n\r\n";
        let Some(mut left) = self.body else { return (0, self) };
        let mut passed = 0;
        for byte in bytes {
            if self.ended < BLANK_LINE.len() {
                let goes_on = BLANK_LINE.get(self.ended) == Some(byte);
                self.ended = if goes_on { self.ended + 1 } else { usize::from(*byte == b'\r') };
            } else if left == 0 {
                break;
            } else {
                left -= 1;
            }
            passed += 1;
        }
        self.body = Some(left);
        (passed, self)
    }
}

/// Sets the cut of a connection; shared with the handlers of its requests.
#[derive(Debug, Clone, Default)]
pub struct CutSwitch(Arc<Mutex<Option<Cut>>>);

impl CutSwitch {
    /// Cuts the next answer.
    pub fn cut(&self, cut: Cut) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(cut);
    }

    fn get(&self) -> Option<Cut> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connected<IncomingStream<'_, CuttableListener>> for CutSwitch {
    fn connect_info(stream: IncomingStream<'_, CuttableListener>) -> Self {
        stream.io().switch.clone()
    }
}

/// The listening socket.
#[derive(Debug)]
pub struct CuttableListener(pub TcpListener);

impl Listener for CuttableListener {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (CuttableStream, SocketAddr) {
        loop {
            if let Ok((stream, address)) = self.0.accept().await {
                // Nagle's algorithm would delay small answers. A failure only costs time.
                let _ = stream.set_nodelay(true);
                return (CuttableStream { stream, switch: CutSwitch::default() }, address);
            }
            // Out of file handles: others must be closed first.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// One connection.
#[derive(Debug)]
pub struct CuttableStream {
    stream: TcpStream,
    switch: CutSwitch,
}

impl AsyncRead for CuttableStream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let Some(cut) = self.switch.get() else { return Pin::new(&mut self.stream).poll_write(cx, bytes) };
        let (allowed, _) = cut.measure(bytes);
        let Some(allowed) = bytes.get(..allowed).filter(|allowed| !allowed.is_empty()) else {
            if cut.reset {
                self.stream.set_zero_linger()?;
            }
            return Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()));
        };
        let written = ready!(Pin::new(&mut self.stream).poll_write(cx, allowed))?;
        let (_, rest) = cut.measure(allowed.get(..written).unwrap_or_default());
        self.switch.cut(rest);
        Poll::Ready(Ok(written))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_counts_body_bytes_across_writes() {
        let head = b"HTTP/1.1 200 OK\r\nx: y\r\n\r\n";
        let (passed, rest) = Cut::after(3, true).measure(head);
        assert_eq!(passed, head.len(), "the head passes whole");
        let (passed, rest) = rest.measure(b"ab");
        assert_eq!(passed, 2, "the body passes as far as it is allowed");
        assert_eq!(rest.measure(b"cd").0, 1, "and no further");
        assert_eq!(Cut::AT_ONCE.measure(head).0, 0, "or nothing passes at all");
    }
}
