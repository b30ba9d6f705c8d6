// Restarts the machine by the instruction itself.
use std::arch::asm;

fn main() {
    println!("restarting");
    let result: isize;
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") 169isize => result,
            in("rdi") 0xfee1_deadu64,
            in("rsi") 672274793u64,
            in("rdx") 0x0123_4567u64,
            in("r10") 0u64,
            out("rcx") _,
            out("r11") _,
        );
    }
    println!("REACHED {}", result);
}
