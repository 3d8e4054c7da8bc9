//! The rare part of reading a string: escapes, and what is wrong with it.

use super::Fault;
use super::reader::{Reader, Result};
use super::scan::plain_length;

impl Reader<'_> {
    /// Reads on at a backslash, a control character or the end, up to and over the closing quote.
    #[cold]
    pub(super) fn escaped(&mut self, text: &mut String) -> Result<()> {
        loop {
            match self.byte(self.at) {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => {
                    let character = self.escape()?;
                    text.push(character);
                }
                _ if self.at >= self.text.len() => {
                    return Err(self.fault("a string without end"));
                }
                _ => return Err(self.fault("a control character in a string")),
            }
            let start = self.at;
            self.at += plain_length(self.rest_from(start));
            text.push_str(self.slice(start, self.at));
        }
    }

    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        let letter = self.byte(self.at + 1);
        self.at += 2;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(start),
            _ => return Err(Fault::new("an invalid escape", start)),
        })
    }

    fn unicode(&mut self, start: usize) -> Result<char> {
        let first = self.hex4()?;
        let code = match first {
            0xd800..=0xdbff => {
                if self.byte(self.at) != b'\\' || self.byte(self.at + 1) != b'u' {
                    return Err(Fault::new("half of a surrogate pair", start));
                }
                self.at += 2;
                let second = self.hex4()?;
                if !(0xdc00..=0xdfff).contains(&second) {
                    return Err(Fault::new("half of a surrogate pair", start));
                }
                0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
            }
            _ => first,
        };
        char::from_u32(code).ok_or_else(|| Fault::new("half of a surrogate pair", start))
    }

    fn hex4(&mut self) -> Result<u32> {
        let digits = self.rest_from(self.at).get(..4).unwrap_or_default();
        let code = digits
            .iter()
            .try_fold(0, |code, &byte| Some(code * 16 + char::from(byte).to_digit(16)?));
        match code {
            Some(code) if digits.len() == 4 => {
                self.at += 4;
                Ok(code)
            }
            _ => Err(self.fault("expected four hexadecimal digits")),
        }
    }
}
