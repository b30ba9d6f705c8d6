with Ada.Text_IO; use Ada.Text_IO;

procedure Utf8 is
begin
   for I in 1 .. 2 loop
      Put_Line (Get_Line);
   end loop;
   Put_Line ("žluťoučký kůň, καλημέρα, 日本語, 🙂");
end Utf8;
