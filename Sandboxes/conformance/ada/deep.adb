with Ada.Integer_Text_IO;

procedure Deep is
   function Depth (N : Natural) return Natural is
     (if N = 0 then 0 else 1 + Depth (N - 1));
begin
   Ada.Integer_Text_IO.Put (Depth (100_000), Width => 0);
end Deep;
