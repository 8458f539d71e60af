//! HTTP answers as bytes: correct ones, and ones whose head does not match their body.

/// An HTTP/1.1 answer to be written byte for byte.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    length: Option<usize>,
}

impl Answer {
    /// An answer without a body.
    pub fn new(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), length: None }
    }

    /// An answer with a JSON body.
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status).header("content-type", "application/json; charset=utf-8").body(body)
    }

    /// Adds an HTML body, like the sign-in page of a hotel's network.
    pub fn html(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status).header("content-type", "text/html").body(body)
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Claims a `Content-Length` that differs from the body's.
    #[must_use]
    pub fn claiming(mut self, length: usize) -> Self {
        self.length = Some(length);
        self
    }

    /// The whole answer.
    pub fn bytes(&self) -> Vec<u8> {
        let length = self.length.unwrap_or(self.body.len());
        let mut bytes = self.head(&format!("content-length: {length}"));
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// The same answer in chunks, without the last (empty) chunk: what a cut connection leaves.
    pub fn chunked_and_cut(&self) -> Vec<u8> {
        let mut bytes = self.head("transfer-encoding: chunked");
        bytes.extend_from_slice(format!("{:x}\r\n", self.body.len()).as_bytes());
        bytes.extend_from_slice(&self.body);
        bytes.extend_from_slice(b"\r\n");
        bytes
    }

    /// The head of a chunked answer; what follows are chunks that never end.
    pub fn chunked_head(&self) -> Vec<u8> {
        self.head("transfer-encoding: chunked")
    }

    fn head(&self, framing: &str) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Scripted\r\n{framing}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        head.into_bytes()
    }
}
