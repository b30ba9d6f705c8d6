@text = private constant [55 x i8] c"žluťoučký kůň, καλημέρα, 日本語, 🙂\00"
@format = private constant [3 x i8] c"%s\00"
@stdin = external global i8*

declare i8* @fgets(i8*, i32, i8*)
declare i32 @printf(i8*, ...)
declare i32 @puts(i8*)

define void @line() {
  %buffer = alloca [200 x i8]
  %start = getelementptr [200 x i8], [200 x i8]* %buffer, i64 0, i64 0
  %in = load i8*, i8** @stdin
  call i8* @fgets(i8* %start, i32 200, i8* %in)
  call i32 (i8*, ...) @printf(i8* getelementptr ([3 x i8], [3 x i8]* @format, i64 0, i64 0), i8* %start)
  ret void
}

define i32 @main() {
  call void @line()
  call void @line()
  call i32 @puts(i8* getelementptr ([55 x i8], [55 x i8]* @text, i64 0, i64 0))
  ret i32 0
}
