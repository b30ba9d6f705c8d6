use std::collections::HashMap;
use std::io::{self, Read, Write};

/// What is better compares as less: the popularity is negated.
type Word<'a> = (i64, &'a str);

#[derive(Default)]
struct Trie<'a> {
    children: HashMap<(usize, u8), usize>,
    best: Vec<Word<'a>>,
}

impl<'a> Trie<'a> {
    fn add(&mut self, word: Word<'a>) {
        let mut node = 0;
        for &letter in word.1.as_bytes() {
            let next = self.best.len() + 1;
            node = *self.children.entry((node, letter)).or_insert(next);
            if node == next {
                self.best.push(word);
            }
            self.best[node - 1] = self.best[node - 1].min(word);
        }
    }

    fn best(&self, beginning: &str) -> Option<&'a str> {
        let mut node = 0;
        for &letter in beginning.as_bytes() {
            node = *self.children.get(&(node, letter))?;
        }
        Some(self.best[node - 1].1)
    }
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let mut output = io::BufWriter::new(io::stdout());
    let mut words = text.split_ascii_whitespace();
    let n: usize = words.next().expect("the number of words").parse().expect("a number");
    let mut trie = Trie::default();
    for _ in 0..n {
        let text = words.next().expect("a word");
        let popularity: i64 = words.next().expect("its popularity").parse().expect("a number");
        trie.add((-popularity, text));
    }
    for beginning in words.skip(1) {
        writeln!(output, "{}", trie.best(beginning).unwrap_or("-")).expect("standard output");
    }
}
