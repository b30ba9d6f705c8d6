@text = private constant [14 x i8] c"Hello, World!\00"

declare i32 @puts(i8*)

define i32 @main() {
  call i32 @puts(i8* getelementptr ([14 x i8], [14 x i8]* @text, i64 0, i64 0))
  ret i32 0
}
