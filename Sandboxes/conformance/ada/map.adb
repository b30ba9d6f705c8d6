with Ada.Containers.Indefinite_Hashed_Maps;
with Ada.Strings.Hash;
with Ada.Text_IO; use Ada.Text_IO;

procedure Map is
   package Counters is new Ada.Containers.Indefinite_Hashed_Maps
     (Key_Type => String, Element_Type => Natural, Hash => Ada.Strings.Hash, Equivalent_Keys => "=");

   Counts   : Counters.Map;
   Position : Counters.Cursor;
   Is_New   : Boolean;
begin
   while not End_Of_File loop
      Counts.Insert (Get_Line, 0, Position, Is_New);
      Counts (Position) := Counts (Position) + 1;
   end loop;
   Put_Line (Counts.Length'Image);
   Put_Line (Counts.Element ("judge")'Image);
end Map;
