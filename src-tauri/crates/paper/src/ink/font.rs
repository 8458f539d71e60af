//! The two typefaces for all text, and lines of text that are shaped and measured.
//!
//! Owns: the glyph for a character that the typefaces lack. Refuses: reading order. Every line runs from left to right;
//! the typefaces have no letters of other scripts anyway.

use std::ops::Range;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face, Feature, ShapePlan, UnicodeBuffer, script};

use crate::Error;

use super::set::{Set, Weight};

const REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/Inter-Bold.ttf");

/// Drawn for each character that the typefaces lack, so that it is visible.
const REPLACEMENT: char = '□';

/// Both typefaces, ready for use. Loading takes about a millisecond.
pub(crate) struct Fonts {
    regular: Cut,
    bold: Cut,
}

/// One typeface, for the document and for measuring.
struct Cut {
    font: Font,
    face: Face<'static>,
    /// For sentences.
    plain: ShapePlan,
    /// With digits of one width, for columns. Hyphens are then as wide, and would split double names.
    tabular: ShapePlan,
    replacement: GlyphId,
    replacement_advance: f32,
}

/// A shaped line of text. Lengths are in parts of the size at which it is drawn.
pub(crate) struct Line {
    pub(super) font: Font,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) text: String,
    advance: f32,
}

impl Fonts {
    pub(crate) fn load() -> Result<Self, Error> {
        Ok(Self { regular: Cut::load(REGULAR)?, bold: Cut::load(BOLD)? })
    }

    /// A text as it is, on one line.
    pub(crate) fn line(&self, set: Set, text: &str) -> Line {
        let cut = self.cut(set.weight);
        cut.shape(if set.is_tabular { &cut.tabular } else { &cut.plain }, text)
    }

    fn cut(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Line {
    /// Its width when drawn at a size; both in points.
    pub(crate) fn width(&self, size: f32) -> f32 {
        self.advance * size
    }

    #[cfg(test)]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The byte at which the text must end to be no wider than `width` at `size`.
    pub(super) fn cut_at(&self, size: f32, width: f32) -> usize {
        let mut x = 0.0;
        for glyph in &self.glyphs {
            x += glyph.x_advance;
            if x * size > width {
                return glyph.text_range.start;
            }
        }
        self.text.len()
    }
}

impl Cut {
    fn load(data: &'static [u8]) -> Result<Self, Error> {
        let font = Font::new(data.into(), 0).ok_or(Error::Font)?;
        let face = Face::from_slice(data, 0).ok_or(Error::Font)?;
        let plan =
            |features: &[Feature]| ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, features);
        let tabular = Feature::new(Tag::from_bytes(b"tnum"), 1, ..);
        let (plain, tabular) = (plan(&[]), plan(&[tabular]));
        let box_glyph = face.glyph_index(REPLACEMENT).ok_or(Error::Font)?;
        let advance = face.glyph_hor_advance(box_glyph).ok_or(Error::Font)?;
        Ok(Self {
            replacement: GlyphId::new(box_glyph.0.into()),
            replacement_advance: f32::from(advance) / font.units_per_em(),
            font,
            face,
            plain,
            tabular,
        })
    }

    fn shape(&self, plan: &ShapePlan, text: &str) -> Line {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&self.face, plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let pairs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let glyphs: Vec<KrillaGlyph> = pairs
            .zip(ranges(&starts, text.len()))
            .map(|((info, position), range)| {
                let scaled = |units: i32| units as f32 / self.font.units_per_em();
                let (id, advance) = match info.glyph_id {
                    0 => (self.replacement, self.replacement_advance),
                    id => (GlyphId::new(id), scaled(position.x_advance)),
                };
                let (x, y) = (scaled(position.x_offset), scaled(position.y_offset));
                KrillaGlyph::new(id, advance, x, y, 0.0, range, None)
            })
            .collect();
        let advance = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        Line { font: self.font.clone(), glyphs, text: text.to_owned(), advance }
    }
}

/// The text behind each glyph: from the start of its cluster to the start of the next cluster.
fn ranges(starts: &[usize], end: usize) -> impl Iterator<Item = Range<usize>> {
    starts.iter().enumerate().map(move |(at, &start)| {
        let next = starts.iter().skip(at + 1).find(|&&next| next > start);
        start..next.copied().unwrap_or(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts() -> Fonts {
        Fonts::load().unwrap()
    }

    #[test]
    fn all_digits_are_of_one_width() {
        let fonts = fonts();
        for set in [Set::regular(10.0).tabular(), Set::bold(10.0).tabular()] {
            let widths: Vec<f32> = "0123456789".chars().map(|c| fonts.line(set, &c.to_string()).width(10.0)).collect();
            assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "digits stand in columns: {widths:?}");
        }
    }

    #[test]
    fn a_double_name_is_not_parted() {
        let fonts = fonts();
        let width = |set| fonts.line(set, "-").width(10.0);
        let (name, column) = (width(Set::regular(10.0)), width(Set::regular(10.0).tabular()));
        assert!(name < column, "a hyphen in a name is not as wide as a digit: {name}, {column}");
    }

    #[test]
    fn each_missing_glyph_shows_as_one_box() {
        let fonts = fonts();
        let one = fonts.line(Set::regular(10.0), "□").width(10.0);
        for text in ["日本", "🏠🔑", "בי", "ไท"] {
            let line = fonts.line(Set::regular(10.0), text);
            let missing = line.glyphs.iter().all(|glyph| glyph.glyph_id == fonts.regular.replacement);
            assert!(missing, "{text} is shown by boxes");
            assert_eq!(line.width(10.0), 2.0 * one, "one box for each character of {text}");
        }
    }

    #[test]
    fn european_names_are_whole() {
        let fonts = fonts();
        let names = ["Küche Łódź Ștefan Þór Ŋ Ə ẞ", "Θεσσαλονίκη", "Жовті Ђ Ѓ", "Nguyễn Thị Bưởi", "e\u{301}a\u{308}"];
        for word in names.iter().flat_map(|name| name.split(' ')) {
            for set in [Set::regular(10.0), Set::bold(10.0)] {
                let line = fonts.line(set, word);
                let whole = line.glyphs.iter().all(|glyph| glyph.glyph_id != fonts.cut(set.weight).replacement);
                assert!(whole, "{word} has all its letters in {:?}", set.weight);
            }
        }
    }
}
