with Ada.Text_IO;
with GNAT.Sockets; use GNAT.Sockets;

procedure Network is
   Wire : Socket_Type;
begin
   Create_Socket (Wire);
   Connect_Socket (Wire, (Family_Inet, Inet_Addr ("192.0.2.1"), 80));
exception
   when Socket_Error =>
      Ada.Text_IO.Put_Line ("no network");
end Network;
