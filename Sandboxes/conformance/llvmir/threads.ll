@total = global i32 0
@result = private constant [4 x i8] c"%d\0A\00"

declare i32 @pthread_create(i64*, i8*, i8* (i8*)*, i8*)
declare i32 @pthread_join(i64, i8**)
declare i32 @printf(i8*, ...)

define i8* @add(i8* %argument) {
start:
  %wide = ptrtoint i8* %argument to i64
  %number = trunc i64 %wide to i32
  br label %loop
loop:
  %left = phi i32 [ 1000, %start ], [ %less, %loop ]
  atomicrmw add i32* @total, i32 %number seq_cst
  %less = sub i32 %left, 1
  %done = icmp eq i32 %less, 0
  br i1 %done, label %end, label %loop
end:
  ret i8* null
}

define i32 @main() {
start:
  %ids = alloca [4 x i64]
  br label %begin
begin:
  %i = phi i64 [ 0, %start ], [ %i.next, %begin ]
  %slot = getelementptr [4 x i64], [4 x i64]* %ids, i64 0, i64 %i
  %number = inttoptr i64 %i to i8*
  call i32 @pthread_create(i64* %slot, i8* null, i8* (i8*)* @add, i8* %number)
  %i.next = add i64 %i, 1
  %begun = icmp eq i64 %i.next, 4
  br i1 %begun, label %join, label %begin
join:
  %j = phi i64 [ 0, %begin ], [ %j.next, %join ]
  %place = getelementptr [4 x i64], [4 x i64]* %ids, i64 0, i64 %j
  %id = load i64, i64* %place
  call i32 @pthread_join(i64 %id, i8** null)
  %j.next = add i64 %j, 1
  %joined = icmp eq i64 %j.next, 4
  br i1 %joined, label %end, label %join
end:
  %sum = load i32, i32* @total
  call i32 (i8*, ...) @printf(i8* getelementptr ([4 x i8], [4 x i8]* @result, i64 0, i64 0), i32 %sum)
  ret i32 0
}
