//! Startup answers, embedded in the page so that its first frame needs no call. They are prepared while the web engine
//! starts, which takes longer.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use serde::Serialize;
use serde_json::{Map, Value};
use tauri::http::{Request, Response};

use crate::error::CommandResult;
use crate::record::status::status;
use crate::shell::Shell;

/// The end of the page, before which the answers go.
const END: &str = "</body>";

/// The answers by command name, for the first page load only: by the next they are stale.
#[derive(Clone)]
pub struct BootData(Arc<Mutex<Option<JoinHandle<String>>>>);

impl BootData {
    /// Prepares the answers on a thread of their own, once `opened` has opened the record.
    pub fn prepare(opened: impl Future<Output = Arc<Shell>> + Send + 'static) -> Self {
        let answers = async { answers(&*opened.await).await };
        let thread = std::thread::spawn(|| tauri::async_runtime::block_on(answers));
        Self(Arc::new(Mutex::new(Some(thread))))
    }

    /// Waits for the answers and takes them; `None` if they have been taken.
    pub fn wait(&self) -> Option<String> {
        let thread = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        thread?.join().ok()
    }

    /// Writes the answers into the page as a data block, which no policy lets run. The page waits for them: if it
    /// called before the record is open, it would show the welcome page by mistake.
    pub fn write_into(&self, request: &Request<Vec<u8>>, response: &mut Response<Cow<'static, [u8]>>) {
        if !["/", "/index.html"].contains(&request.uri().path()) {
            return;
        }
        let page = std::str::from_utf8(response.body()).ok().and_then(|page| page.rsplit_once(END));
        if let (Some(answers), Some((before, after))) = (self.wait(), page) {
            *response.body_mut() = Cow::Owned(page_with(before, &answers, after).into_bytes());
        }
    }
}

/// A failed answer is left out: the page asks for it and can show the error.
async fn answers(shell: &Shell) -> String {
    let mut answers = Map::new();
    put(&mut answers, "get_settings", Ok(shell.settings()));
    put(&mut answers, "get_status", status(shell).await);
    if let Ok(session) = shell.opened() {
        put(&mut answers, "get_today", session.today().await);
    }
    Value::Object(answers).to_string()
}

fn put<T: Serialize>(answers: &mut Map<String, Value>, command: &str, answer: CommandResult<T>) {
    if let Some(answer) = answer.ok().and_then(|answer| serde_json::to_value(answer).ok()) {
        answers.insert(command.to_owned(), answer);
    }
}

/// Names come from outside, so none of them may end the block.
fn page_with(before: &str, answers: &str, after: &str) -> String {
    let answers = answers.replace('<', "\\u003c");
    format!("{before}<script type=\"application/json\" id=\"first\">{answers}</script>{END}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_end_the_block_of_data() {
        let answers = serde_json::json!({ "get_status": "</script><script>alert(1)</script>" }).to_string();
        let boot_data = BootData(Arc::new(Mutex::new(Some(std::thread::spawn(|| answers)))));
        let load = || {
            let request = Request::builder().uri("tauri://localhost/").body(Vec::new()).unwrap();
            let mut response = Response::new(Cow::Borrowed(b"<body></body>".as_slice()));
            boot_data.write_into(&request, &mut response);
            String::from_utf8(response.into_body().into_owned()).unwrap()
        };
        let page = load();
        assert_eq!(page.matches("</script>").count(), 1, "one block, and its own end: {page}");
        assert!(page.ends_with("</script></body>"), "at the end of the page: {page}");
        assert_eq!(load(), "<body></body>", "what was ready for the first page is old for the second");
    }
}
