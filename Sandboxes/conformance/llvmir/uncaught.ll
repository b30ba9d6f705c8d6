@what = private constant [9 x i8] c"two == 3\00"
@file = private constant [12 x i8] c"uncaught.ll\00"
@where = private constant [5 x i8] c"main\00"

declare void @__assert_fail(i8*, i8*, i32, i8*)

define i32 @main() {
  call void @__assert_fail(
    i8* getelementptr ([9 x i8], [9 x i8]* @what, i64 0, i64 0),
    i8* getelementptr ([12 x i8], [12 x i8]* @file, i64 0, i64 0),
    i32 8,
    i8* getelementptr ([5 x i8], [5 x i8]* @where, i64 0, i64 0))
  unreachable
}
