//! A read-only table from word hashes to one byte: open addressing, built once.

/// The table. A key is the high half of a word's hash; 0 marks a free place.
#[derive(Debug)]
pub(crate) struct Table {
    keys: Vec<u32>,
    values: Vec<u8>,
}

/// A word's key in a [`Table`], never 0.
#[inline]
pub(crate) fn key(hash: u64) -> u32 {
    ((hash >> 32) as u32).max(1)
}

impl Table {
    /// Builds the table. A key given twice keeps the bits of both when `join`, else the first.
    pub(crate) fn new(entries: impl ExactSizeIterator<Item = (u32, u8)>, join: bool) -> Self {
        let size = (entries.len().max(4) * 2).next_power_of_two();
        let mut table = Self { keys: vec![0; size], values: vec![0; size] };
        for (key, value) in entries {
            let place = table.place(key);
            if table.keys[place] == 0 {
                table.keys[place] = key;
                table.values[place] = value;
            } else if join {
                table.values[place] |= value;
            }
        }
        table
    }

    /// The byte of a key; 0 when it is not in the table.
    #[inline]
    pub(crate) fn get(&self, key: u32) -> u8 {
        self.values[self.place(key)]
    }

    /// Where a key is, or the free place where it would be: there is one, the table is at most half full.
    #[inline]
    fn place(&self, key: u32) -> usize {
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let entries: Vec<(u32, u8)> = (1..500u32).map(|i| (i * 64, (i % 250 + 1) as u8)).collect();
        let table = Table::new(entries.clone().into_iter(), false);
        for (key, value) in entries {
            assert_eq!(table.get(key), value);
            assert_eq!(table.get(key + 1), 0);
        }
    }

    #[test]
    fn joins_or_keeps_the_first() {
        assert_eq!(Table::new([(7, 1), (7, 2)].into_iter(), true).get(7), 3);
        assert_eq!(Table::new([(7, 1), (7, 2)].into_iter(), false).get(7), 1);
    }
}
