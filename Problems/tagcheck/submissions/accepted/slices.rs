use std::io;

fn check(text: &str) -> String {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut deepest = 0;
    for (start, _) in text.match_indices('<') {
        let name = text[start + 1..].split('>').next().unwrap_or("");
        if let Some(name) = name.strip_prefix('/') {
            match open.pop() {
                Some((last, _)) if last == name => {}
                _ => return format!("wrong {}", start + 1),
            }
        } else {
            deepest = deepest.max(open.len() + 1);
            if !name.ends_with('/') {
                open.push((name, start + 1));
            }
        }
    }
    match open.last() {
        Some((_, position)) => format!("open {position}"),
        None => format!("ok {deepest}"),
    }
}

fn main() {
    let mut text = String::new();
    io::stdin().read_line(&mut text).expect("the input can be read");
    println!("{}", check(&text));
}
