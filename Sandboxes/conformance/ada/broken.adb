procedure Broken is
   Known : constant Integer := 1;
   Half  : constant Integer := Known + Unknown;
begin
   null;
end Broken;
