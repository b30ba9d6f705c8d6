@format = private constant [12 x i8] c"Hello, %s!\0A\00"

declare i32 @printf(i8*, ...)

define void @greet(i8* %name) {
  call i32 (i8*, ...) @printf(i8* getelementptr ([12 x i8], [12 x i8]* @format, i64 0, i64 0), i8* %name)
  ret void
}
