declare i8* @memset(i8*, i32, i64)
declare i32 @puts(i8*)

define i32 @main() {
start:
  %buffer = alloca [100 x i8]
  %line = getelementptr [100 x i8], [100 x i8]* %buffer, i64 0, i64 0
  %end = getelementptr [100 x i8], [100 x i8]* %buffer, i64 0, i64 99
  call i8* @memset(i8* %line, i32 120, i64 99)
  store i8 0, i8* %end
  br label %loop
loop:
  %left = phi i32 [ 100000, %start ], [ %less, %loop ]
  call i32 @puts(i8* %line)
  %less = sub i32 %left, 1
  %done = icmp eq i32 %less, 0
  br i1 %done, label %finish, label %loop
finish:
  ret i32 0
}
