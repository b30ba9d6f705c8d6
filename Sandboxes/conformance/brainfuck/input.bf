Decimal digits from right to left are four cells each: ten less the digit; two to look whether it became nothing; a carry
>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
,[
  Forget the line before and keep this one without its end
  >>[>]<[[-]<]<[->>+<<]>>
  ----------[++++++++++>,----------]
  Count it
  <[<]<<+
  [-<<<>+<[>-]>[-<++++++++++>>]<<->+<[>-]>[-<++++++++++<+>>>]<<<]
  >[>>>>]
,]
<<<<[<<<<]>>>>
[>>++++++[<+++++++++>-]<++++<[->-<]>.>>>]
++++++++++.
>>[.>]++++++++++.
