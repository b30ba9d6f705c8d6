with Ada.Text_IO;

package body Greeting is
   procedure Greet (Name : String) is
   begin
      Ada.Text_IO.Put_Line ("Hello, " & Name & "!");
   end Greet;
end Greeting;
