declare i8* @malloc(i64)
declare i8* @memset(i8*, i32, i64)

@last = global i8* null

define i32 @main() {
  br label %loop
loop:
  %block = call i8* @malloc(i64 1048576)
  call i8* @memset(i8* %block, i32 1, i64 1048576)
  store volatile i8* %block, i8** @last
  br label %loop
}
