with Ada.Integer_Text_IO;

procedure Threads is
   protected Total is
      procedure Add (Number : Integer);
      function Value return Integer;
   private
      Sum : Integer := 0;
   end Total;

   protected body Total is
      procedure Add (Number : Integer) is
      begin
         Sum := Sum + Number;
      end Add;

      function Value return Integer is (Sum);
   end Total;

   task type Adder (Number : Integer);

   task body Adder is
   begin
      for I in 1 .. 1_000 loop
         Total.Add (Number);
      end loop;
   end Adder;
begin
   declare
      Zero  : Adder (0);
      One   : Adder (1);
      Two   : Adder (2);
      Three : Adder (3);
   begin
      null;
   end;
   Ada.Integer_Text_IO.Put (Total.Value, Width => 0);
end Threads;
