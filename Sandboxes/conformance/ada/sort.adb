with Ada.Containers.Vectors;
with Ada.Integer_Text_IO; use Ada.Integer_Text_IO;
with Ada.Text_IO;

procedure Sort is
   package Vectors is new Ada.Containers.Vectors (Positive, Integer);
   package Sorting is new Vectors.Generic_Sorting;

   Count, Value : Integer;
   Values       : Vectors.Vector;
begin
   Get (Count);
   for I in 1 .. Count loop
      Get (Value);
      Values.Append (Value);
   end loop;
   Sorting.Sort (Values);
   for Value of Values loop
      Put (Value, Width => 0);
      Ada.Text_IO.New_Line;
   end loop;
end Sort;
