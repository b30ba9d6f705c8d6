with Ada.Text_IO;         use Ada.Text_IO;
with Ada.Integer_Text_IO; use Ada.Integer_Text_IO;

procedure Sum is
   package Long_IO is new Integer_IO (Long_Long_Integer);
   Count, Value : Integer;
   Total        : Long_Long_Integer := 0;
begin
   Get (Count);
   for I in 1 .. Count loop
      Get (Value);
      Total := Total + Long_Long_Integer (Value);
   end loop;
   Long_IO.Put (Total, Width => 0);
   New_Line;
end Sum;
