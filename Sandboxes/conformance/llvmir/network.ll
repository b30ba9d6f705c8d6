; AF_INET, port 80, 192.0.2.1
@address = private constant [16 x i8] c"\02\00\00\50\C0\00\02\01\00\00\00\00\00\00\00\00"
@text = private constant [11 x i8] c"no network\00"

declare i32 @socket(i32, i32, i32)
declare i32 @connect(i32, i8*, i32)
declare i32 @puts(i8*)

define i32 @main() {
  %wire = call i32 @socket(i32 2, i32 1, i32 0)
  %result = call i32 @connect(i32 %wire, i8* getelementptr ([16 x i8], [16 x i8]* @address, i64 0, i64 0), i32 16)
  %failed = icmp ne i32 %result, 0
  br i1 %failed, label %none, label %end
none:
  call i32 @puts(i8* getelementptr ([11 x i8], [11 x i8]* @text, i64 0, i64 0))
  br label %end
end:
  ret i32 0
}
