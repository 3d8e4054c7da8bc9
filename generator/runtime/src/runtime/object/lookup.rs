//! A key in, the index of its field out: first by a guess, then by search.
//!
//! Objects of one type mostly come with their members in one order. So what followed a property the last time is the
//! first guess for what follows it now, and a guess that holds costs one comparison. The guesses of a thread outlive
//! a decode, since programs decode the same types again and again; they change speed, never results.

use std::cell::Cell;
use std::ptr::from_ref;

use super::traits::Meta;

/// Types share the places, so there are more than one type needs. A wrong guess costs one comparison, too.
const PLACES: usize = 2048;

thread_local! {
    static GUESSES: Cell<Option<Box<[u16; PLACES]>>> = const { Cell::new(None) };
}

/// Which property followed which, by type and property.
pub(super) struct Guesses {
    table: Box<[u16; PLACES]>,
}

impl Guesses {
    /// The thread's guesses. Who decodes while another decode holds them starts with none.
    pub(super) fn borrow() -> Self {
        let held = GUESSES.try_with(Cell::take).ok().flatten();
        Self { table: held.unwrap_or_else(|| Box::new([0; PLACES])) }
    }

    /// Leaves the guesses for the thread's next decode.
    pub(super) fn give_back(self) {
        // A thread that is ending has no next decode.
        let _ = GUESSES.try_with(|guesses| guesses.set(Some(self.table)));
    }

    /// Where the guess for what follows the property `previous` of a type is: a multiplicative hash.
    #[inline]
    pub(super) fn place(meta: &'static Meta, previous: usize) -> usize {
        let address = from_ref(meta).addr();
        let mixed = (address >> 3).wrapping_add(previous << 16).wrapping_mul(0x9e37_79b1);
        (mixed >> 16) % PLACES
    }

    #[inline]
    pub(super) fn at(&self, place: usize) -> usize {
        self.table.get(place).map_or(0, |&guess| usize::from(guess))
    }

    #[inline]
    pub(super) fn set(&mut self, place: usize, index: usize) {
        if let (Some(guess), Ok(index)) = (self.table.get_mut(place), u16::try_from(index)) {
            *guess = index;
        }
    }
}

/// The index of `key` in names that are sorted bytewise.
///
/// Compares eight bytes at once: names mostly differ there, and calling out for each comparison costs more.
pub(super) fn index_of(fields: &[&str], key: &str) -> Option<usize> {
    let start = prefix(key);
    let (mut low, mut high) = (0, fields.len());
    while low < high {
        let middle = low.midpoint(high);
        let field = fields.get(middle)?;
        match prefix(field).cmp(&start).then_with(|| (*field).cmp(key)) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

/// The first eight bytes as a number that compares as they do; shorter names are filled up with zeros.
#[inline]
fn prefix(name: &str) -> u64 {
    let bytes = name.as_bytes();
    match bytes.first_chunk::<8>() {
        Some(chunk) => u64::from_be_bytes(*chunk),
        None => {
            let number = bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte));
            // An empty name would shift by all 64 bits.
            number.checked_shl(64 - 8 * u32::try_from(bytes.len()).unwrap_or(0)).unwrap_or(0)
        }
    }
}
