define i32 @main() {
  %counter = alloca i32
  br label %loop
loop:
  %old = load volatile i32, i32* %counter
  %new = add i32 %old, 1
  store volatile i32 %new, i32* %counter
  br label %loop
}
