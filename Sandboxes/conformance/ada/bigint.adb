with Ada.Text_IO;
with Ada.Numerics.Big_Numbers.Big_Integers; use Ada.Numerics.Big_Numbers.Big_Integers;

procedure Bigint is
   Factorial : Big_Integer := To_Big_Integer (1);
begin
   for I in 2 .. 50 loop
      Factorial := Factorial * To_Big_Integer (I);
   end loop;
   Ada.Text_IO.Put_Line (To_String (Factorial));
end Bigint;
