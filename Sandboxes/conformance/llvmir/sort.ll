@format = private constant [3 x i8] c"%d\00"
@result = private constant [4 x i8] c"%d\0A\00"

declare i8* @malloc(i64)
declare void @qsort(i8*, i64, i64, i32 (i8*, i8*)*)
declare i32 @printf(i8*, ...)
declare i32 @scanf(i8*, ...)

define i32 @compare(i8* %left, i8* %right) {
  %left.place = bitcast i8* %left to i32*
  %right.place = bitcast i8* %right to i32*
  %a = load i32, i32* %left.place
  %b = load i32, i32* %right.place
  %more = icmp sgt i32 %a, %b
  %less = icmp slt i32 %a, %b
  %more.wide = zext i1 %more to i32
  %less.wide = zext i1 %less to i32
  %order = sub i32 %more.wide, %less.wide
  ret i32 %order
}

define i32 @main() {
start:
  %slot = alloca i64
  store i64 0, i64* %slot
  call i32 (i8*, ...) @scanf(i8* getelementptr ([3 x i8], [3 x i8]* @format, i64 0, i64 0), i64* %slot)
  %count = load i64, i64* %slot
  %size = mul i64 %count, 4
  %block = call i8* @malloc(i64 %size)
  %values = bitcast i8* %block to i32*
  br label %read
read:
  %i = phi i64 [ 0, %start ], [ %i.next, %read ]
  %place = getelementptr i32, i32* %values, i64 %i
  call i32 (i8*, ...) @scanf(i8* getelementptr ([3 x i8], [3 x i8]* @format, i64 0, i64 0), i32* %place)
  %i.next = add i64 %i, 1
  %all = icmp eq i64 %i.next, %count
  br i1 %all, label %sort, label %read
sort:
  call void @qsort(i8* %block, i64 %count, i64 4, i32 (i8*, i8*)* @compare)
  br label %write
write:
  %j = phi i64 [ 0, %sort ], [ %j.next, %write ]
  %here = getelementptr i32, i32* %values, i64 %j
  %value = load i32, i32* %here
  call i32 (i8*, ...) @printf(i8* getelementptr ([4 x i8], [4 x i8]* @result, i64 0, i64 0), i32 %value)
  %j.next = add i64 %j, 1
  %done = icmp eq i64 %j.next, %count
  br i1 %done, label %end, label %write
end:
  ret i32 0
}
