define i32 @main() {
  %known = add i32 1, 1
  ret i32 %unknown
}
