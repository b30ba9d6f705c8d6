@result = private constant [6 x i8] c"%d\0A%s\00"
@stdin = external global i8*

declare i8* @fgets(i8*, i32, i8*)
declare i32 @printf(i8*, ...)
declare i8* @strcpy(i8*, i8*)

define i32 @main() {
start:
  %buffer = alloca [200 x i8]
  %keep = alloca [200 x i8]
  %line = getelementptr [200 x i8], [200 x i8]* %buffer, i64 0, i64 0
  %last = getelementptr [200 x i8], [200 x i8]* %keep, i64 0, i64 0
  %in = load i8*, i8** @stdin
  br label %loop
loop:
  %count = phi i32 [ 0, %start ], [ %more, %body ]
  %got = call i8* @fgets(i8* %line, i32 200, i8* %in)
  %ended = icmp eq i8* %got, null
  br i1 %ended, label %end, label %body
body:
  call i8* @strcpy(i8* %last, i8* %line)
  %more = add i32 %count, 1
  br label %loop
end:
  call i32 (i8*, ...) @printf(i8* getelementptr ([6 x i8], [6 x i8]* @result, i64 0, i64 0), i32 %count, i8* %last)
  ret i32 0
}
