with Ada.Text_IO;           use Ada.Text_IO;
with Ada.Strings.Unbounded; use Ada.Strings.Unbounded;

procedure Input is
   Count : Natural := 0;
   Last  : Unbounded_String;
begin
   while not End_Of_File loop
      Last := To_Unbounded_String (Get_Line);
      Count := Count + 1;
   end loop;
   Put_Line (Count'Image);
   Put_Line (To_String (Last));
end Input;
