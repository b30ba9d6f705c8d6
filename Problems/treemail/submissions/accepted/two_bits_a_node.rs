use std::io::{self, Read};

fn pack(children: &[&str]) -> String {
    children.iter().map(|&child| if child == "0" { '0' } else { '1' }).collect()
}

fn unpack(message: &str) -> Vec<[usize; 2]> {
    let mut children = vec![[0, 0]; message.len() / 2];
    let mut with_right = Vec::new();
    for (node, has) in message.as_bytes().chunks(2).enumerate() {
        if has[1] == b'1' {
            with_right.push(node);
        }
        if has[0] == b'1' {
            children[node][0] = node + 2;
        } else if let Some(parent) = with_right.pop() {
            children[parent][1] = node + 2;
        }
    }
    children
}

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).expect("the input can be read");
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    if words[0] == "pack" {
        println!("{}", pack(&words[2..]));
        return;
    }
    let children = unpack(words[1]);
    let lines: Vec<String> = children.iter().map(|[left, right]| format!("{left} {right}")).collect();
    println!("{}\n{}", children.len(), lines.join("\n"));
}
