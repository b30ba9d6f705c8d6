with Ada.Text_IO;

procedure Warnings is
   Small : Integer range 1 .. 3;
begin
   Ada.Text_IO.Put_Line ("Hello, World!");
   if Small'Size = 0 then
      Small := 4;
   end if;
end Warnings;
