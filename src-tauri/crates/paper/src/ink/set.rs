//! The style of a text: weight, size, tone and figures.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// The style of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Set {
    pub(crate) weight: Weight,
    /// In points.
    pub(crate) size: f32,
    pub(super) tone: Tone,
    pub(super) is_tabular: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Black,
    /// Dark grey, for text that explains something else.
    Soft,
}

impl Set {
    pub(crate) const fn regular(size: f32) -> Self {
        Self { weight: Weight::Regular, size, tone: Tone::Black, is_tabular: false }
    }

    pub(crate) const fn bold(size: f32) -> Self {
        Self { weight: Weight::Bold, size, tone: Tone::Black, is_tabular: false }
    }

    pub(crate) const fn soft(self) -> Self {
        Self { tone: Tone::Soft, ..self }
    }

    /// With digits of one width, for columns.
    pub(crate) const fn tabular(self) -> Self {
        Self { is_tabular: true, ..self }
    }

    /// The same in another size.
    pub(crate) const fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    /// From baseline to baseline.
    pub(crate) fn leading(self) -> f32 {
        self.size * 1.35
    }
}
