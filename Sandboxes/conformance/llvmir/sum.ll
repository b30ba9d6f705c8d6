@format = private constant [4 x i8] c"%ld\00"
@result = private constant [5 x i8] c"%ld\0A\00"

declare i32 @scanf(i8*, ...)
declare i32 @printf(i8*, ...)

define i64 @number() {
  %slot = alloca i64
  call i32 (i8*, ...) @scanf(i8* getelementptr ([4 x i8], [4 x i8]* @format, i64 0, i64 0), i64* %slot)
  %value = load i64, i64* %slot
  ret i64 %value
}

define i32 @main() {
start:
  %count = call i64 @number()
  br label %loop
loop:
  %left = phi i64 [ %count, %start ], [ %less, %body ]
  %sum = phi i64 [ 0, %start ], [ %more, %body ]
  %done = icmp eq i64 %left, 0
  br i1 %done, label %end, label %body
body:
  %value = call i64 @number()
  %more = add i64 %sum, %value
  %less = sub i64 %left, 1
  br label %loop
end:
  call i32 (i8*, ...) @printf(i8* getelementptr ([5 x i8], [5 x i8]* @result, i64 0, i64 0), i64 %sum)
  ret i32 0
}
