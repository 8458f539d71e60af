//! Reading a PDF back, with a reader that is independent of the writer.

use lopdf::{Document, Object};

pub struct Pdf {
    document: Document,
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-"), "it is a PDF");
        Self { document: Document::load_mem(bytes).unwrap() }
    }

    pub fn pages(&self) -> u32 {
        u32::try_from(self.document.get_pages().len()).unwrap()
    }

    /// The text of a page, counted from 1, on one line, because line breaks depend on the layout.
    pub fn page(&self, page: u32) -> String {
        flat(&self.document.extract_text(&[page]).unwrap())
    }

    pub fn text(&self) -> String {
        (1..=self.pages()).map(|page| self.page(page)).collect::<Vec<_>>().join(" ")
    }

    /// Width and height of a page in points.
    pub fn size(&self, page: u32) -> (f32, f32) {
        let id = self.document.get_pages()[&page];
        let page = self.document.get_dictionary(id).unwrap();
        let sides: Vec<f32> = page.get(b"MediaBox").unwrap().as_array().unwrap().iter().map(number).collect();
        (sides[2] - sides[0], sides[3] - sides[1])
    }
}

/// Without line breaks and doubled blanks.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap()
}
