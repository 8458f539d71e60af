//! Scripted behaviour for one request: steps, and the faults they make up.

use std::time::Duration;

use super::answer::Answer;

/// One thing the server does on a connection.
#[derive(Clone, Debug)]
pub enum Step {
    /// Waits until the client has sent something, and reads none of it.
    AwaitFirstByte,
    /// Reads the request's head and leaves its body.
    ReadHead,
    /// Reads the whole request and counts it: from here on, a real server would have done the work.
    Read,
    Write(Vec<u8>),
    /// Writes one byte at a time.
    Drip {
        bytes: Vec<u8>,
        every: Duration,
    },
    /// Writes the same bytes until the client goes away.
    WriteForEver(Vec<u8>),
    Wait(Duration),
    /// Sends nothing more until the client goes away.
    Hang,
    /// Ends the connection with RST.
    Reset,
    /// Ends the connection with FIN.
    Close,
}

/// The steps for one request. After the last one the connection waits for the next request.
#[derive(Clone, Debug)]
pub struct Behaviour(pub Vec<Step>);

impl Behaviour {
    /// Reads the request and answers it.
    pub fn answer(answer: &Answer) -> Self {
        Self(vec![Step::Read, Step::Write(answer.bytes())])
    }

    /// Reads the request, writes the bytes, and closes.
    pub fn write_and_close(bytes: impl Into<Vec<u8>>) -> Self {
        Self(vec![Step::Read, Step::Write(bytes.into()), Step::Close])
    }

    /// Resets the connection while the request is unread: before commit.
    pub fn reset_before_reading() -> Self {
        Self(vec![Step::AwaitFirstByte, Step::Reset])
    }

    /// Resets the connection after the head: the request was cut while it was written.
    pub fn reset_inside_request() -> Self {
        Self(vec![Step::ReadHead, Step::Reset])
    }

    /// Resets the connection after the whole request was read: after commit.
    pub fn reset_after_reading() -> Self {
        Self(vec![Step::Read, Step::Reset])
    }

    /// Closes the connection cleanly after the whole request was read, without an answer.
    pub fn close_after_reading() -> Self {
        Self(vec![Step::Read, Step::Close])
    }

    /// Writes half of the answer, then resets.
    pub fn half_then_reset(answer: &Answer) -> Self {
        Self(vec![Step::Read, Step::Write(half(answer)), Step::Wait(Duration::from_millis(20)), Step::Reset])
    }

    /// Writes half of the answer, then closes cleanly.
    pub fn half_then_close(answer: &Answer) -> Self {
        Self::write_and_close(half(answer))
    }

    /// Answers one byte at a time.
    pub fn drip(answer: &Answer, every: Duration) -> Self {
        Self(vec![Step::Read, Step::Drip { bytes: answer.bytes(), every }])
    }

    /// Answers after a while.
    pub fn late(answer: &Answer, after: Duration) -> Self {
        Self(vec![Step::Read, Step::Wait(after), Step::Write(answer.bytes())])
    }

    /// Reads the request and never answers.
    pub fn never_answer() -> Self {
        Self(vec![Step::Read, Step::Hang])
    }

    /// Reads and sends nothing: on an `https` address, a TLS handshake that never ends.
    pub fn never_speak() -> Self {
        Self(vec![Step::Hang])
    }

    /// An answer whose body never ends.
    pub fn endless(answer: &Answer) -> Self {
        const CHUNK: usize = 64 * 1024;
        let mut chunk = format!("{CHUNK:x}\r\n").into_bytes();
        chunk.resize(chunk.len() + CHUNK, b' ');
        chunk.extend_from_slice(b"\r\n");
        Self(vec![Step::Read, Step::Write(answer.chunked_head()), Step::WriteForEver(chunk)])
    }
}

/// Up to the middle of the body, so that the head is whole.
fn half(answer: &Answer) -> Vec<u8> {
    let mut bytes = answer.bytes();
    let head = bytes.windows(4).position(|window| window == b"\r\n\r\n").map_or(0, |at| at + 4);
    bytes.truncate(head + (bytes.len() - head) / 2);
    bytes
}
