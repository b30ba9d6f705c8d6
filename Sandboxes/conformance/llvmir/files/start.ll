@name = private constant [6 x i8] c"World\00"

declare void @greet(i8*)

define i32 @main() {
  call void @greet(i8* getelementptr ([6 x i8], [6 x i8]* @name, i64 0, i64 0))
  ret i32 0
}
