// A doubly linked ring in a vector: its links are indices, and place 0 is where it begins and ends.
use std::collections::HashMap;
use std::io::{self, Read, Write};

struct Entry<'a> {
    key: &'a str,
    value: &'a str,
    before: usize,
    after: usize,
}

struct Cache<'a> {
    capacity: usize,
    entries: Vec<Entry<'a>>,
    free: Vec<usize>,
    places: HashMap<&'a str, usize>,
}

impl<'a> Cache<'a> {
    fn new(capacity: usize) -> Self {
        let ends = Entry { key: "", value: "", before: 0, after: 0 };
        Cache { capacity, entries: vec![ends], free: Vec::new(), places: HashMap::new() }
    }

    fn unlink(&mut self, place: usize) {
        let (before, after) = (self.entries[place].before, self.entries[place].after);
        self.entries[before].after = after;
        self.entries[after].before = before;
    }

    fn link_first(&mut self, place: usize) {
        let first = self.entries[0].after;
        self.entries[place].before = 0;
        self.entries[place].after = first;
        self.entries[first].before = place;
        self.entries[0].after = place;
    }

    fn get(&mut self, key: &str) -> Option<&'a str> {
        let place = *self.places.get(key)?;
        self.unlink(place);
        self.link_first(place);
        Some(self.entries[place].value)
    }

    fn put(&mut self, key: &'a str, value: &'a str) {
        if self.get(key).is_some() {
            let place = self.places[key];
            self.entries[place].value = value;
            return;
        }
        if self.places.len() == self.capacity {
            let eldest = self.entries[0].before;
            self.drop(self.entries[eldest].key);
        }
        let entry = Entry { key, value, before: 0, after: 0 };
        let place = match self.free.pop() {
            Some(place) => {
                self.entries[place] = entry;
                place
            }
            None => {
                self.entries.push(entry);
                self.entries.len() - 1
            }
        };
        self.link_first(place);
        self.places.insert(key, place);
    }

    fn drop(&mut self, key: &str) {
        if let Some(place) = self.places.remove(key) {
            self.unlink(place);
            self.free.push(place);
        }
    }
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut output = io::BufWriter::new(io::stdout());
    let mut lines = text.lines();
    let capacity = lines.next().expect("a capacity").parse().expect("a number");
    let mut cache = Cache::new(capacity);
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        match words[..] {
            ["put", key, value] => cache.put(key, value),
            ["drop", key] => cache.drop(key),
            ["get", key] => writeln!(output, "{}", cache.get(key).unwrap_or("none")).expect("standard output"),
            _ => break,
        }
    }
}
