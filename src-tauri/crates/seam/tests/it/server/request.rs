//! One request as the server saw it.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

/// A request that was read to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Request line and headers, as sent.
    pub head: String,
    pub body: Vec<u8>,
}

impl Request {
    /// The path in the request line.
    pub fn path(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Bytes read from a connection and not used yet.
#[derive(Debug, Default)]
pub struct Inbox(Vec<u8>);

impl Inbox {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads up to the blank line.
    pub async fn read_head(&mut self, from: &mut (impl AsyncRead + Unpin)) -> io::Result<String> {
        loop {
            if let Some(end) = self.0.windows(4).position(|window| window == b"\r\n\r\n") {
                let head = self.0.drain(..end + 4).collect::<Vec<_>>();
                return Ok(String::from_utf8_lossy(&head).into_owned());
            }
            self.more(from).await?;
        }
    }

    /// Reads a request to the end of its body, which must have a `Content-Length`.
    pub async fn read_request(&mut self, from: &mut (impl AsyncRead + Unpin)) -> io::Result<Request> {
        let mut request = Request { head: self.read_head(from).await?, body: Vec::new() };
        let length = request.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        while self.0.len() < length {
            self.more(from).await?;
        }
        request.body = self.0.drain(..length).collect();
        Ok(request)
    }

    async fn more(&mut self, from: &mut (impl AsyncRead + Unpin)) -> io::Result<()> {
        if from.read_buf(&mut self.0).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }
}
