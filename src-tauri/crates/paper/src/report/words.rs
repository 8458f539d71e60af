//! The words on every page for the host.

use words::Language;

pub(super) struct Words {
    pub(super) printed: &'static str,
    pub(super) demo: &'static str,
    page: &'static str,
    of: &'static str,
}

pub(super) fn words(language: Language) -> Words {
    match language {
        Language::En => {
            Words { printed: "printed", demo: "DEMO: simulated doors, nothing here is real", page: "Page", of: "of" }
        }
        Language::Es => Words {
            printed: "impreso el",
            demo: "DEMO: puertas simuladas, nada de esto es real",
            page: "Página",
            of: "de",
        },
    }
}

impl Words {
    pub(super) fn page(&self, page: usize, pages: usize) -> String {
        format!("{} {page} {} {pages}", self.page, self.of)
    }
}
