@result = private constant [4 x i8] c"%d\0A\00"

declare i32 @printf(i8*, ...)

define i32 @depth(i32 %n) noinline optnone {
  %done = icmp eq i32 %n, 0
  br i1 %done, label %end, label %deeper
end:
  ret i32 0
deeper:
  %less = sub i32 %n, 1
  %below = call i32 @depth(i32 %less)
  %calls = add i32 %below, 1
  ret i32 %calls
}

define i32 @main() {
  %calls = call i32 @depth(i32 100000)
  call i32 (i8*, ...) @printf(i8* getelementptr ([4 x i8], [4 x i8]* @result, i64 0, i64 0), i32 %calls)
  ret i32 0
}
