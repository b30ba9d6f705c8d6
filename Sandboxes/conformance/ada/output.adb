with Ada.Text_IO;

procedure Output is
   Line : constant String := (1 .. 99 => 'x');
begin
   for I in 1 .. 100_000 loop
      Ada.Text_IO.Put_Line (Line);
   end loop;
end Output;
